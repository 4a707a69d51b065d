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
  /// Whether nothing behind the bitmap shows through.
  let isOpaque: Bool

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
    isOpaque = bitmap.isOpaque
    pixels = "\(bitmap.width)x\(bitmap.height) " + ContentHash(of: bitmap.bytes).hexadecimal
  }

  var title: PlacedTitle {
    PlacedTitle(
      text: text, start: range.start, end: range.end, box: box, fontPx: fontPx,
      kind: kind.rawValue)
  }
}

extension PlacedLayer {
  /// The first picture from which on the layer hides the whole canvas for as long as it stands.
  func hides(_ canvas: Canvas, motion: LayerMotion, rate: FrameRate) -> Range<Int>? {
    guard isOpaque, x <= 0, y <= 0, x + bitmap.width >= canvas.width,
      y + bitmap.height >= canvas.height
    else { return nil }
    let (first, last) = (range.start.frames(at: rate), range.end.frames(at: rate))
    let settled = first + motion.length(entrance)
    return settled < last ? settled..<last : nil
  }
}

extension Bitmap {
  fileprivate var isOpaque: Bool {
    bytes.withUnsafeBufferPointer { bytes in
      stride(from: 3, to: bytes.count, by: 4).allSatisfy { bytes[$0] == 255 }
    }
  }
}
