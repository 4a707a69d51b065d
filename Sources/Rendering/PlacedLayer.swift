import Hashing
import Model
import Pixels
import Timing

/// A layer drawn and laid on its canvas.
struct PlacedLayer: Sendable {
  let kind: Layer.Kind
  let text: String
  /// What it shows as time goes on, the first from its beginning: pictures of one size.
  let steps: [Step]
  /// Where the pictures' left top corner lies, in pixels; shadows may stand outside the box.
  let x: Int
  let y: Int
  /// The ink without its shadow: left, top, width, height in pixels.
  let box: [Int]
  let fontPx: Int
  var range: TimeRange
  let entrance: Movement
  let departure: Movement
  /// Whether nothing behind it shows through from first to last.
  let isOpaque: Bool

  /// A picture that stands until the next one.
  struct Step: Sendable {
    let bitmap: Bitmap
    /// Seconds after the layer's beginning.
    let at: Time
    /// The hash of its pixels.
    let pixels: String

    init(_ bitmap: Bitmap, at time: Time = .zero) {
      self.bitmap = bitmap
      at = time
      pixels = "\(bitmap.width)x\(bitmap.height) " + ContentHash(of: bitmap.bytes).hexadecimal
    }
  }

  init(
    kind: Layer.Kind, text: String, steps: [Step], x: Int, y: Int, box: [Int], fontPx: Int,
    range: TimeRange, entrance: Movement = .none, departure: Movement = .none
  ) {
    self.kind = kind
    self.text = text
    self.steps = steps
    self.x = x
    self.y = y
    self.box = box
    self.fontPx = fontPx
    self.range = range
    self.entrance = entrance
    self.departure = departure
    isOpaque = steps.allSatisfy(\.bitmap.isOpaque)
  }

  /// Its last picture: the words as they stand in the end.
  var bitmap: Bitmap { steps[steps.count - 1].bitmap }

  var title: PlacedTitle {
    PlacedTitle(
      text: text, start: range.start, end: range.end, box: box, fontPx: fontPx,
      kind: kind.rawValue)
  }
}

extension PlacedLayer {
  /// Where its life lies at a rate, in pictures.
  func frames(at rate: FrameRate) -> Range<Int> {
    let first = range.start.frames(at: rate)
    return first..<max(first, range.end.frames(at: rate))
  }

  /// Pictures of its coming, at most its life.
  func entranceLength(at rate: FrameRate) -> Int {
    min(entrance.length(at: rate), frames(at: rate).count)
  }

  /// Pictures of its going, at most what its coming leaves.
  func departureLength(at rate: FrameRate) -> Int {
    min(departure.length(at: rate), frames(at: rate).count - entranceLength(at: rate))
  }

  /// The first pictures of its steps, counted from its beginning.
  func stepFrames(at rate: FrameRate) -> [Int] {
    steps.enumerated().map { $0.offset == 0 ? 0 : $0.element.at.frames(at: rate) }
  }

  /// The pictures in which the layer hides the whole canvas.
  func hides(_ canvas: Canvas, rate: FrameRate) -> Range<Int>? {
    guard isOpaque, x <= 0, y <= 0, x + bitmap.width >= canvas.width,
      y + bitmap.height >= canvas.height
    else { return nil }
    let life = frames(at: rate)
    let settled = life.lowerBound + entranceLength(at: rate)
    let leaving = life.upperBound - departureLength(at: rate)
    return settled < leaving ? settled..<leaving : nil
  }
}

extension Bitmap {
  fileprivate var isOpaque: Bool {
    bytes.withUnsafeBufferPointer { bytes in
      stride(from: 3, to: bytes.count, by: 4).allSatisfy { bytes[$0] == 255 }
    }
  }
}
