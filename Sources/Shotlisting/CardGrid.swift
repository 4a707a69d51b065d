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
    let label: FittedText
    let text: FittedText
    let x: Double
    let width: Double
    /// What the words may take, however high their marks stand.
    let most: Double

    var height: Double { min(text.height, most) }
  }

  /// What stands in one cell, before it is measured.
  private struct Words {
    var label: String
    let text: String
    let share: Double
    var size: Double
    var weight = 400
    var lines = 4
  }

  private static let labelHeight = 10.0
  private static let gap = 7.5

  var height: Double { heights.reduce(0, +) }

  init(shot: ListedShot, policy: ShootPolicy, style: SheetStyle, width: Double) {
    self.style = style
    self.width = width
    rows = CardGrid.plan(shot, policy: policy, style: style).map { row in
      var x = 0.0
      return row.map { words in
        let room = width * words.share - 6
        defer { x += width * words.share }
        return Cell(
          label: style.text(
            words.label, size: style.small, color: style.faint, width: room + 4, lines: 1,
            shrinkTo: 0.7),
          text: style.text(
            words.text, size: words.size, weight: words.weight, width: room, lines: words.lines,
            shrinkTo: 0.7),
          x: x, width: room, most: words.size * 1.45 * Double(words.lines))
      }
    }
    heights = rows.map { row in
      (row.map(\.height).max() ?? 0) + CardGrid.labelHeight + CardGrid.gap
    }
  }

  private static func plan(
    _ shot: ListedShot, policy: ShootPolicy, style: SheetStyle
  ) -> [[Words]] {
    func cell(
      _ column: ShotColumn, _ share: Double, size: Double? = nil, weight: Int = 400,
      lines: Int = 4
    ) -> Words {
      Words(
        label: "\(column.zh) \(column.en)", text: text(column, shot), share: share,
        size: size ?? style.body, weight: weight, lines: lines)
    }
    let camera: [ShotColumn] = [.size, .movement, .angle, .duration]
    var rows = [
      [cell(.shot, 0.4, size: style.body + 1, weight: 700, lines: 3)]
        + camera.map { cell($0, 0.15, size: style.body + 1, weight: 700, lines: 2) },
      [cell(.picture, 1, size: style.body + 3, weight: 700, lines: 3)],
    ]
    var last: [(column: ShotColumn, share: Double)] = [
      (.props, 0.27), (.sound, 0.15), (.notes, 0.25), (.backup, 0.33),
    ]
    if !shot.line.isEmpty, shot.line == shot.caption {
      // A caption that repeats the line is not printed twice: its place is the backup's.
      var both = cell(.line, shot.backup.isEmpty ? 1 : 0.62)
      both.label = "台词＝字幕 Line and caption"
      rows.append([both])
      if !shot.backup.isEmpty {
        rows[rows.count - 1].append(cell(.backup, 0.38, size: style.body - 1))
        last = [(.props, 0.42), (.sound, 0.2), (.notes, 0.38)]
      }
    } else if !shot.line.isEmpty || !shot.caption.isEmpty {
      rows.append([cell(.line, 0.55), cell(.caption, 0.45)])
    }
    if last.contains(where: { !$0.column.text(of: shot).isEmpty }) {
      rows.append(last.map { cell($0.column, $0.share, size: style.body - 1, lines: 3) })
    }
    let stand = StandPart.named(shot, policy: policy, locale: shot.locale)
    if !stand.isEmpty {
      rows.append(
        stand.map {
          Words(
            label: "\($0.part.zh) \($0.part.en)", text: $0.name, share: 1 / Double(stand.count),
            size: style.body - 1, lines: 2)
        })
    }
    return rows
  }

  /// The shot's cell names the product too, so that nobody has to know the SKU.
  private static func text(_ column: ShotColumn, _ shot: ListedShot) -> String {
    let text = column.text(of: shot)
    guard column == .shot else { return text }
    return text + "\n" + (shot.product == shot.sku ? shot.sku : shot.product)
  }

  func draw(on context: GraphicsContext, at origin: CGPoint) {
    var y = origin.y
    for (index, row) in rows.enumerated() {
      if index > 0 {
        context.stroke(
          .line(
            from: CGPoint(x: origin.x, y: y - 4), to: CGPoint(x: origin.x + width, y: y - 4)),
          with: style.rule, width: 0.5)
      }
      for cell in row {
        let place = CGPoint(x: origin.x + cell.x, y: y + CardGrid.labelHeight)
        context.draw(cell.label, at: CGPoint(x: place.x, y: y))
        guard cell.text.height > cell.most else {
          context.draw(cell.text, at: place)
          continue
        }
        context.saved {
          context.clip(
            to: .rect(CGRect(x: place.x, y: place.y, width: cell.width, height: cell.most)))
          context.draw(cell.text, at: place)
        }
      }
      y += heights[index]
    }
  }
}
