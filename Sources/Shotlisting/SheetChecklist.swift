internal import Drawing
internal import Foundation
internal import Model

/// What has to lie ready, to be ticked: a section's name on the left, its lines beside it.
struct SheetChecklist {
  let call: CallList
  let style: SheetStyle

  private static let rowHeight = 18.5
  private static let sectionGap = 8.0
  private static let nameWidth = 84.0
  /// A name up to this many characters has room in a third of the page.
  private static let shortName = 12

  var items: [SheetItem] { call.sections.flatMap(section) }

  private func section(_ section: CallList.Section) -> [SheetItem] {
    let longest = section.lines.map(\.name.count).max() ?? 0
    let across = longest > SheetChecklist.shortName ? 2 : 3
    return stride(from: 0, to: section.lines.count, by: across).map { start in
      let lines = Array(section.lines[start..<min(start + across, section.lines.count)])
      return row(lines, across: across, of: start == 0 ? section : nil)
    }
  }

  /// - Parameter section: Whose first row it is; nil for a further one.
  private func row(
    _ lines: [CallList.Line], across: Int, of section: CallList.Section?
  ) -> SheetItem {
    let gap = section == nil ? 0 : SheetChecklist.sectionGap
    return SheetItem(height: SheetChecklist.rowHeight + gap) { [self] context, box in
      if let section {
        context.stroke(
          .line(
            from: CGPoint(x: box.minX, y: box.minY + gap - 3),
            to: CGPoint(x: box.maxX, y: box.minY + gap - 3)), with: style.ink, width: 0.7)
        let name = style.text(
          "\(section.zh) \(section.en)", size: style.body, weight: 700,
          width: SheetChecklist.nameWidth - 6, lines: 1, shrinkTo: 0.5)
        context.draw(name, at: CGPoint(x: box.minX, y: box.minY + gap + 4))
      }
      let room = box.width - SheetChecklist.nameWidth
      let width = (room + 12) / Double(across) - 12
      for (index, line) in lines.enumerated() {
        let left = box.minX + SheetChecklist.nameWidth + Double(index) * (width + 12)
        draw(
          line, on: context,
          in: CGRect(x: left, y: box.minY + gap, width: width, height: box.height - gap))
      }
    }
  }

  private func draw(_ line: CallList.Line, on context: GraphicsContext, in box: CGRect) {
    TickBox(style: style, side: 11).draw(on: context, at: CGPoint(x: box.minX, y: box.minY + 3))
    var right = box.maxX
    let shots = "\(line.shots) 镜" + (line.note.isEmpty ? "" : " · \(line.note)")
    let detail = style.text(
      shots, size: style.small + 0.5, color: style.faint, width: box.width * 0.36, lines: 1,
      shrinkTo: 0.6)
    right -= detail.width
    context.draw(detail, at: CGPoint(x: right, y: box.minY + 5))
    if let quantity = line.quantity {
      let count = style.text("× \(quantity)", size: style.body, weight: 700, width: 60, lines: 1)
      right -= count.width + 7
      context.draw(count, at: CGPoint(x: right, y: box.minY + 4))
    }
    let left = box.minX + 17
    let name = style.text(
      line.name, size: style.body, width: right - left - 6, lines: 1, shrinkTo: 0.65)
    context.draw(name, at: CGPoint(x: left, y: box.minY + 4))
  }
}

/// A small square to tick, with a word beside it.
struct TickBox {
  let style: SheetStyle
  var side = 10.0

  /// - Returns: The width drawn, in points.
  @discardableResult
  func draw(on context: GraphicsContext, at point: CGPoint, label: String = "") -> Double {
    let box = CGRect(x: point.x, y: point.y, width: side, height: side)
    context.stroke(.roundedRect(box, radius: 1.4), with: style.ink, width: 0.8)
    guard !label.isEmpty else { return side }
    let text = style.text(label, size: style.small + 1, width: 60, lines: 1)
    context.draw(text, at: CGPoint(x: box.maxX + 3, y: box.midY - text.height / 2))
    return side + 3 + text.width
  }
}
