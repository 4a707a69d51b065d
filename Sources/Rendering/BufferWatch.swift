import Media

/// Holds spans that follow each other against the decoder's buffer: each was encoded alone, from a
/// buffer nearly full, and the one before may have left less.
struct BufferWatch {
  /// A span that draws more than the ones before have left.
  struct Overrun: Error {
    /// Its place among the draft's picture spans.
    let index: Int
    /// What the buffer holds when it begins, in twentieths.
    let twentieths: Int
  }

  /// - Throws: `Overrun` for the first span that would draw less if it were told so.
  static func verify(_ spans: [EncodedStream], _ works: [SpanWork]) throws {
    guard let encoding = works.first?.encoding, var model = try BufferModel(encoding) else {
      return
    }
    for (index, (span, work)) in zip(spans, works).enumerated() {
      let twentieths = max(1, Int(model.fullness * 20))
      let underrun = model.isUnderrun(by: span)
      if underrun, twentieths < work.twentieths ?? 18 {
        throw Overrun(index: index, twentieths: twentieths)
      }
      model.feed(span)
    }
  }
}

extension BufferModel {
  /// Whether a picture of the span would come before its bits have.
  fileprivate func isUnderrun(by span: EncodedStream) -> Bool {
    var trial = self
    return span.packets.contains { packet in
      let isShort = Double(packet.bytes.count) * 8 > trial.level
      trial.feed(packet.bytes.count)
      return isShort
    }
  }
}
