import Model
import Pixels
import Timing

/// A layer drawn and laid on its canvas.
struct PlacedLayer {
  let kind: Layer.Kind
  let text: String
  let bitmap: Bitmap
  /// Where the bitmap's left top corner lies, in pixels; shadows may stand outside the box.
  let x: Int
  let y: Int
  /// The ink without its shadow: left, top, width, height in pixels.
  let box: [Int]
  let fontPx: Int
  let range: TimeRange
  let entrance: Entrance

  enum Entrance { case none, pop, fade }

  var title: PlacedTitle {
    PlacedTitle(
      text: text, start: range.start, end: range.end, box: box, fontPx: fontPx,
      kind: kind.rawValue)
  }
}
