import Drawing
import Foundation
import Media
import Model
import Pixels

/// A photo set whole on a canvas, before a blurred and brightened copy of itself or on a ground.
struct PhotoBoard {
  let canvas: Model.Canvas
  /// How much larger than the canvas the board is drawn, so that a push stays sharp.
  let oversize: Double
  let ground: GroundPlan

  /// - Throws: `MediaError` when the photo cannot be read, `DrawingError` when it is too large.
  func bitmap(of path: String) throws -> Bitmap {
    let (width, height) = PhotoBoard.size(canvas: canvas, oversize: oversize)
    let photo = try StillReader.bitmap(of: path, longSide: max(width, height))
    let board = try Drawing.Canvas(width: width, height: height)
    let whole = CGRect(x: 0, y: 0, width: width, height: height)
    if let paint = ground.paint(over: whole) {
      board.fill(with: paint)
    } else {
      board.fill(with: .white)
      board.drawFilling(photo, in: whole)
      board.blur(sigma: Double(width) / 22)
      board.fill(with: Color.white.faded(0.18))
    }
    // The push must not carry the photo's edge out of the picture.
    let inset = whole.insetBy(
      dx: Double(width) * (1 - 0.96 / oversize) / 2, dy: Double(height) * (1 - 0.96 / oversize) / 2)
    _ = board.drawFitting(photo, in: inset)
    return board.bitmap
  }

  /// The board's sides in pixels, even.
  static func size(canvas: Model.Canvas, oversize: Double) -> (width: Int, height: Int) {
    (even(Double(canvas.width) * oversize), even(Double(canvas.height) * oversize))
  }

  private static func even(_ length: Double) -> Int { (Int(length.rounded()) + 1) & ~1 }
}

extension GroundPlan {
  /// A gradient from the top to the bottom of a rectangle; nil for a blurred ground.
  func paint(over rect: CGRect) -> Paint? {
    guard kind == .gradient, let from = top.flatMap(Color.init), let to = bottom.flatMap(Color.init)
    else { return nil }
    return .linear(
      from, to, from: CGPoint(x: rect.midX, y: rect.minY), to: CGPoint(x: rect.midX, y: rect.maxY))
  }
}
