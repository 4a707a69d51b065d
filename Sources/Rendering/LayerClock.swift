import Drawing
import Foundation
import Media
import Model
import Pixels
import Timing

/// A placed layer with the pictures it shows over a stretch of its life, each prepared when it is
/// first shown. Not Sendable.
final class LayerClock {
  private let layer: PlacedLayer
  private let life: Range<Int>
  private let coming: Int
  private let going: Int
  private let starts: [Int]
  private var still: (step: Int, overlay: PlanarOverlay)?

  init(_ layer: PlacedLayer, rate: FrameRate) {
    self.layer = layer
    life = layer.frames(at: rate)
    coming = layer.entranceLength(at: rate)
    going = layer.departureLength(at: rate)
    starts = layer.stepFrames(at: rate)
  }

  func isActive(at frame: Int) -> Bool { life.contains(frame) }

  /// - Throws: `DrawingError` when a scaled copy is too large.
  func draw(on picture: Picture, at frame: Int) throws {
    guard isActive(at: frame) else { return }
    let age = frame - life.lowerBound
    let step = starts.lastIndex { $0 <= age } ?? 0
    if age < coming { return try come(picture, age, step) }
    let left = life.upperBound - frame
    guard left <= going else { return overlay(step).blend(onto: picture) }
    go(picture, (going - left + 1) * 256 / (going + 1), step)
  }

  private func overlay(_ step: Int) -> PlanarOverlay {
    if let still, still.step == step { return still.overlay }
    let made = PlanarOverlay(layer.steps[step].bitmap, x: layer.x, y: layer.y)
    still = (step, made)
    return made
  }

  private func come(_ picture: Picture, _ age: Int, _ step: Int) throws {
    let movement = layer.entrance
    let way = (age + 1) * 256 / (coming + 1)
    // Eased out: what is left of the way shrinks by its third power.
    let left = (256 - way) * (256 - way) * (256 - way) >> 16
    switch movement.kind {
    case .none: overlay(step).blend(onto: picture)
    case .fade: overlay(step).blend(onto: picture, opacity: min(256, 256 * (age + 1) / coming))
    case .pop: try popped(step, age).blend(onto: picture)
    case .wipe: overlay(step).blend(onto: picture, within: columns(0, 256 - left))
    case .slide:
      overlay(step).blend(
        onto: picture, opacity: min(256, way * 2), dx: movement.dx * left / 256,
        dy: movement.dy * left / 256)
    }
  }

  /// - Parameter gone: The share of its way that is done, in 256ths.
  private func go(_ picture: Picture, _ gone: Int, _ step: Int) {
    let movement = layer.departure
    let eased = gone * gone >> 8
    switch movement.kind {
    case .none, .pop, .fade: overlay(step).blend(onto: picture, opacity: 256 - gone)
    case .wipe: overlay(step).blend(onto: picture, within: columns(eased, 256))
    case .slide:
      overlay(step).blend(
        onto: picture, opacity: 256 - gone, dx: movement.dx * eased / 256,
        dy: movement.dy * eased / 256)
    }
  }

  /// The columns between two shares of the layer's width, in 256ths.
  private func columns(_ from: Int, _ to: Int) -> Range<Int> {
    let width = layer.bitmap.width
    return layer.x + width * from / 256..<layer.x + max(width * from, width * to) / 256
  }

  /// Grows from 60 % past its size and settles.
  private func popped(_ step: Int, _ age: Int) throws -> PlanarOverlay {
    let bitmap = layer.steps[step].bitmap
    let factor = Self.popScale(age: age, of: coming, most: layer.entrance.scale)
    let width = max(2, bitmap.width * factor / 1000)
    let height = max(2, bitmap.height * factor / 1000)
    let canvas = try Drawing.Canvas(width: width, height: height)
    canvas.scale(x: Double(factor) / 1000, y: Double(factor) / 1000)
    canvas.draw(bitmap, at: .zero)
    return PlanarOverlay(
      canvas.bitmap, x: layer.x + (bitmap.width - width) / 2,
      y: layer.y + (bitmap.height - height) / 2)
  }

  /// Thousandths of the size: three fifths of the pictures grow, the rest settle, eased out both.
  static func popScale(age: Int, of frames: Int, most: Int) -> Int {
    let way = (age + 1) * 1000 / (frames + 1)
    func eased(_ from: Int, _ to: Int, _ share: Int) -> Int {
      let left = 1000 - min(1000, max(0, share))
      return to + (from - to) * (left * left / 1000 * left / 1000) / 1000
    }
    return way < 600 ? eased(600, most, way * 1000 / 600) : eased(most, 1000, (way - 600) * 5 / 2)
  }
}
