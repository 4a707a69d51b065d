internal import Drawing
internal import Foundation
internal import Model

/// The head of the first page: what is filmed, when, how long, and the day by setups.
struct SheetTitle {
  let pages: ShotListPages

  private var style: SheetStyle { pages.style }
  private var totals: ShotList.Totals { pages.list.totals }

  var items: [SheetItem] {
    [heading, figures] + [scheduleHead] + pages.list.setups.enumerated().map(row) + warning
  }

  private var heading: SheetItem {
    SheetItem(height: 58) { [style, pages] context, box in
      let name = style.text(
        pages.title, size: 24, weight: 700, width: box.width * 0.66, lines: 1, shrinkTo: 0.4)
      context.draw(name, at: CGPoint(x: box.minX, y: box.minY + 4))
      let kind = style.text(
        "拍摄单 Shot list", size: 11, color: style.faint, width: box.width, lines: 1)
      context.draw(kind, at: CGPoint(x: box.minX, y: box.minY + 34))
      let date = style.text(
        pages.list.date.isEmpty ? "日期 Date ____________" : pages.list.date, size: 13, weight: 700,
        width: box.width * 0.32, lines: 1)
      context.draw(date, at: CGPoint(x: box.maxX - date.width, y: box.minY + 10))
    }
  }

  private var figures: SheetItem {
    let saved = totals.minutesInScriptOrder - totals.minutes
    let cells = [
      ("镜头 Shots", "\(totals.shots)"),
      ("必拍 Must", "\(pages.shots.count { $0.must })"),
      ("商品 Products", "\(Set(pages.shots.map(\.sku)).count)"),
      ("用时 Time", DayClock.length(totals.minutes)),
      ("按脚本顺序 In script order", DayClock.length(totals.minutesInScriptOrder)),
      ("省下 Saved", DayClock.length(max(0, saved))),
    ]
    return SheetItem(height: 62) { [style] context, box in
      let width = box.width / Double(cells.count)
      context.fill(
        .roundedRect(CGRect(x: box.minX, y: box.minY, width: box.width, height: 48), radius: 5),
        with: style.rule.faded(0.32))
      for (index, cell) in cells.enumerated() {
        let x = box.minX + Double(index) * width + 9
        let label = style.text(
          cell.0, size: style.small, color: style.faint, width: width - 12, lines: 1, shrinkTo: 0.6)
        context.draw(label, at: CGPoint(x: x, y: box.minY + 9))
        let value = style.text(cell.1, size: 17, weight: 700, width: width - 12, lines: 1)
        context.draw(value, at: CGPoint(x: x, y: box.minY + 23))
      }
    }
  }

  private var scheduleHead: SheetItem {
    SheetItem(height: 22, staysWithNext: true) { [style] context, box in
      let text = style.text(
        "当天安排 Schedule", size: 12, weight: 700, width: box.width, lines: 1)
      context.draw(text, at: CGPoint(x: box.minX, y: box.minY + 4))
    }
  }

  private func row(_ index: Int, _ setup: ShotList.Setup) -> SheetItem {
    let start = DayClock.time(setup.start, dayStart: pages.policy.dayStart)
    let end = DayClock.time(setup.start + setup.minutes, dayStart: pages.policy.dayStart)
    return SheetItem(height: 19) { [style] context, box in
      context.stroke(
        .line(from: CGPoint(x: box.minX, y: box.maxY), to: CGPoint(x: box.maxX, y: box.maxY)),
        with: style.rule, width: 0.5)
      let y = box.minY + 5
      func put(_ text: String, x: Double, width: Double, weight: Int = 400) {
        let fitted = style.text(text, size: style.body, weight: weight, width: width, lines: 1)
        context.draw(fitted, at: CGPoint(x: box.minX + x, y: y))
      }
      put("\(start) – \(end)", x: 0, width: 110, weight: 700)
      put("\(index + 1)", x: 115, width: 20)
      put(setup.name, x: 138, width: box.width - 290)
      put("\(setup.shots.count) 镜 shots", x: box.width - 140, width: 70)
      put(DayClock.length(setup.minutes), x: box.width - 55, width: 55)
    }
  }

  /// Says so when the work is more than a day.
  private var warning: [SheetItem] {
    guard totals.minutes > pages.policy.dayMinutes, pages.policy.dayMinutes > 0 else { return [] }
    let days = Int(min(999, (totals.minutes / pages.policy.dayMinutes).rounded(.up)))
    let day = DayClock.length(pages.policy.dayMinutes)
    return [
      SheetItem(height: 26) { [style] context, box in
        let text = style.text(
          "超出一天（\(day)）：需要 \(days) 天。More than a day's work: plan \(days) days.",
          size: style.body, weight: 700, color: style.must, width: box.width, lines: 2)
        context.draw(text, at: CGPoint(x: box.minX, y: box.minY + 9))
      }
    ]
  }
}

/// The band above a setup's cards.
struct SheetSetupHeader {
  let setup: ShotList.Setup
  let policy: ShootPolicy
  let style: SheetStyle

  var item: SheetItem {
    SheetItem(height: 27, staysWithNext: true) { [self] context, box in
      let band = CGRect(x: box.minX, y: box.minY, width: box.width, height: 21)
      context.fill(.roundedRect(band, radius: 4), with: style.band)
      let name = style.text(
        setup.name, size: 11, weight: 700, color: style.bandInk, width: box.width * 0.55, lines: 1)
      context.draw(name, at: CGPoint(x: box.minX + 9, y: band.midY - name.height / 2))
      let start = DayClock.time(setup.start, dayStart: policy.dayStart)
      let end = DayClock.time(setup.start + setup.minutes, dayStart: policy.dayStart)
      let facts = style.text(
        "\(start) – \(end)   \(setup.shots.count) 镜 shots   \(DayClock.length(setup.minutes))",
        size: style.body, color: style.bandInk, width: box.width * 0.42, lines: 1)
      context.draw(
        facts, at: CGPoint(x: box.maxX - 9 - facts.width, y: band.midY - facts.height / 2))
    }
  }
}
