import Model
import Timing

/// Layers of drafts in one style, each drawn once however many drafts show it. Not Sendable.
final class LayerShelf {
  private struct Key: Hashable {
    let layer: Layer
    let place: [Int]
  }

  private var drawn: [Key: PlacedLayer] = [:]

  /// A layer as it was drawn before for the same words, place and length, or as `draw` makes it.
  ///
  /// - Parameter place: What beside words and style decides how it is drawn: canvas, box, band.
  func layer(
    _ layer: Layer, place: [Int], draw: () throws -> PlacedLayer
  ) rethrows -> PlacedLayer {
    var timeless = layer
    timeless.range = TimeRange(start: .zero, duration: layer.range.duration)
    let key = Key(layer: timeless, place: place)
    var placed = try drawn[key] ?? draw()
    drawn[key] = placed
    placed.range = layer.range
    return placed
  }
}
