import Model
import Timing

/// How a layer stands on one span, in pictures from the span's first: equal where the pictures are
/// equal, wherever on the timeline the span lies.
struct LayerStand: Hashable, Codable {
  let pixels: String
  let x: Int
  let y: Int
  /// How it comes in, with the figures of the movement; empty once it has settled.
  let entrance: String
  let from: Int
  let to: Int

  /// - Returns: Nil where the layer does not show on the span.
  init?(_ layer: PlacedLayer, on span: Range<Int>, motion: LayerMotion, rate: FrameRate) {
    let first = layer.range.start.frames(at: rate)
    let last = layer.range.end.frames(at: rate)
    guard first < span.upperBound, last > span.lowerBound, first < last else { return nil }
    pixels = layer.pixels
    x = layer.x
    y = layer.y
    let length = min(motion.length(layer.entrance), last - first)
    let moves = length > 0 && first + length > span.lowerBound
    entrance = moves ? "\(motion.text(layer.entrance)) \(length)" : ""
    from = moves ? first - span.lowerBound : max(0, first - span.lowerBound)
    to = min(last, span.upperBound) - span.lowerBound
  }
}

/// A style's movements in pictures at one rate.
struct LayerMotion: Sendable {
  let popFrames: Int
  let popScale: Double
  let fadeFrames: Int

  init(_ motion: Style.Motion, rate: FrameRate) {
    popFrames = Time(frames: motion.popFrames, at: FrameRate(30)).frames(at: rate)
    popScale = motion.popScale
    fadeFrames = max(1, Time(frames: motion.fadeFrames, at: FrameRate(30)).frames(at: rate))
  }

  /// Pictures until a layer stands still.
  func length(_ entrance: PlacedLayer.Entrance) -> Int {
    switch entrance {
    case .none: 0
    case .pop: popFrames > 1 ? popFrames : 0
    case .fade: fadeFrames
    }
  }

  func text(_ entrance: PlacedLayer.Entrance) -> String {
    switch entrance {
    case .none: ""
    case .pop: "pop \(popFrames) \(popScale)"
    case .fade: "fade \(fadeFrames)"
    }
  }
}
