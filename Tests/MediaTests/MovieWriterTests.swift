import Foundation
import Media
import Support
import Testing
import Timing

@Suite(.serialized) struct MovieWriterTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func equalInputGivesEqualBytes() throws {
    let sound = Sounds.sine(440, peak: 0.3, seconds: 2)
    let one = try Numbered.clip(folder.file("1.mp4"), frames: 60, sound: sound)
    let two = try Numbered.clip(folder.file("2.mp4"), frames: 60, sound: sound)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: one))
    #expect(bytes.count > 1000)
    #expect(try bytes == Data(contentsOf: URL(fileURLWithPath: two)))
  }

  @Test func theIndexComesFirstWithoutAnEditList() throws {
    let path = try Numbered.clip(
      folder.file("a.mp4"), frames: 60, sound: Sounds.sine(440, peak: 0.3, seconds: 2))
    let boxes = try Probe.boxes(of: path)
    #expect(Array(boxes.prefix(2)) == ["ftyp", "moov"])
    #expect(boxes.last == "mdat")
    #expect(!boxes.contains("elst") && !boxes.contains("edts"))
    #expect(!FileManager.default.fileExists(atPath: path + ".part"))
  }

  @Test func factsAreThoseOfAPlatformFile() throws {
    let path = try Numbered.clip(
      folder.file("a.mp4"), frames: 60, sound: Sounds.sine(440, peak: 0.3, seconds: 2))
    let reading = try DraftReader.read(path)
    #expect(reading.frames == 60 && reading.damagedPackets == 0)
    #expect(reading.duration == Time(2))
    #expect(reading.firstPresentation == .zero)
    #expect(reading.monotonic && reading.constantRate && reading.moovFirst && !reading.hasEditList)
    #expect(reading.longestGOP <= 30)
    let video = try #require(reading.facts.video)
    #expect(video.codec == "h264" && video.pixelFormat == "yuv420p" && video.rate == FrameRate(30))
    #expect(
      [video.colorPrimaries, video.colorTransfer, video.colorSpace] == ["bt709", "bt709", "bt709"])
    #expect(video.frameCount == 60 && !video.fullRange && !video.interlaced)
    #expect(reading.facts.audio == AudioFacts(codec: "aac", sampleRate: 48000, channels: 2))
    #expect(reading.facts.duration == Time(2))
    #expect(abs((reading.soundDuration?.decimal ?? 0) - 2) < 0.022)
  }

  @Test func anAbandonedMovieLeavesNothing() throws {
    let path = folder.file("a.mp4").path
    do {
      let writer = try MovieWriter(path: path, video: Numbered.encoding(), sound: nil)
      try writer.write(Numbered.picture(1))
      #expect(FileManager.default.fileExists(atPath: path + ".part"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func aFlashAndAClickStayTogether() throws {
    let path = folder.file("a.mp4").path
    let writer = try MovieWriter(path: path, video: Numbered.encoding(), sound: SoundEncoding())
    let flashes = [20, 50]
    for frame in 0..<90 { try writer.write(Numbered.picture(flashes.contains(frame) ? 4095 : 0)) }
    let clicks = flashes.map { $0 * 1600 }
    let sound = Sounds.clicks(at: clicks, frames: 144_000)
    for start in stride(from: 0, to: 144_000, by: 7001) {
      let piece = sound.samples[start * 2..<min(144_000, start + 7001) * 2]
      try writer.write(SoundBuffer(rate: 48000, channels: 2, samples: Array(piece)))
    }
    try writer.finish()
    let reader = try PictureReader(
      path: path, range: nil, framing: Numbered.whole, rate: FrameRate(30), isStill: false)
    var seen: [Int] = []
    while let picture = try reader.next() {
      if Numbered.number(in: picture) == 4095 {
        seen.append(picture.time.frames(at: FrameRate(30)))
      }
    }
    #expect(seen == flashes)
    let heard = try SoundReader.read(path)
    for click in clicks {
      let onset = try #require(Sounds.onset(heard, from: click - 2000))
      #expect(abs(onset - click) <= 12)
    }
  }

  @Test(arguments: [
    (["crf": "20", "profil": "high"], "the 'libx264' encoder has no option 'profil'"),
    (["preset": "quick"], "the 'libx264' encoder refuses its settings"),
  ])
  func wrongSettingsAreNamed(_ options: [String: String], _ message: String) throws {
    var encoding = Numbered.encoding()
    encoding.options = options
    let path = folder.file("a.mp4").path
    #expect {
      _ = try MovieWriter(path: path, video: encoding, sound: nil)
    } throws: { error in
      (error as? MediaError)?.code == .invalid && (error as? MediaError)?.message == message
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func whatDoesNotFitIsRefused() throws {
    func code(_ body: () throws -> Void) -> MediaError.Code? {
      do { try body() } catch { return (error as? MediaError)?.code }
      return nil
    }
    let path = folder.file("a.mp4").path
    let writer = try MovieWriter(path: path, video: Numbered.encoding(), sound: nil)
    #expect(code { try writer.write(Picture.blank(width: 64, height: 64)) } == .invalid)
    #expect(
      code { try writer.write(SoundBuffer(rate: 48000, channels: 2, frames: 10)) } == .invalid)
    var encoding = Numbered.encoding()
    encoding.encoder = "nosuch"
    let other = folder.file("b.mp4").path
    #expect(
      code { _ = try MovieWriter(path: other, video: encoding, sound: nil) } == .componentMissing)
    #expect(code { _ = try MovieWriter(path: other, video: nil, sound: nil) } == .invalid)
    let lost = folder.file("no/such/folder.mp4").path
    #expect(code { _ = try MovieWriter(path: lost, video: encoding, sound: nil) } == .cannotWrite)
    try writer.write(Numbered.picture(3))
    try writer.finish()
    #expect(code { try writer.finish() } == .invalid)
  }
}
