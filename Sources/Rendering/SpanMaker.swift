import Media
import Model
import Timing

/// Composes and encodes one span, picture after picture. Not Sendable.
final class SpanMaker {
  private let work: SpanWork
  /// Pictures that come.
  private let shown: Int
  private var clocks: [LayerClock]?
  private var encoder: VideoEncoder?
  private var frame: Int

  init(_ work: SpanWork, shown: Int) {
    self.work = work
    self.shown = shown
    frame = work.frames.lowerBound
  }

  /// Takes the next picture; layers are prepared and the encoder opened with the first. The last one
  /// that shows is held behind the layers that hide the rest.
  ///
  /// - Returns: The span once its last picture is in, else nil.
  /// - Throws: `MediaError` for the encoder, `DrawingError` for a layer.
  func take(_ picture: Picture) throws -> EncodedStream? {
    let encoder = try self.encoder ?? opened()
    self.encoder = encoder
    let clocks = self.clocks ?? prepared()
    self.clocks = clocks
    repeat {
      try encoder.write(composed(edged(picture), clocks))
      frame += 1
    } while frame >= work.frames.lowerBound + shown && frame < work.frames.upperBound
    guard frame == work.frames.upperBound else { return nil }
    self.encoder = nil
    self.clocks = nil
    return try encoder.finish()
  }

  private func opened() throws -> VideoEncoder {
    try VideoEncoder(
      work.encoding, pictures: work.frames.count,
      fullness: work.twentieths.map { Double($0) / 20 })
  }

  private func prepared() -> [LayerClock] {
    work.layers.map { LayerClock($0, rate: work.encoding.rate) }
  }

  /// Transitions lie under the words, which stand still.
  private func edged(_ picture: Picture) throws -> Picture {
    let place = work.offset + frame - work.frames.lowerBound
    return try work.edges.reduce(picture) { try $1.applied(to: $0, at: place) }
  }

  private func composed(_ picture: Picture, _ clocks: [LayerClock]) throws -> Picture {
    let active = clocks.filter { $0.isActive(at: frame) }
    guard !active.isEmpty else { return picture }
    let copy = try picture.writableCopy()
    for clock in active { try clock.draw(on: copy, at: frame) }
    return copy
  }
}
