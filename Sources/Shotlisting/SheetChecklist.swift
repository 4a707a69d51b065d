internal import Drawing
internal import Foundation
internal import Model

/// What has to lie ready before the first shot: samples and props, to be ticked.
struct SheetChecklist {
  let pages: ShotListPages

  private var style: SheetStyle { pages.style }

  /// One line to tick.
  struct Line: Equatable {
    let name: String
    let detail: String
  }

  /// Every product once, with how many samples its shots need.
  var samples: [Line] {
    var order: [String] = []
    var groups: [String: [ListedShot]] = [:]
    for shot in pages.shots {
      if groups[shot.sku] == nil { order.append(shot.sku) }
      groups[shot.sku, default: []].append(shot)
    }
    return order.map { sku in
      let shots = groups[sku] ?? []
      let name = shots[0].product == sku ? sku : "\(shots[0].product)  \(sku)"
      let spent = shots.count { $0.destructive }
      let detail = spent == 0 ? "\(shots.count) 镜" : "\(shots.count) 镜 · 毁样 \(spent)，多备"
      return Line(name: name, detail: detail)
    }
  }

  /// Every prop once, with the number of shots that use it.
  var props: [Line] {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for prop in pages.shots.flatMap({ Array(Set($0.props)).sorted() }) where !prop.isEmpty {
      if counts[prop] == nil { order.append(prop) }
      counts[prop, default: 0] += 1
    }
    return order.map { Line(name: $0, detail: "\(counts[$0] ?? 0) 镜") }
  }

  var items: [SheetItem] {
    section("样品 Samples", samples) + section("道具 Props", props)
  }

  private func section(_ title: String, _ lines: [Line]) -> [SheetItem] {
    guard !lines.isEmpty else { return [] }
    let head = SheetItem(height: 34, staysWithNext: true) { [style] context, box in
      let text = style.text(title, size: 12, weight: 700, width: box.width, lines: 1)
      context.draw(text, at: CGPoint(x: box.minX, y: box.minY + 15))
    }
    let pairs = stride(from: 0, to: lines.count, by: 2).map { start in
      Array(lines[start..<min(start + 2, lines.count)])
    }
    return [head] + pairs.map(row)
  }

  /// Two lines side by side.
  private func row(_ pair: [Line]) -> SheetItem {
    SheetItem(height: 16) { [style] context, box in
      let width = box.width / 2 - 8
      for (index, line) in pair.enumerated() {
        let x = box.minX + Double(index) * (width + 16)
        TickBox(style: style).draw(on: context, at: CGPoint(x: x, y: box.minY + 3))
        let detail = style.text(
          line.detail, size: style.small + 0.5, color: style.faint, width: width * 0.34, lines: 1)
        context.draw(
          detail, at: CGPoint(x: x + width - detail.width, y: box.minY + 4.5))
        let name = style.text(
          line.name, size: style.body, width: width - 18 - detail.width - 6, lines: 1,
          shrinkTo: 0.6)
        context.draw(name, at: CGPoint(x: x + 14, y: box.minY + 3.5))
      }
    }
  }
}

/// A small square to tick, with a word beside it.
struct TickBox {
  let style: SheetStyle
  var side = 8.0

  /// - Returns: The width drawn, in points.
  @discardableResult
  func draw(on context: GraphicsContext, at point: CGPoint, label: String = "") -> Double {
    let box = CGRect(x: point.x, y: point.y, width: side, height: side)
    context.stroke(.roundedRect(box, radius: 1.4), with: style.ink, width: 0.8)
    guard !label.isEmpty else { return side }
    let text = style.text(label, size: style.small + 0.3, width: 60, lines: 1)
    context.draw(
      text, at: CGPoint(x: box.maxX + 2.5, y: box.midY - text.height / 2))
    return side + 2.5 + text.width
  }
}
