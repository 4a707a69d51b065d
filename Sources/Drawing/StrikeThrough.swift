public import Foundation

/// A line through a price that no longer holds.
public struct StrikeThrough: Sendable, Hashable {
  public var color: Color
  /// Thickness as a share of the font size.
  public var thickness: Double
  /// How far the line stands out at both ends, as a share of the font size.
  public var reach: Double

  public init(color: Color, thickness: Double = 0.075, reach: Double = 0.06) {
    self.color = color
    self.thickness = thickness
    self.reach = reach
  }

  /// Draws the line through the middle of the digits of one line of text.
  public func draw(on context: GraphicsContext, over text: FittedText, at point: CGPoint) {
    let size = text.fontSize
    // Digits of common faces stand three quarters of the em high.
    let y = point.y + text.firstBaseline - size * 0.36
    context.stroke(
      .line(
        from: CGPoint(x: point.x - size * reach, y: y),
        to: CGPoint(x: point.x + text.width + size * reach, y: y)),
      with: .color(color), line: LineStyle(width: size * thickness, cap: .round))
  }
}
