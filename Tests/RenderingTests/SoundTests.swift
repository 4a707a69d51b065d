import Foundation
import Media
import Model
import Pixels
import Rendering
import Support
import Testing
import Timing

/// Clips with a white flash and a beep at once, one a second, at several rates.
private struct FlashClips {
  static let rates: [(name: String, rate: FrameRate, steps: [Int])] = [
    ("30.mp4", FrameRate(30), [1]), ("2997.mp4", FrameRate.parse("30000/1001")!, [1]),
    ("50.mp4", FrameRate(50), [1]), ("60.mp4", FrameRate(60), [1]),
    ("variable.mp4", FrameRate(120), [2, 5, 3, 4, 6, 2, 3]),
  ]
  static let seconds = 12.0
  static let flash = 0.1

  /// The flash of a second begins with the first picture at or behind this time.
  static func asked(_ second: Int) -> Double { Double(second) + 0.35 }

  static func write(to bench: RenderBench) throws {
    let (width, height) = (bench.platform.canvas.width, bench.platform.canvas.height)
    let black = try RenderBench.picture(width, height, (0, 0, 0))
    let white = try RenderBench.picture(width, height, (255, 255, 255))
    for (name, rate, steps) in rates {
      let writer = try MovieWriter(
        path: bench.folder.file(name).path,
        video: VideoEncoding(
          encoder: "libx264", width: width, height: height, rate: rate,
          options: ["preset": "ultrafast", "crf": "18"], gop: 60, threads: 1),
        sound: SoundEncoding(encoder: "aac", rate: 48_000, channels: 2))
      var place = 0
      var number = 0
      var flashes: [Double] = []
      while true {
        let time = Double(place) / rate.framesPerSecond.double
        if time >= seconds { break }
        let begun = flashes.last.map { time - $0 < flash - 0.001 } ?? false
        if !begun, time >= asked(flashes.count) { flashes.append(time) }
        let isLit = flashes.last.map { time - $0 < flash - 0.001 } ?? false
        try writer.write(isLit ? white : black, at: place)
        place += steps[number % steps.count]
        number += 1
      }
      try writer.write(beeps(at: flashes))
      try writer.finish()
    }
  }

  private static func beeps(at times: [Double]) -> SoundBuffer {
    var samples = [Float](repeating: 0, count: Int(seconds * 48_000) * 2)
    for time in times {
      for index in 0..<Int(flash * 48_000) {
        let value = Float(sin(Double(index) * 1000 * 2 * .pi / 48_000) * 0.5)
        let at = (Int(time * 48_000) + index) * 2
        guard at + 1 < samples.count else { continue }
        (samples[at], samples[at + 1]) = (value, value)
      }
    }
    return SoundBuffer(rate: 48_000, channels: 2, samples: samples)
  }
}

@Suite struct SoundTests {
  let bench: RenderBench

  init() throws { bench = try RenderBench() }

  private func timeline(_ shots: [TimelineShot], _ sound: SoundPlan) -> Timeline {
    var timeline = bench.timeline(layers: [])
    timeline.shots = shots
    timeline.sound = sound
    return timeline
  }

  private func shot(_ file: String, _ source: TimeRange, at start: Time) -> TimelineShot {
    TimelineShot(
      shot: "s", take: "t", kind: .take, file: file, source: source,
      range: TimeRange(start: start, duration: source.duration), beat: 0,
      framing: FramingPlan(fit: .fill), keepsSound: true, reason: "")
  }

  private func cues(_ shots: [TimelineShot]) -> [SoundCue] {
    shots.map { SoundCue(file: $0.file, source: $0.source, at: $0.range.start) }
  }

  private var movie: String { bench.folder.file("drafts/made/draft.mp4").path }

  private func sound(_ duration: Time) throws -> [Float] {
    let sound = try SoundReader.read(
      movie, range: TimeRange(start: .zero, duration: duration), rate: 48_000, channels: 2)
    return stride(from: 0, to: sound.samples.count, by: 2).map { sound.samples[$0] }
  }

  /// Frames at which the picture turns white.
  private func flashes(_ frames: Int) throws -> [Int] {
    let canvas = bench.platform.canvas
    let reader = try PictureReader(
      path: movie, range: bench.range(0, frames),
      framing: Framing(width: canvas.width, height: canvas.height), rate: RenderBench.rate,
      isStill: false)
    var lit = false
    var result: [Int] = []
    for frame in 0..<frames {
      guard let bitmap = try reader.next()?.bitmap() else { break }
      let isLit = bitmap.bytes[(bitmap.height / 2 * bitmap.width + bitmap.width / 2) * 4] > 128
      if isLit, !lit { result.append(frame) }
      lit = isLit
    }
    return result
  }

  /// Seconds at which a beep begins: loud after 150 ms of quiet.
  private func beeps(_ samples: [Float]) -> [Double] {
    var quiet = 48_000
    var result: [Double] = []
    for (index, value) in samples.enumerated() {
      if abs(value) > 0.05 {
        if quiet > 7200 { result.append(Double(index) / 48_000) }
        quiet = 0
      } else {
        quiet += 1
      }
    }
    return result
  }

  @Test func flashesStayWithTheirBeepsThroughFortyCutsOfMixedRates() async throws {
    try FlashClips.write(to: bench)
    var random = SeededGenerator(seed: 7)
    var start = Time.zero
    let shots = (0..<40).map { index in
      let second = Int.random(in: 1...9, using: &random)
      let lead = Int.random(in: 4...12, using: &random)
      let length = Int.random(in: 22...30, using: &random)
      let from = bench.time(Int(FlashClips.asked(second) * 30) - lead)
      let name = FlashClips.rates[index % FlashClips.rates.count].name
      defer { start += bench.time(length) }
      return shot(name, TimeRange(start: from, duration: bench.time(length)), at: start)
    }
    let rendered = try await bench.render(timeline(shots, SoundPlan(clips: cues(shots))))
    let frames = start.frames(at: RenderBench.rate)
    let reading = try DraftReader.read(movie)
    #expect(rendered.draft.duration == start)
    #expect(reading.frames == frames)
    let samples = try sound(start)
    #expect(samples.count == frames * 1600)
    let (seen, heard) = (try flashes(frames), beeps(samples))
    #expect(seen.count == 40)
    #expect(heard.count == 40)
    let apart = zip(seen, heard).map { abs(Double($0) / 30 - $1) * 30 }
    #expect(apart.max() ?? 9 <= 1, "frames apart: \(apart.map { ($0 * 100).rounded() / 100 })")
  }

  /// The largest step from a sample to the next, in a window of seconds.
  private func step(_ samples: [Float], _ window: ClosedRange<Double>) -> Float {
    let from = max(1, Int(window.lowerBound * 48_000))
    let to = min(samples.count - 1, Int(window.upperBound * 48_000))
    return (from...max(from, to)).map { abs(samples[$0] - samples[$0 - 1]) }.max() ?? 0
  }

  @Test func noJoinClicks() async throws {
    let second = Time(decimal: 1)
    // Cuts inside a tone's wave, each at another phase.
    let shots = (0..<8).map { index in
      shot("clip.mp4", bench.range(index, index + 30), at: second * Rational(Int64(index)))
    }
    let cues = shots.enumerated().map { index, shot in
      SoundCue(
        file: "m.wav",
        source: TimeRange(start: Time(decimal: 0.1037 * Double(index)), duration: second),
        at: shot.range.start)
    }
    _ = try await bench.render(timeline(shots, SoundPlan(clips: cues)))
    let samples = try sound(second * 8)
    let own = step(samples, 0.2...0.8)
    for join in 1..<8 {
      let at = Double(join)
      #expect(step(samples, at - 0.02...at + 0.02) <= own * 1.05, "join \(join)")
    }
  }

  @Test func aTrackThatIsTooShortBeginsAgainWithoutAStepOrAGap() async throws {
    let length = Time(decimal: 11)
    let shots = (0..<11).map { index in
      shot("clip.mp4", bench.range(0, 30), at: Time(decimal: Double(index)))
    }
    try SoundWriter.writeWAV(
      SoundBuffer(
        rate: 48_000, channels: 2,
        samples: Array(RenderBench.tone(seconds: 4).samples.prefix(2 * 100_037))),
      to: bench.folder.file("short.wav").path)
    let music = MusicTrack(
      file: "short.wav", title: "m", licence: "CC0",
      duration: Time(Rational(100_037, 48_000)))
    _ = try await bench.render(timeline(shots, SoundPlan(music: music)))
    let samples = try sound(length)
    let own = step(samples, 0.5...1.2)
    #expect(step(samples, 1.2...9.5) <= own * 1.6)
    // Quiet for no longer than two tones of opposite phase cancel each other out.
    let loud = stride(from: 24_000, to: 450_000, by: 4800).map { start in
      samples[start..<start + 4800].map { $0 * $0 }.reduce(0, +) / 4800
    }
    let usual = loud.sorted()[loud.count / 2]
    #expect(loud.count { $0 < usual / 100 } <= 2)
  }

  @Test func musicStaysLowerBetweenSentencesThanWhereNobodySpeaks() async throws {
    let seconds = 12.0
    let voice = SoundBuffer(
      rate: 48_000, channels: 2,
      samples: (0..<48_000).flatMap { index in
        let value = Float(sin(Double(index) * 1500 * 2 * .pi / 48_000) * 0.3)
        return [value, value]
      })
    try SoundWriter.writeWAV(voice, to: bench.folder.file("v.wav").path)
    let shots = (0..<12).map { index in
      shot("clip.mp4", bench.range(0, 30), at: Time(decimal: Double(index)))
    }
    let cues = [2.0, 7.0].map {
      SoundCue(
        file: "v.wav", source: TimeRange(start: .zero, duration: Time(decimal: 1)),
        at: Time(decimal: $0))
    }
    let music = MusicTrack(
      file: "m.wav", title: "m", licence: "CC0", duration: Time(decimal: 4))
    _ = try await bench.render(timeline(shots, SoundPlan(voices: cues, music: music)))
    let samples = try sound(Time(decimal: seconds))
    func level(_ from: Double, _ to: Double, of hertz: Double) -> Double {
      var (re, im) = (0.0, 0.0)
      for index in Int(from * 48_000)..<Int(to * 48_000) {
        let angle = Double(index) * hertz * 2 * .pi / 48_000
        re += Double(samples[index]) * cos(angle)
        im += Double(samples[index]) * sin(angle)
      }
      return 10 * log10((re * re + im * im) / pow((to - from) * 48_000, 2))
    }
    let spoken = level(2.3, 2.8, of: 440) - level(2.3, 2.8, of: 1500)
    let gap = level(4.6, 5.1, of: 440) - level(2.3, 2.8, of: 1500)
    let levels = bench.quality.mix
    // A-weighted loudness of 440 Hz lies a little under that of 1500 Hz.
    #expect(abs(spoken - levels.underVoice) < 3, "\(spoken)")
    #expect(abs(gap - spoken - (levels.inGaps - levels.underVoice)) < 1.5, "\(gap - spoken)")
  }
}
