import Foundation
import Model

extension UnitEconomics {
  /// One line of the reckoning.
  struct Line: Sendable {
    var name: String
    var value: String
    var source: String
  }

  /// The reckoning, a figure a line, each with its cell or formula.
  func lines(for candidate: Candidate, by policy: SelectionPolicy, _ words: Wording) -> [Line] {
    let source = FigureSource(candidate)
    let product = candidate.product
    let currency = product.price.currency
    let order = policy.economics.orders[currency]
    func money(_ value: Double) -> String {
      words.figure(value.rounded(to: 2), of: "price", currency)
    }
    let costs = order.map { "\($0.shipOut) + \($0.pack)" } ?? "–"
    let commissionSource =
      product.commissionRate.flatMap(Self.share) == nil
      ? "policy commission" : source.cells(["commission_rate"])
    return [
      Line(name: words.field("price"), value: money(price.double), source: source.cells(["price"])),
      Line(name: words.field("cost"), value: money(cost.double), source: source.cells(["cost"])),
      Line(name: words.term("fee"), value: fee.percent, source: "policy fee"),
      Line(
        name: words.field("commission_rate"), value: commission.percent, source: commissionSource),
      Line(name: words.field("return_rate"), value: returnRate.percent, source: source.returnCell),
      Line(
        name: words.term("kept"), value: money(kept.double),
        source: "P·(1 - \(fee.plain) - \(commission.plain)) - C - (\(costs))"),
      Line(
        name: words.term("back"), value: money(back.double),
        source: "-(\(order?.shipOut ?? 0) + \(order?.shipBack ?? 0)) - "
          + "\(policy.economics.loss.plain)·C"),
      Line(
        name: words.term("contribution"), value: money(contribution.double),
        source: "(1 - r)·kept + r·back"),
      Line(
        name: words.term("roas"), value: breakEvenROAS?.short ?? "–", source: "P / m"),
      Line(
        name: words.term("cpa"), value: money(maxCostPerOrder),
        source: "m - \(policy.traffic.targetProfit.plain)·P"),
      Line(
        name: words.term("ctr"), value: traffic.click.value.percent,
        source: source.rate(traffic.click, "click_rate", ["clicks", "impressions"])),
      Line(
        name: words.term("cvr"), value: traffic.conversion.value.percent,
        source: source.rate(traffic.conversion, "conversion_rate", ["orders", "clicks"])),
      Line(name: words.term("cpc"), value: money(maxCostPerClick), source: "CPA_max·CVR"),
      Line(
        name: words.term("cpm"), value: money(maxCostPerMille), source: "1000·CTR·CVR·CPA_max"),
      Line(name: "GPM", value: money(turnoverPerMille), source: "1000·CTR·CVR·P"),
      Line(
        name: words.term("headroom"), value: headroom.map { $0.short + "×" } ?? "–",
        source: marketCPM.map { "CPM_max / \($0.short) (policy market_cpm)" }
          ?? "policy market_cpm –"),
    ]
  }
}
