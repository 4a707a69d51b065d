import Foundation
import Ingesting
import Media
import Model
import Pixels
import Support
import Testing
import Timing

/// A clip of a still picture with made sound, and real sound that the list of material names.
@Suite(.serialized) struct SoundScanTests {
  private static let rate = 16000
  private let step = Time(decimal: 0.25)

  /// The curve of a made sound of so many seconds, each sample from its moment.
  private func curve(seconds: Double, _ value: (Double) -> Double) throws -> SoundCurve? {
    let folder = try TemporaryFolder()
    let path = folder.file("sound.wav").path
    let count = Int(seconds * Double(Self.rate))
    let samples = (0..<count).map { Float(value(Double($0) / Double(Self.rate))) }
    try Self.wave(samples).write(to: URL(fileURLWithPath: path))
    return SoundScan().listen(to: path, length: seconds, step: step)
  }

  /// A WAVE file of 16-bit samples.
  private static func wave(_ samples: [Float]) -> Data {
    func bytes<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
      withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
    let body = samples.flatMap { bytes(Int16(max(-1, min(1, $0)) * 32767)) }
    var data = Data("RIFF".utf8)
    data += bytes(UInt32(36 + body.count)) + Data("WAVEfmt ".utf8) + bytes(UInt32(16))
    data += bytes(UInt16(1)) + bytes(UInt16(1)) + bytes(UInt32(rate)) + bytes(UInt32(rate * 2))
    data += bytes(UInt16(2)) + bytes(UInt16(16)) + Data("data".utf8)
    return data + bytes(UInt32(body.count)) + body
  }

  /// Noise that is the same at every call for a moment.
  private func hiss(_ time: Double) -> Double {
    let hash = UInt32(truncatingIfNeeded: Int(time * 16000) &* 374_761_393 &+ 668_265_263)
    let mixed = (hash ^ (hash >> 13)) &* 1_274_126_177
    return Double(mixed >> 8) / Double(1 << 23) - 1
  }

  /// Four syllables a second: a buzz, a hiss, a gap; a breath every two seconds.
  private func babble(_ time: Double) -> Double {
    let phase = (time * 4).truncatingRemainder(dividingBy: 1)
    if time.truncatingRemainder(dividingBy: 2) > 1.7 { return 0.001 * hiss(time) }
    if phase < 0.55 {
      let buzz = (1...16).reduce(0.0) { $0 + sin(2 * .pi * 130 * Double($1) * time) / Double($1) }
      return 0.15 * buzz * sin(.pi * phase / 0.55)
    }
    return phase < 0.75 ? 0.08 * hiss(time) : 0.001 * hiss(time)
  }

  private func share(_ curve: SoundCurve?) -> Double {
    guard let curve, !curve.speech.isEmpty else { return -1 }
    return Double(curve.speech.count(where: { $0 >= 0.3 })) / Double(curve.speech.count)
  }

  @Test func babbleIsSpeechAndTonesNoiseAndSilenceAreNot() throws {
    let spoken = share(try curve(seconds: 8, babble))
    #expect(spoken > 0.7, "\(spoken)")
    #expect(share(try curve(seconds: 4) { 0.3 * sin(2 * .pi * 220 * $0) }) == 0)
    #expect(share(try curve(seconds: 4) { 0.2 * self.hiss($0) }) == 0)
    #expect(share(try curve(seconds: 4) { _ in 0 }) == 0)
  }

  @Test func levelsAreInDecibelsOfFullScale() throws {
    let tone = try curve(seconds: 2) { 0.5 * sin(2 * .pi * 440 * $0) }
    #expect(abs((tone?.levels[3] ?? 0) + 9.03) < 0.3)
    let silence = try curve(seconds: 2) { _ in 0 }
    #expect(silence?.levels.allSatisfy { $0 == -100 } == true)
    let square = try curve(seconds: 2) { sin(2 * .pi * 100 * $0) > 0 ? 1 : -1 }
    #expect((square?.clipped[2] ?? 0) > 0.9)
  }

  @Test func aClapIsFoundWhereItIs() throws {
    let found = try curve(seconds: 6) { time in
      let since = time - 1.5
      let clap = since >= 0 && since < 0.2 ? 0.8 * exp(-since * 60) * self.hiss(time) : 0
      return clap + 0.002 * self.hiss(time + 9)
    }
    #expect(found?.claps.count == 1)
    #expect(abs((found?.claps.first ?? 0) - 1.5) <= 0.04)
    let loud = try curve(seconds: 4) { $0 < 1.5 ? 0.002 * self.hiss($0) : 0.4 * self.hiss($0) }
    #expect(loud?.claps == [])
  }

  @Test func whatIsNoSoundGivesNoCurve() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("no sound at all", to: "a.wav")
    #expect(SoundScan().listen(to: file.path, length: 3, step: step) == nil)
    #expect(SoundScan().listen(to: file.path, length: .infinity, step: step) == nil)
  }

  @Test(arguments: [
    ("audio/speech/en_jfk.flac", 11.0, 0.4...1.0),
    ("audio/speech/zh_aishell.wav", 4.2, 0.7...1),
    ("audio/speech/en_librispeech_198.ogg", 13.9, 0.7...1),
    ("audio/music/beat_arovane_c.flac", 7.3, 0...0.2),
    ("audio/music/vibe_ace_jazz.ogg", 15, 0...0.3),
    ("clips/plain/toy_frog.mp4", 8, 0...0.1),
  ])
  func realSpeechIsToldFromMusicAndRooms(
    file: String, seconds: Double, expected: ClosedRange<Double>
  ) throws {
    guard let path = SharedMaterial.path("footage/" + file) else {
      print("skipped: no shared material '\(file)' beside the checkout")
      return
    }
    let share = share(SoundScan().listen(to: path, length: seconds, step: step))
    #expect(expected.contains(share), "\(share)")
  }
}
