internal import Drawing
internal import Foundation
internal import Model

/// The columns of one shot in rows, as high as their words need.
struct CardGrid {
  let width: Double
  private let style: SheetStyle
  private let rows: [[Cell]]
  private let heights: [Double]

  private struct Cell {
    let column: ShotColumn
    let label: FittedText
    let english: FittedText
    let text: FittedText
    let x: Double
  }

  var height: Double { heights.reduce(0, +) }

  init(shot: ListedShot, style: SheetStyle, width: Double) {
    self.style = style
    self.width = width
    let plan: [[(ShotColumn, Double)]] = [
      [(.shot, 0.4), (.size, 0.15), (.movement, 0.15), (.angle, 0.15), (.duration, 0.15)],
      [(.picture, 1)],
      [(.line, 0.52), (.caption, 0.48)],
      [(.props, 0.42), (.sound, 0.22), (.notes, 0.36)],
    ]
    rows = plan.map { row in
      var x = 0.0
      return row.map { column, share in
        let room = width * share - 6
        defer { x += width * share }
        let strong = column == .shot || column == .picture
        return Cell(
          column: column,
          label: style.text(
            column.zh, size: style.small, weight: 700, color: style.faint, width: room, lines: 1),
          english: style.text(
            column.en, size: style.small - 1, color: style.faint, width: room, lines: 1,
            shrinkTo: 0.6),
          text: style.text(
            CardGrid.text(column, shot), size: column == .picture ? style.body + 1 : style.body,
            weight: strong ? 700 : 400, width: room,
            lines: column == .picture || column == .line ? 6 : 4, shrinkTo: 0.6),
          x: x)
      }
    }
    heights = rows.map { row in (row.map(\.text.height).max() ?? 0) + style.small * 2 + 11 }
  }

  /// The shot's cell names the product too, so that nobody has to know the SKU.
  private static func text(_ column: ShotColumn, _ shot: ListedShot) -> String {
    let text = column.text(of: shot)
    guard column == .shot else { return text }
    return shot.product == shot.sku ? "\(text)\n\(shot.sku)" : "\(text)\n\(shot.product)"
  }

  func draw(on context: GraphicsContext, at origin: CGPoint) {
    var y = origin.y
    for (index, row) in rows.enumerated() {
      for cell in row {
        let x = origin.x + cell.x
        context.draw(cell.label, at: CGPoint(x: x, y: y))
        context.draw(cell.english, at: CGPoint(x: x, y: y + style.small + 1.5))
        context.draw(cell.text, at: CGPoint(x: x, y: y + style.small * 2 + 3.5))
      }
      y += heights[index]
      context.stroke(
        .line(
          from: CGPoint(x: origin.x, y: y - 4), to: CGPoint(x: origin.x + width, y: y - 4)),
        with: style.rule, width: 0.5)
    }
  }
}
