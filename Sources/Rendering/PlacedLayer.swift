import Hashing
import Model
import Pixels
import Timing

/// A layer drawn and laid on its canvas.
struct PlacedLayer: Sendable {
  let kind: Layer.Kind
  let text: String
  let bitmap: Bitmap
  /// Where the bitmap's left top corner lies, in pixels; shadows may stand outside the box.
  let x: Int
  let y: Int
  /// The ink without its shadow: left, top, width, height in pixels.
  let box: [Int]
  let fontPx: Int
  var range: TimeRange
  let entrance: Entrance
  /// The hash of its pixels.
  let pixels: String

  enum Entrance: String, Sendable { case none, pop, fade }

  init(
    kind: Layer.Kind, text: String, bitmap: Bitmap, x: Int, y: Int, box: [Int], fontPx: Int,
    range: TimeRange, entrance: Entrance
  ) {
    self.kind = kind
    self.text = text
    self.bitmap = bitmap
    self.x = x
    self.y = y
    self.box = box
    self.fontPx = fontPx
    self.range = range
    self.entrance = entrance
    pixels = "\(bitmap.width)x\(bitmap.height) " + ContentHash(of: bitmap.bytes).hexadecimal
  }

  var title: PlacedTitle {
    PlacedTitle(
      text: text, start: range.start, end: range.end, box: box, fontPx: fontPx,
      kind: kind.rawValue)
  }
}
