import Drawing
import Foundation
public import Model
public import Pixels

/// Styles below each other, each in a row of panels under its name.
public struct StyleSheetPage: Sendable {
  /// A style's name, what it is for, and its panels.
  public struct Row: Sendable {
    public var name: String
    public var panels: [Bitmap]

    public init(name: String, panels: [Bitmap]) {
      self.name = name
      self.panels = panels
    }
  }

  public var rows: [Row]
  /// Height of a panel in pixels.
  public var height: Int

  public init(rows: [Row], height: Int = 560) {
    self.rows = rows
    self.height = height
  }

  private static let head = 54
  private static let gap = 14

  /// - Throws: `DrawingError` when the sheet would be too large for a picture.
  public func drawn() throws -> Bitmap {
    let (gap, head) = (Self.gap, Self.head)
    func width(_ panel: Bitmap) -> Int { max(1, panel.width * height / max(1, panel.height)) }
    let widths = rows.map { row in row.panels.reduce(gap) { $0 + width($1) + gap } }
    let canvas = try Drawing.Canvas(
      width: max(400, widths.max() ?? 0), height: max(1, rows.count * (height + head + gap) + gap))
    canvas.fill(with: Color(red: 0.93, green: 0.93, blue: 0.92))
    let style = TextStyle(
      families: ["Noto Sans CJK SC", "sans-serif"], weight: 700, size: 26, color: .black,
      alignment: .left, maxLines: 1)
    var y = gap
    for row in rows {
      canvas.drawLine(row.name, style: style, baseline: CGPoint(x: gap, y: y + head - 18))
      var x = gap
      for panel in row.panels {
        canvas.draw(
          panel, in: CGRect(x: x, y: y + head, width: width(panel), height: height))
        x += width(panel) + gap
      }
      y += head + height + gap
    }
    return canvas.bitmap
  }
}
