internal import Drawing
internal import Foundation
internal import Model

/// The head of the first page: what is filmed, when the call is, how long it takes.
struct SheetTitle {
  let pages: ShotListPages

  private var style: SheetStyle { pages.style }
  private var totals: ShotList.Totals { pages.list.totals }

  var items: [SheetItem] { [heading, figures] }

  private var heading: SheetItem {
    SheetItem(height: 62) { [style, pages] context, box in
      let kind = style.text(
        "\(pages.kind.zh) \(pages.kind.en)", size: 13, weight: 700,
        color: pages.kind.mark.isEmpty ? style.faint : style.must, width: box.width * 0.6, lines: 1)
      context.draw(kind, at: CGPoint(x: box.minX, y: box.minY + 40))
      let name = style.text(
        pages.title, size: 26, weight: 700, width: box.width * 0.62, lines: 1, shrinkTo: 0.4)
      context.draw(name, at: CGPoint(x: box.minX, y: box.minY + 4))
      let date = style.text(
        pages.list.date.isEmpty ? "日期 Date ____________" : pages.list.date, size: 17, weight: 700,
        width: box.width * 0.36, lines: 1)
      context.draw(date, at: CGPoint(x: box.maxX - date.width, y: box.minY + 6))
      let call = style.text(
        "集合 Call " + DayClock.time(0, dayStart: pages.policy.dayStart), size: 15, weight: 700,
        width: box.width * 0.36, lines: 1)
      context.draw(call, at: CGPoint(x: box.maxX - call.width, y: box.minY + 34))
    }
  }

  private var cells: [(label: String, value: String)] {
    let days = pages.days.count
    var cells = [
      ("镜头 Shots", "\(totals.shots)"), ("必拍 Must", "\(pages.shots.count { $0.must })"),
      ("商品 Products", "\(Set(pages.shots.map(\.sku)).count)"),
    ]
    if days > 1 { cells.append(("天数 Days", "\(days)")) }
    cells.append(("用时 Time", DayClock.length(totals.minutes)))
    let saved = totals.minutesInScriptOrder - totals.minutes
    guard saved > 0 else { return cells }
    return cells + [
      ("按脚本顺序 In script order", DayClock.length(totals.minutesInScriptOrder)),
      ("省下 Saved", DayClock.length(saved)),
    ]
  }

  private var figures: SheetItem {
    SheetItem(height: 64) { [style, cells] context, box in
      let width = box.width / Double(cells.count)
      context.fill(
        .roundedRect(CGRect(x: box.minX, y: box.minY, width: box.width, height: 52), radius: 5),
        with: style.rule.faded(0.32))
      for (index, cell) in cells.enumerated() {
        let x = box.minX + Double(index) * width + 9
        let label = style.text(
          cell.label, size: style.small, color: style.faint, width: width - 12, lines: 1,
          shrinkTo: 0.6)
        context.draw(label, at: CGPoint(x: x, y: box.minY + 9))
        let value = style.text(
          cell.value, size: 19, weight: 700, width: width - 12, lines: 1, shrinkTo: 0.4)
        context.draw(value, at: CGPoint(x: x, y: box.minY + 24))
      }
    }
  }
}
