internal import Foundation
public import Pixels

/// How far a drawn text's picture stands out of its box, in whole pixels.
public struct Margins: Sendable, Hashable {
  public let left: Int
  public let top: Int
  public let right: Int
  public let bottom: Int
}

extension TextLayout {
  /// Draws fitted text, with plate, strokes, shadow and key words, on a picture just large enough.
  ///
  /// The text's box stands `margins(of:)` inside the picture; both are equal without a shadow.
  /// - Throws: `DrawingError` `.sizeInvalid` when the text is too large for a picture.
  public static func bitmap(of text: FittedText) throws -> Bitmap {
    let margins = margins(of: text)
    let canvas = try Canvas(
      width: max(1, Int(clamping: text.width)) + margins.left + margins.right,
      height: max(1, Int(clamping: text.height)) + margins.top + margins.bottom)
    canvas.draw(text, at: CGPoint(x: margins.left, y: margins.top))
    return canvas.bitmap
  }

  /// How far the picture of a text stands out of the box that `FittedText` tells.
  public static func margins(of text: FittedText) -> Margins {
    guard let shadow = text.style.shadow else {
      return Margins(left: 0, top: 0, right: 0, bottom: 0)
    }
    let reach = max(0, shadow.blur) * 3
    func margin(_ offset: Double) -> Int { min(4096, max(0, Int(clamping: reach + offset))) }
    return Margins(
      left: margin(-shadow.dx), top: margin(-shadow.dy), right: margin(shadow.dx),
      bottom: margin(shadow.dy))
  }
}
