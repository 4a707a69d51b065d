import Foundation
import Media
import Support
import Testing
import Timing

@Suite(.serialized) struct MovieJoinerTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func join(
    _ spans: [EncodedStream], sound: EncodedStream? = nil, _ name: String = "a.mp4"
  ) throws -> String {
    let path = folder.file(name).path
    try MovieJoiner.join(spans, sound: sound, to: path)
    return path
  }

  private func message(_ body: () throws -> Void) -> String? {
    do { try body() } catch { return (error as? MediaError)?.message }
    return nil
  }

  @Test(arguments: [
    [1], [2], [3], [29], [30], [31], [61], [1, 1], [1, 1, 1, 2], [30, 1, 30], [31, 61, 3],
    [1, 2, 3, 29, 30, 31, 1, 1, 7, 2, 61, 5],
  ])
  func joinedPicturesAreThoseOfTheSpansAlone(_ lengths: [Int]) throws {
    let spans = try Spans.spans(lengths)
    let count = lengths.reduce(0, +)
    let path = try join(spans)
    let reading = try DraftReader.read(path)
    #expect(reading.frames == count && reading.damagedPackets == 0)
    #expect(reading.duration == Time(frames: count, at: FrameRate(30)).decimalTime)
    #expect(reading.firstPresentation == .zero && reading.longestGOP <= 30)
    #expect(reading.monotonic && reading.constantRate && reading.moovFirst && !reading.hasEditList)
    let joined = try Spans.pictures(of: path)
    var alone: [[UInt8]] = []
    for (index, span) in spans.enumerated() {
      alone += try Spans.pictures(of: join([span], "\(index).mp4"))
    }
    let isSame = joined == alone
    #expect(joined.count == count && isSame)
    #expect(try joined.map(Spans.number) == (0..<count).map { $0 & 4095 })
  }

  @Test func joiningTwiceGivesEqualBytes() throws {
    let spans = try Spans.spans([12, 1, 33])
    let again = try Spans.spans([12, 1, 33])
    let areEqual = spans == again
    #expect(areEqual)
    let sound = try SoundEncoder.encode(
      Sounds.sine(440, peak: 0.3, seconds: 46.0 / 30), SoundEncoding())
    let one = try Data(contentsOf: URL(fileURLWithPath: join(spans, sound: sound, "1.mp4")))
    let two = try Data(contentsOf: URL(fileURLWithPath: join(again, sound: sound, "2.mp4")))
    let isSameFile = one == two
    #expect(isSameFile && one.count > 1000)
    #expect(try !FileManager.default.contentsOfDirectory(atPath: folder.path).contains("1.mp4.part"))
  }

  @Test func fractionalRatesStayExact() throws {
    let rate = try #require(FrameRate(Rational(30000, 1001)))
    let spans = try Spans.spans([31, 2, 40], Spans.encoding(rate: rate))
    let path = try join(spans)
    let reading = try DraftReader.read(path)
    #expect(reading.frames == 73 && reading.monotonic && reading.constantRate)
    #expect(abs(reading.duration.decimal - 73 * 1001.0 / 30000) < 0.000_001)
    #expect(reading.facts.video?.rate == rate)
    #expect(try Spans.pictures(of: path, rate: rate).count == 73)
  }

  @Test func theFileIsWhatAPlatformWants() throws {
    let sound = try SoundEncoder.encode(Sounds.sine(440, peak: 0.3, seconds: 2), SoundEncoding())
    let path = try join(Spans.spans([20, 40]), sound: sound)
    let boxes = try Probe.boxes(of: path)
    #expect(Array(boxes.prefix(2)) == ["ftyp", "moov"] && boxes.last == "mdat")
    #expect(!boxes.contains("elst") && !boxes.contains("edts"))
    let reading = try DraftReader.read(path)
    let video = try #require(reading.facts.video)
    #expect(video.codec == "h264" && video.pixelFormat == "yuv420p" && video.rate == FrameRate(30))
    #expect(
      [video.colorPrimaries, video.colorTransfer, video.colorSpace] == ["bt709", "bt709", "bt709"])
    #expect(video.frameCount == 60 && !video.fullRange && !video.interlaced)
    #expect(reading.facts.audio == AudioFacts(codec: "aac", sampleRate: 48000, channels: 2))
    #expect(reading.facts.duration == Time(2))
  }

  @Test func soundStaysInStep() throws {
    let clicks = [3 * 1600, 20 * 1600 + 7, 50 * 1600 + 801]
    let sound = try SoundEncoder.encode(
      Sounds.clicks(at: clicks, frames: 90 * 1600), SoundEncoding(kbps: 320))
    let heard = try SoundReader.read(join(Spans.spans([21, 1, 68]), sound: sound))
    for click in clicks {
      let onset = try #require(Sounds.onset(heard, from: click - 2000))
      #expect(abs(onset - click) <= 1)
    }
  }

  @Test func whatCannotBeJoinedIsNamed() throws {
    let first = try Spans.span(3)
    func with(_ change: (inout VideoEncoding) -> Void) throws -> EncodedStream {
      var encoding = Spans.encoding()
      change(&encoding)
      let encoder = try VideoEncoder(encoding, pictures: 1)
      try encoder.write(Picture.blank(width: encoding.width, height: encoding.height))
      return try encoder.finish()
    }
    let start = "span '2' cannot follow the first: "
    let end = "; encode both with equal settings"
    let path = folder.file("a.mp4").path
    let other = try with { ($0.width, $0.height) = (64, 48) }
    #expect(
      message { try MovieJoiner.join([first, other], to: path) }
        == start + "its form is '64x48 at 30 fps' instead of '192x128 at 30 fps'" + end)
    let main = try with { $0.options["profile"] = "main" }
    #expect(
      message { try MovieJoiner.join([first, main], to: path) }
        == start + "its parameter sets differ" + end)
    let plain = try with { $0.options["bf"] = "0" }
    #expect(
      message { try MovieJoiner.join([first, plain], to: path) }
        == start + "its delay is '0' instead of '2'" + end)
    let refs = try with { $0.options["refs"] = "4" }
    #expect(
      message { try MovieJoiner.join([first, refs], to: path) }
        == start + "its parameter sets differ" + end)
    let sound = try SoundEncoder.encode(Sounds.sine(440, peak: 0.3, seconds: 1), SoundEncoding())
    #expect(
      message { try MovieJoiner.join([first, sound], to: path) }
        == "span '2' is sound, not pictures")
    #expect(
      message { try MovieJoiner.join([first], sound: first, to: path) }
        == "the sound is pictures, not sound")
    #expect(
      message { try MovieJoiner.join([], to: path) } == "a movie is joined of one span or more")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    let lost = folder.file("no/such/folder.mp4").path
    #expect(throws: MediaError.self) { try MovieJoiner.join([first], to: lost) }
  }
}

extension Time {
  /// To a millionth, as files are read back.
  var decimalTime: Time { Time(decimal: decimal) }
}
