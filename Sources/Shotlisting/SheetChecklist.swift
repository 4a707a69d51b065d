internal import Drawing
internal import Foundation
internal import Model

/// What has to lie ready, to be ticked: two lines side by side.
struct SheetChecklist {
  let call: CallList
  let style: SheetStyle

  private static let rowHeight = 18.5

  var items: [SheetItem] { call.sections.flatMap(section) }

  private func section(_ section: CallList.Section) -> [SheetItem] {
    let head = SheetItem(height: 31, staysWithNext: true) { [style] context, box in
      let text = style.text(
        "\(section.zh) \(section.en)   \(section.lines.count)", size: 13, weight: 700,
        width: box.width, lines: 1)
      context.draw(text, at: CGPoint(x: box.minX, y: box.minY + 12))
    }
    let pairs = stride(from: 0, to: section.lines.count, by: 2).map { start in
      Array(section.lines[start..<min(start + 2, section.lines.count)])
    }
    return [head] + pairs.map(row)
  }

  private func row(_ pair: [CallList.Line]) -> SheetItem {
    SheetItem(height: SheetChecklist.rowHeight) { [self] context, box in
      let width = box.width / 2 - 9
      for (index, line) in pair.enumerated() {
        let left = box.minX + Double(index) * (width + 18)
        draw(line, on: context, in: CGRect(x: left, y: box.minY, width: width, height: box.height))
      }
    }
  }

  private func draw(_ line: CallList.Line, on context: GraphicsContext, in box: CGRect) {
    TickBox(style: style, side: 11).draw(on: context, at: CGPoint(x: box.minX, y: box.minY + 3))
    var right = box.maxX
    let shots = "\(line.shots) 镜" + (line.note.isEmpty ? "" : " · \(line.note)")
    let detail = style.text(
      shots, size: style.small + 0.5, color: style.faint, width: box.width * 0.4, lines: 1)
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
    context.stroke(
      .line(
        from: CGPoint(x: box.minX, y: box.maxY - 0.5), to: CGPoint(x: box.maxX, y: box.maxY - 0.5)),
      with: style.rule.faded(0.6), width: 0.4)
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
