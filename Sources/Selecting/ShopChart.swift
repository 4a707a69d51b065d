import Foundation
import Markup
import Model

/// Price against margin, every product a circle.
struct ShopChart {
  private struct Dot {
    var sku, title, price, role: String
    var amount: Double
    var margin: Double?
    var score: Double
    var rank: Int?
  }

  private let dots: [Dot]
  private let notes: [String]
  private let labels: PageLabels
  private let words: Wording
  private static let most = 800

  init(_ page: SelectionPage, labels: PageLabels) {
    self.labels = labels
    words = page.words
    let skus = page.selection.selected.map(\.sku) + page.selection.rejected.map(\.sku)
    var counts: [String: Int] = [:]
    for sku in skus { counts[page.products[sku]?.price.currency ?? "", default: 0] += 1 }
    let currency = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    func dot(_ sku: String, _ role: String, _ score: Double, _ rank: Int?) -> Dot? {
      guard let product = page.products[sku], product.price.currency == currency,
        product.price.amount.isPrice
      else { return nil }
      let price = product.price.amount
      let margin = product.cost.flatMap { cost in
        cost == 0 || cost.isPrice ? ((price - cost) / price).double : nil
      }
      return Dot(
        sku: sku, title: product.title.oneLine, price: product.price.description, role: role,
        amount: price.double, margin: margin, score: score, rank: rank)
    }
    let chosen = page.selection.selected.compactMap { dot($0.sku, $0.role, $0.score, $0.rank) }
    let others = page.selection.rejected.filter { $0.gate != "duplicate" }
    let rest = others.prefix(Self.most).compactMap {
      dot($0.sku, $0.role ?? "gate", $0.score ?? 0, nil)
    }
    dots = rest.reversed() + chosen.reversed()
    var notes = [labels["sizeNote"]]
    if counts.count > 1 { notes.append(labels["onlyCurrency"].replacing("{c}", with: currency)) }
    if others.count > Self.most {
      notes.append(labels["notShown"].replacing("{n}", with: "\(others.count - Self.most)"))
    }
    self.notes = notes
  }

  var html: String {
    guard !dots.isEmpty else { return "<p class=\"soft\">\(labels["nothing"].escaped)</p>" }
    let roles = (SelectionPolicy.ladder + ["team"]).filter { role in
      dots.contains { $0.role == role }
    }
    let legend =
      roles.map { "<span class=\"r-\($0)\"><i></i>\(words.role($0).escaped)</span>" }
      + (dots.contains { $0.role == "gate" }
        ? ["<span class=\"r-gate\"><i></i>\(labels["gated"].escaped)</span>"] : [])
    return "<div class=\"legend\">\(legend.joined())</div>"
      + svg(width: 1120, height: 400, name: "wide") + svg(width: 370, height: 330, name: "narrow")
      + "<p class=\"soft\">\(notes.joined(separator: " · ").escaped)</p>"
      + "<p id=\"tip\" hidden></p>"
  }

  private func svg(width: Double, height: Double, name: String) -> String {
    let known = dots.compactMap(\.margin)
    let hasUnknown = dots.contains { $0.margin == nil }
    let (left, right, top, bottom) = (46.0, 16.0, 14.0, hasUnknown ? 74.0 : 42.0)
    let low = min(0, max(-0.5, ((known.min() ?? 0) * 10).rounded(.down) / 10))
    let high = min(1, max(0.4, ((known.max() ?? 0) * 10).rounded(.up) / 10))
    let prices = dots.map(\.amount)
    let least = log10((prices.min() ?? 1) / 1.15)
    let most = log10((prices.max() ?? 10) * 1.15)
    let x = { (price: Double) in
      left + (log10(price) - least) / (most - least) * (width - left - right)
    }
    let y = { (margin: Double) in
      top + (1 - (min(high, max(low, margin)) - low) / (high - low)) * (height - top - bottom)
    }
    let floor = height - bottom
    let unknown = floor + 22
    let base = hasUnknown ? unknown + 10 : floor
    var text = "<svg class=\"\(name)\" viewBox=\"0 0 \(width.plain) \(height.plain)\" role=\"img\">"
    for step in stride(from: low, through: high + 0.001, by: 0.2) {
      text += line(
        left, y(step), width - right, y(step), abs(step) < 0.01 && low < 0 ? "zero" : "grid")
      text += label(left - 8, y(step) + 4, step.percent.replacing(" ", with: ""), "end")
    }
    var last = -100.0
    for tick in ticks(from: least, to: most) where x(tick) - last > 44 {
      last = x(tick)
      text += line(last, top, last, base, "grid")
      text += label(last, base + 16, tick.plain, "middle")
    }
    text += label(width - right, height - 4, labels["priceAxis"], "end")
    text += label(left + 6, top + 15, labels["margin"], "start")
    if hasUnknown { text += label(left + 4, unknown - 8, labels["noCost"], "start") }
    for dot in dots { text += circle(dot, x(dot.amount), dot.margin.map(y) ?? unknown) }
    return text + "</svg>"
  }

  private func circle(_ dot: Dot, _ x: Double, _ y: Double) -> String {
    let chosen = dot.rank != nil
    let radius = (chosen ? 6 : 3) + max(0, dot.score - 20) / (chosen ? 11 : 18)
    let (cx, cy) = (x.rounded(to: 1).plain, y.rounded(to: 1).plain)
    let place = dot.rank.map { "#\($0) " } ?? ""
    let score = dot.score > 0 ? ", \(labels["score"]) \(dot.score.plain)" : ""
    let margin = dot.margin.map { ", \(labels["margin"]) \($0.percent)" } ?? ""
    let tip = "\(place)\(dot.sku) \(dot.title) · \(dot.price)\(margin)\(score)"
    let number = dot.rank.flatMap {
      $0 <= 99 ? "<text x=\"\(cx)\" y=\"\((y + 3.5).rounded(to: 1).plain)\">\($0)</text>" : nil
    }
    return
      "<g class=\"dot r-\(dot.role.escaped)\(chosen ? " in" : "")\" data-sku=\"\(dot.sku.escaped)\" "
      + "data-tip=\"\(tip.escaped)\"><circle cx=\"\(cx)\" cy=\"\(cy)\" "
      + "r=\"\(radius.rounded(to: 1).plain)\"><title>\(tip.escaped)</title></circle>\(number ?? "")</g>"
  }

  /// 1, 2, 5 in every decade of the range.
  private func ticks(from least: Double, to most: Double) -> [Double] {
    (Int(least.rounded(.down))...Int(most.rounded(.up))).flatMap { decade in
      [1, 2, 5].map { $0 * pow(10, Double(decade)) }
    }.filter { log10($0) >= least && log10($0) <= most }
  }

  private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ kind: String)
    -> String
  {
    let points = [x1, y1, x2, y2].map { $0.rounded(to: 1).plain }
    return "<line class=\"\(kind)\" x1=\"\(points[0])\" y1=\"\(points[1])\" x2=\"\(points[2])\" "
      + "y2=\"\(points[3])\"/>"
  }

  private func label(_ x: Double, _ y: Double, _ text: String, _ anchor: String) -> String {
    "<text x=\"\(x.rounded(to: 1).plain)\" y=\"\(y.rounded(to: 1).plain)\" "
      + "text-anchor=\"\(anchor)\">\(text.escaped)</text>"
  }
}
