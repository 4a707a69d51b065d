import Foundation
import Media
import Pixels
import Support
import Testing
import Timing

@Suite(.serialized) struct ProbeTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func fault(_ path: String) -> MediaError? {
    do {
      _ = try Probe.facts(of: path)
      return nil
    } catch { return error as? MediaError }
  }

  @Test(arguments: [
    ("notes.mp4", "just words, and a few more of them", MediaError.Code.notMedia),
    (
      "list.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n/etc/passwd\n#EXT-X-ENDLIST\n",
      .notMedia
    ),
    ("list.ffconcat", "ffconcat version 1.0\nfile /etc/passwd\n", .notMedia),
    ("list.sdp", "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nm=video 5004 RTP/AVP 96\n", .notMedia),
    ("words.srt", "1\n00:00:01,000 --> 00:00:02,000\nhello\n", .notMedia),
    ("empty.mov", "", .empty),
  ])
  func whatIsNoMediaIsNamed(_ name: String, _ text: String, _ code: MediaError.Code) throws {
    try folder.write(text, to: name)
    let error = try #require(fault(folder.file(name).path))
    #expect(error.code == code)
    #expect(error.path == folder.file(name).path)
    #expect(!error.description.contains("0x"))
  }

  @Test func placesThatAreNoFilesAreRefused() throws {
    #expect(fault(folder.path + "/none.mp4")?.code == .io)
    #expect(fault(folder.path)?.code == .io)
    #expect(fault("/dev/zero")?.code == .io)
    #expect(fault("a\0b")?.code == .io)
    #expect(fault("http://localhost/a.mp4")?.code == .io)
    #expect(fault("concat:\(folder.path)/a|b")?.code == .io)
  }

  @Test func aFileThatIsCutOffBeforeItsIndexSaysSo() throws {
    let head: [UInt8] = [0, 0, 0, 16] + Array("ftypisom".utf8) + [0, 0, 2, 0]
    let body: [UInt8] = [0, 0x10, 0, 0] + Array("mdat".utf8) + [UInt8](repeating: 7, count: 4000)
    try Data(head + body).write(to: folder.file("a.mp4"))
    #expect(fault(folder.file("a.mp4").path)?.code == .truncated)
  }

  @Test func aNumberedNameIsOnePicture() throws {
    let path = folder.file("shot%03d*[a]'x:y;.png").path
    try StillWriter.write(.quarters(40, 20), to: path)
    let facts = try Probe.facts(of: path)
    #expect(facts.isStill && facts.video?.displayWidth == 40 && facts.video?.codec == "png")
    #expect(facts.duration == nil && facts.audio == nil && facts.video?.rate == nil)
    #expect(try StillReader.bitmap(of: path).corners == "RGBW")
  }

  @Test func theContentCountsNotTheEnding() throws {
    let path = folder.file("a.txt").path
    let movie = try Numbered.clip(folder.file("a.mp4"), frames: 12)
    try FileManager.default.moveItem(atPath: movie, toPath: path)
    let facts = try Probe.facts(of: path)
    #expect(facts.video?.codec == "h264" && !facts.isStill)
    #expect(facts.duration == Time(Rational(12, 30)))
  }

  @Test func boxesOfSomethingElseAreRefused() throws {
    try folder.write("RIFF....WAVEfmt ", to: "a.wav")
    #expect { try Probe.boxes(of: folder.file("a.wav").path) } throws: {
      ($0 as? MediaError)?.code == .notMedia
    }
    let huge: [UInt8] = [0, 0, 0, 1] + Array("moov".utf8) + [UInt8](repeating: 255, count: 8)
    try Data(huge).write(to: folder.file("b.mp4"))
    #expect { try Probe.boxes(of: folder.file("b.mp4").path) } throws: {
      ($0 as? MediaError)?.code == .truncated
    }
  }

  @Test func anyCutAndAnyDamageIsSurvived() throws {
    let path = try Numbered.clip(
      folder.file("a.mp4"), frames: 20, sound: Sounds.sine(440, peak: 0.3, seconds: 0.6))
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var seed: UInt64 = 42
    func random(_ below: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % below
    }
    for round in 0..<60 {
      var damaged = bytes
      if round % 3 == 0 { damaged.removeLast(random(bytes.count - 1)) }
      for _ in 0..<(1 + round % 7) { damaged[random(damaged.count)] = UInt8(random(256)) }
      let url = folder.file("damaged.mp4")
      try Data(damaged).write(to: url)
      _ = fault(url.path)
      _ = try? SoundReader.read(url.path, range: TimeRange(start: .zero, duration: Time(1)))
      let reader = try? PictureReader(
        path: url.path, range: TimeRange(start: .zero, duration: Time(Rational(1, 2))),
        framing: Numbered.whole, rate: FrameRate(30), isStill: false)
      while let reader, (try? reader.next()) != nil {}
    }
  }
}
