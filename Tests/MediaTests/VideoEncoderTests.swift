import Media
import Support
import Testing
import Timing

@Suite(.serialized) struct VideoEncoderTests {
  @Test(arguments: [1, 2, 3, 29, 30, 31, 61, 211])
  func aSpanOfAnyLengthHasTheSameParameters(_ count: Int) throws {
    let span = try Spans.span(count)
    #expect(span.parameters == (try Spans.span(7)).parameters)
    #expect(span.parameters.delay == 2 && span.parameters.codec == "h264")
    #expect(span.length == Int64(count) && span.packets.count == count)
    #expect(span.packets.map(\.presentation).sorted() == (0..<Int64(count)).map { $0 })
    #expect(span.packets.map(\.decode) == (0..<Int64(count)).map { $0 - 2 })
    #expect(span.packets[0].isKey && span.packets[0].presentation == 0)
  }

  @Test(arguments: [(1, 30), (30, 30), (31, 30), (61, 30), (61, 15), (211, 15), (7, 3), (5, 1)])
  func groupsAreEquallyLong(_ count: Int, _ gop: Int) throws {
    let span = try Spans.span(count, Spans.encoding(gop: gop))
    let keys = span.packets.indices.filter { span.packets[$0].isKey } + [count]
    let lengths = zip(keys.dropFirst(), keys).map { $0 - $1 }
    #expect(lengths.count == (count + gop - 1) / gop)
    #expect((lengths.max() ?? 0) - (lengths.min() ?? 0) <= 1)
    #expect((lengths.max() ?? 0) <= gop && (count == 1 || gop == 1 || lengths.min() ?? 0 > 1))
  }

  @Test func picturesAreReordered() throws {
    let span = try Spans.span(40)
    #expect(span.packets.map(\.presentation) != span.packets.map(\.presentation).sorted())
  }

  @Test func anotherRateFactorKeepsTheParameters() throws {
    var tight = Spans.encoding()
    tight.options["crf"] = "33"
    let (one, two) = (try Spans.span(5), try Spans.span(5, tight))
    #expect(one.parameters == two.parameters && two.bytes.count < one.bytes.count)
  }

  @Test func theEncoderSaysNothingAboutItself() throws {
    let bytes = try Spans.span(2).bytes
    let text = String(decoding: bytes.map { $0 < 128 ? $0 : 63 }, as: UTF8.self)
    #expect(!text.contains("x264") && !text.contains("options"))
  }

  @Test func withoutALengthTheEncoderChooses() throws {
    let span = try Spans.span(45, promised: false)
    #expect(span.length == 45 && span.packets.count { $0.isKey } >= 2)
  }

  @Test func whatDoesNotFitIsRefused() throws {
    func message(_ body: () throws -> Void) -> String? {
      do { try body() } catch { return (error as? MediaError)?.message }
      return nil
    }
    let encoder = try VideoEncoder(Spans.encoding(), pictures: 2)
    #expect(
      message { _ = try encoder.finish() }
        == "this span cannot be finished: it has '0' pictures of '2'")
    #expect(
      message { try encoder.write(Picture.blank(width: 64, height: 64)) }
        == "a picture of '64x64' does not fit the movie's 192x128")
    try encoder.write(Numbered.picture(0))
    try encoder.write(Numbered.picture(1))
    #expect(
      message { try encoder.write(Numbered.picture(2)) }
        == "this span takes no more pictures than '2'")
    _ = try encoder.finish()
    #expect(
      message { _ = try encoder.finish() }
        == "this span cannot be finished: it has '2' pictures of '2' and is finished already")
    var turned = Spans.encoding()
    turned.rotation = 90
    #expect(message { _ = try VideoEncoder(turned) }?.contains("turned by '90'") == true)
    #expect(message { _ = try VideoEncoder(Spans.encoding(), pictures: 0) } != nil)
    #expect(message { _ = try VideoEncoder(Spans.encoding(), fullness: 0.5) } != nil)
  }
}
