import Foundation
import Media
import Support
import Testing
import Timing

@Suite(.serialized) struct SoundEncoderTests {
  @Test func packetsAreThoseOfAMovie() throws {
    let folder = try TemporaryFolder()
    let sound = Sounds.sine(440, peak: 0.3, seconds: 2)
    let stream = try SoundEncoder.encode(sound, SoundEncoding())
    #expect(stream.parameters.codec == "aac" && stream.parameters.delay == 1024)
    #expect(abs(Int(stream.length) - 96000) <= 1024)
    let path = folder.file("a.m4a").path
    let writer = try MovieWriter(path: path, video: nil, sound: SoundEncoding())
    try writer.write(sound)
    try writer.finish()
    let movie = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(movie.range(of: Data(stream.bytes)) != nil)
    let isSame = try SoundEncoder.encode(sound, SoundEncoding()) == stream
    #expect(isSame)
  }

  @Test func loudnessIsThatOfTheFile() throws {
    let folder = try TemporaryFolder()
    for channels in [1, 2] {
      let sound = Sounds.sine(997, peak: 0.2, seconds: 3, channels: channels)
      let encoding = SoundEncoding(channels: channels)
      let inMemory = try Loudness.measure(SoundEncoder.encode(sound, encoding))
      let path = folder.file("a.m4a").path
      let writer = try MovieWriter(path: path, video: nil, sound: encoding)
      try writer.write(sound)
      try writer.finish()
      #expect(inMemory == (try Loudness.measure(file: path)))
      #expect(abs((inMemory.integrated ?? 0) - -13.98) < 0.3)
    }
  }

  @Test func whatIsNoSoundIsRefused() throws {
    #expect(throws: MediaError.self) {
      try SoundEncoder.encode(SoundBuffer(rate: 48000, channels: 2, frames: 0), SoundEncoding())
    }
    #expect(throws: MediaError.self) {
      try SoundEncoder.encode(SoundBuffer(rate: 44100, channels: 2, frames: 9), SoundEncoding())
    }
    let pictures = try Spans.span(1)
    #expect(throws: MediaError.self) { try Loudness.measure(pictures) }
  }
}
