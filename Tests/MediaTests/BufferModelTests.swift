import Media
import Support
import Testing
import Timing

@Suite(.serialized) struct BufferModelTests {
  @Test func levelsAreCounted() {
    var buffer = BufferModel(rate: 30_000, size: 10_000, picturesPerSecond: 30, fullness: 0.5)
    #expect(buffer.fullness == 0.5 && buffer.firstUnderrun == nil)
    buffer.feed(500)
    #expect(buffer.level == 2000 && buffer.lowest == 1000)
    buffer.feed(250)
    #expect(buffer.level == 1000 && buffer.lowest == 0 && buffer.firstUnderrun == nil)
    buffer.feed(126)
    #expect(buffer.lowest == -8 && buffer.firstUnderrun == 2 && buffer.fullness == 0.0992)
    for _ in 0..<20 { buffer.feed(1) }
    #expect(buffer.level == 10_000 && buffer.firstUnderrun == 2 && buffer.pictures == 23)
  }

  @Test(arguments: [("900k", "1M", 900_000, 1_000_000), ("5000000", "1000", 5_000_000, 1000)])
  func settingsAreReadAsFFmpegDoes(
    _ rate: String, _ size: String, _ bits: Int, _ held: Int
  ) throws {
    var encoding = Spans.encoding()
    #expect(try BufferModel(encoding) == nil)
    (encoding.options["maxrate"], encoding.options["bufsize"]) = (rate, size)
    let model = try #require(try BufferModel(encoding))
    #expect(model.rate == bits && model.size == held && model.fullness == 0.9)
    encoding.options["maxrate"] = "much"
    #expect(throws: MediaError.self) { try BufferModel(encoding) }
  }

  @Test func joinedSpansAreBroughtWithinTheBuffer() throws {
    var encoding = Spans.encoding()
    (encoding.options["maxrate"], encoding.options["bufsize"]) = ("450k", "450k")
    let lengths = [40, 35, 50, 31]
    func model() throws -> BufferModel { try #require(try BufferModel(encoding)) }
    var apart = try model()
    for span in try Spans.spans(lengths, encoding) { apart.feed(span) }
    #expect(apart.firstUnderrun != nil, "the spans should not fit as they are")
    var joined = try model()
    var first = 0
    for length in lengths {
      var span = try Spans.span(length, from: first, encoding)
      var trial = joined
      trial.feed(span)
      if trial.firstUnderrun != nil {
        span = try Spans.span(length, from: first, encoding, fullness: joined.fullness)
        trial = joined
        trial.feed(span)
      }
      joined = trial
      first += length
    }
    #expect(joined.firstUnderrun == nil && joined.lowest >= 0 && joined.pictures == 156)
  }
}
