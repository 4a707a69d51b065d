import Foundation
import Media
import Support
import Testing
import Timing

@Suite(.serialized) struct SoundReaderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func wave(_ sound: SoundBuffer, _ name: String = "a.wav") throws -> String {
    let path = folder.file(name).path
    try SoundWriter.writeWAV(sound, to: path)
    return path
  }

  @Test func aWaveComesBackAsItWas() throws {
    let sound = Sounds.sine(440, peak: 0.5, seconds: 0.5)
    let back = try SoundReader.read(wave(sound))
    #expect(back.frames == sound.frames)
    let worst = zip(back.samples, sound.samples).map { abs($0 - $1) }.max() ?? 1
    #expect(worst < 1.0 / 30000)
  }

  @Test func aRangeIsExactToTheSample() throws {
    let sound = Sounds.clicks(at: [30000, 100_000], frames: 144_000)
    let path = try wave(sound)
    let range = TimeRange(start: Time(2), duration: Time(Rational(1, 2)))
    let part = try SoundReader.read(path, range: range)
    #expect(part.frames == 24000)
    #expect(Sounds.onset(part) == 4000)
    let end = TimeRange(start: Time(Rational(5, 2)), duration: Time(1))
    let beyond = try SoundReader.read(path, range: end)
    #expect(beyond.frames == 48000 && beyond.samples.allSatisfy { $0 == 0 })
  }

  @Test func aMovieSoundIsInPlaceAfterASeek() throws {
    let sound = Sounds.clicks(at: [250_000], frames: 288_000)
    let path = try Numbered.clip(folder.file("a.mp4"), frames: 180, sound: sound)
    let part = try SoundReader.read(path, range: TimeRange(start: Time(5), duration: Time(1)))
    let onset = try #require(Sounds.onset(part))
    #expect(abs(onset - 10000) <= 12)
  }

  @Test func oneChannelGoesToBothAtFullLevel() throws {
    let back = try SoundReader.read(wave(Sounds.sine(440, peak: 0.5, seconds: 0.2, channels: 1)))
    #expect(back.channels == 2)
    let left = stride(from: 0, to: back.samples.count, by: 2).map { back.samples[$0] }
    let right = stride(from: 1, to: back.samples.count, by: 2).map { back.samples[$0] }
    #expect(left == right)
    #expect(abs((left.max() ?? 0) - 0.5) < 0.01)
  }

  @Test func aSilentSideIsGivenTheOther() throws {
    var sound = Sounds.sine(440, peak: 0.5, seconds: 0.2)
    for index in stride(from: 0, to: sound.samples.count, by: 2) { sound.samples[index] = 0 }
    let back = try SoundReader.read(wave(sound))
    let left = stride(from: 0, to: back.samples.count, by: 2).map { back.samples[$0] }
    #expect(abs((left.max() ?? 0) - 0.5) < 0.01)
  }

  @Test func anotherRateKeepsLengthAndPitch() throws {
    let low = Sounds.sine(1000, peak: 0.5, seconds: 1, rate: 22050)
    let back = try SoundReader.read(wave(low), channels: 1)
    #expect(abs(back.frames - 48000) <= 2)
    let crossings = zip(back.samples.dropFirst(), back.samples).count { $0 >= 0 && $1 < 0 }
    #expect(abs(crossings - 1000) <= 2)
  }

  @Test func whatHasNoSoundSaysSo() throws {
    let path = try Numbered.clip(folder.file("a.mp4"), frames: 5)
    #expect { try SoundReader.read(path) } throws: { ($0 as? MediaError)?.code == .noSound }
    #expect { try SoundReader.read(path, rate: 3) } throws: {
      ($0 as? MediaError)?.code == .invalid
    }
  }
}

struct LoudnessTests {
  @Test(arguments: [-14.0, -23, -40])
  func aSineOfKnownLevelMeasuresSo(_ level: Double) throws {
    let sound = Sounds.sine(997, peak: Float(pow(10, level / 20)), seconds: 3)
    let loudness = try Loudness.measure(sound)
    #expect(abs((loudness.integrated ?? 0) - level) < 0.15)
    #expect(abs(loudness.truePeak - level) < 0.5)
  }

  @Test func peaksBetweenSamplesAreFound() throws {
    // A quarter of the sampling rate, sampled 45 degrees off its crests.
    var sound = SoundBuffer(rate: 48000, channels: 2, frames: 48000)
    for index in 0..<48000 {
      let rise = Float(min(index, 47999 - index, 4800)) / 4800
      let value = Float(sin(.pi / 2 * Double(index) + .pi / 4)) * 0.5 * rise
      sound.samples[index * 2] = value
      sound.samples[index * 2 + 1] = value
    }
    #expect(abs(try Loudness.measure(sound).truePeak - -6.02) < 0.3)
  }

  @Test func silenceHasNoLoudness() throws {
    let loudness = try Loudness.measure(SoundBuffer(rate: 48000, channels: 2, frames: 96000))
    #expect(loudness == Loudness(integrated: nil, truePeak: -120))
    #expect(
      try Loudness.measure(SoundBuffer(rate: 48000, channels: 2, frames: 0)).integrated == nil)
  }
}
