import Drawing
import Foundation
import Media
import Model
import Pixels
import Timing

/// A placed layer with the pictures it shows over a stretch of its life: each prepared once.
struct LayerClock {
  private let first: Int
  private let last: Int
  private let entrance: PlacedLayer.Entrance
  private let still: PlanarOverlay
  private let pops: [PlanarOverlay]
  private let fadeFrames: Int

  /// - Parameter frame: The first picture it is asked for.
  /// - Throws: `DrawingError` when a scaled copy is too large.
  init(_ layer: PlacedLayer, motion: Style.Motion, rate: FrameRate, from frame: Int) throws {
    first = layer.range.start.frames(at: rate)
    last = layer.range.end.frames(at: rate)
    entrance = layer.entrance
    still = PlanarOverlay(layer.bitmap, x: layer.x, y: layer.y)
    let moves = LayerMotion(motion, rate: rate)
    fadeFrames = moves.fadeFrames
    let frames = min(moves.popFrames, last - first)
    let isPopping = layer.entrance == .pop && first + frames > frame
    pops = isPopping ? try LayerClock.pops(layer, frames: frames, scale: moves.popScale) : []
  }

  func isActive(at frame: Int) -> Bool { first <= frame && frame < last }

  func draw(on picture: Picture, at frame: Int) {
    guard isActive(at: frame) else { return }
    let age = frame - first
    if age < pops.count { return pops[age].blend(onto: picture) }
    let opacity = entrance == .fade ? min(256, 256 * (age + 1) / fadeFrames) : 256
    still.blend(onto: picture, opacity: opacity)
  }

  /// Grows from 60 % past its size and settles, easing out.
  private static func pops(_ layer: PlacedLayer, frames: Int, scale: Double) throws
    -> [PlanarOverlay]
  {
    guard frames > 1 else { return [] }
    return try (0..<frames).map { index in
      let t = Double(index + 1) / Double(frames + 1)
      let factor =
        t < 0.6
        ? 0.6 + (scale - 0.6) * (1 - pow(1 - t / 0.6, 3))
        : scale + (1 - scale) * (1 - pow(1 - (t - 0.6) / 0.4, 3))
      let width = max(2, Int(Double(layer.bitmap.width) * factor))
      let height = max(2, Int(Double(layer.bitmap.height) * factor))
      let canvas = try Drawing.Canvas(width: width, height: height)
      canvas.scale(x: factor, y: factor)
      canvas.draw(layer.bitmap, at: .zero)
      return PlanarOverlay(
        canvas.bitmap, x: layer.x + (layer.bitmap.width - width) / 2,
        y: layer.y + (layer.bitmap.height - height) / 2)
    }
  }
}
