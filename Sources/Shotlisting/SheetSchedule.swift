internal import Drawing
internal import Foundation
internal import Model

/// The setups of one day by the clock.
struct SheetSchedule {
  let day: ShootDay
  let policy: ShootPolicy
  let style: SheetStyle
  /// Whether the day's name stands above it.
  let named: Bool

  var items: [SheetItem] { [head] + day.setups.enumerated().map(row) + warning }

  private var head: SheetItem {
    SheetItem(height: 27, staysWithNext: true) { [self] context, box in
      let name = style.text(
        named ? day.dated : "当天安排 Schedule", size: 13, weight: 700, width: box.width * 0.5, lines: 1
      )
      context.draw(name, at: CGPoint(x: box.minX, y: box.minY + 7))
      let facts = style.text(
        "\(day.hours(policy))   \(day.shots.count) 镜   \(DayClock.length(day.minutes))",
        size: style.body, weight: 700, width: box.width * 0.48, lines: 1)
      context.draw(facts, at: CGPoint(x: box.maxX - facts.width, y: box.minY + 9))
    }
  }

  private func row(_ index: Int, _ setup: ShotList.Setup) -> SheetItem {
    SheetItem(height: 21) { [style, policy] context, box in
      context.stroke(
        .line(from: CGPoint(x: box.minX, y: box.minY), to: CGPoint(x: box.maxX, y: box.minY)),
        with: style.rule, width: 0.5)
      func put(_ text: String, x: Double, width: Double, weight: Int = 400) {
        let fitted = style.text(
          text, size: style.body, weight: weight, width: width, lines: 1, shrinkTo: 0.6)
        context.draw(fitted, at: CGPoint(x: box.minX + x, y: box.minY + 6))
      }
      put(SheetSetupHeader.hours(of: setup, policy), x: 0, width: 100, weight: 700)
      put("\(index + 1)", x: 108, width: 22)
      put(setup.name, x: 132, width: box.width - 300)
      put("\(setup.shots.count) 镜 shots", x: box.width - 156, width: 84)
      put(DayClock.length(setup.minutes), x: box.width - 62, width: 62)
    }
  }

  /// Says so when the work is more than a day.
  private var warning: [SheetItem] {
    guard day.minutes > policy.dayMinutes, policy.dayMinutes > 0 else { return [] }
    return [
      SheetItem(height: 24) { [self] context, box in
        let text = style.text(
          "\(day.name)：\(DayClock.length(day.minutes))，超出一天的 "
            + "\(DayClock.length(policy.dayMinutes))。More than a day's work.",
          size: style.body, weight: 700, color: style.must, width: box.width, lines: 1,
          shrinkTo: 0.5)
        context.draw(text, at: CGPoint(x: box.minX, y: box.minY + 7))
      }
    ]
  }
}

/// The head of one day's own pages.
struct SheetDayHeader {
  let day: ShootDay
  let pages: ShotListPages

  var item: SheetItem {
    SheetItem(height: 56, staysWithNext: true) { [day, pages] context, box in
      let style = pages.style
      let name = style.text(day.name, size: 24, weight: 700, width: box.width * 0.45, lines: 1)
      context.draw(name, at: CGPoint(x: box.minX, y: box.minY + 6))
      let hours = style.text(
        day.hours(pages.policy), size: 20, weight: 700, width: box.width * 0.3, lines: 1,
        shrinkTo: 0.5)
      context.draw(hours, at: CGPoint(x: box.maxX - hours.width, y: box.minY + 8))
      let title = style.text(
        "\(pages.title)   \(pages.kind.zh) \(pages.kind.en)   "
          + (day.date.isEmpty ? "日期 Date ____________" : day.date),
        size: style.body, color: style.faint, width: box.width, lines: 1, shrinkTo: 0.5)
      context.draw(title, at: CGPoint(x: box.minX, y: box.minY + 38))
    }
  }
}

/// The band above a setup's cards.
struct SheetSetupHeader {
  let setup: ShotList.Setup
  /// The day's name where there are several.
  let day: String?
  let policy: ShootPolicy
  let style: SheetStyle

  static func hours(of setup: ShotList.Setup, _ policy: ShootPolicy) -> String {
    DayClock.time(setup.start, dayStart: policy.dayStart) + " – "
      + DayClock.time(setup.start + setup.minutes, dayStart: policy.dayStart)
  }

  private var name: String { [day, setup.name].compactMap { $0 }.joined(separator: " · ") }

  /// What stands above the cards on a further page.
  var running: SheetItem {
    SheetItem(height: 20) { [self] context, box in
      let text = style.text(
        "\(name)   续 continued   \(SheetSetupHeader.hours(of: setup, policy))",
        size: style.body - 1,
        weight: 700, color: style.faint, width: box.width, lines: 1, shrinkTo: 0.5)
      context.draw(text, at: CGPoint(x: box.minX, y: box.minY + 2))
    }
  }

  var item: SheetItem {
    SheetItem(height: 31, staysWithNext: true) { [self] context, box in
      let band = CGRect(x: box.minX, y: box.minY, width: box.width, height: 25)
      context.fill(.roundedRect(band, radius: 4), with: style.band)
      let words = style.text(
        name, size: 14, weight: 700, color: style.bandInk, width: box.width * 0.55, lines: 1,
        shrinkTo: 0.5)
      context.draw(words, at: CGPoint(x: band.minX + 9, y: band.midY - words.height / 2))
      let facts = style.text(
        "\(SheetSetupHeader.hours(of: setup, policy))   \(setup.shots.count) 镜 shots   "
          + DayClock.length(setup.minutes),
        size: style.body, weight: 700, color: style.bandInk, width: box.width * 0.42, lines: 1,
        shrinkTo: 0.5)
      context.draw(
        facts, at: CGPoint(x: band.maxX - 9 - facts.width, y: band.midY - facts.height / 2))
    }
  }
}
