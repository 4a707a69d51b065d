import Model
import Timing

/// How a layer stands on one span, in pictures from the span's first: equal where the pictures are
/// equal, wherever on the timeline the span lies.
struct LayerStand: Hashable, Codable {
  /// A picture of the layer and the first of the span's pictures that shows it.
  struct Step: Hashable, Codable {
    let pixels: String
    let at: Int
  }

  let steps: [Step]
  let x: Int
  let y: Int
  /// How it comes in and goes, with the figures of the movement; empty where it does not on this
  /// span.
  let entrance: String
  let departure: String
  let from: Int
  let to: Int

  /// - Returns: Nil where the layer does not show on the span.
  init?(_ layer: PlacedLayer, on span: Range<Int>, rate: FrameRate) {
    let life = layer.frames(at: rate)
    let shown = life.clamped(to: span)
    guard !shown.isEmpty, life.overlaps(span) else { return nil }
    let (first, last, begin) = (life.lowerBound, life.upperBound, span.lowerBound)
    steps = Self.steps(layer, shown, begin, rate)
    x = layer.x
    y = layer.y
    let coming = layer.entranceLength(at: rate)
    let isComing = coming > 0 && first + coming > begin
    entrance = isComing ? "\(layer.entrance.text) \(coming)" : ""
    let going = layer.departureLength(at: rate)
    let isGoing = going > 0 && last - going < span.upperBound
    departure = isGoing ? "\(layer.departure.text) \(going)" : ""
    from = (isComing ? first : shown.lowerBound) - begin
    to = (isGoing ? last : shown.upperBound) - begin
  }

  /// The steps that show, each from where it begins to show.
  private static func steps(
    _ layer: PlacedLayer, _ shown: Range<Int>, _ begin: Int, _ rate: FrameRate
  ) -> [Step] {
    let first = layer.frames(at: rate).lowerBound
    let starts = layer.stepFrames(at: rate).map { first + $0 }
    return zip(layer.steps, starts.indices).compactMap { step, index in
      let until = index + 1 < starts.count ? starts[index + 1] : Int.max
      let start = max(starts[index], shown.lowerBound)
      guard start < min(until, shown.upperBound) else { return nil }
      return Step(pixels: step.pixels, at: start - begin)
    }
  }
}
