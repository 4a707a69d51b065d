import Foundation
import Model

/// One gate held against one product.
struct GateCheck: Sendable {
  let gate: String
  /// The figure as people read it.
  let value: String
  let limit: String
  let passed: Bool
  /// For gates that can be passed narrowly.
  let slack: GateSlack?
}

/// What stops a product before anything is weighed.
///
/// A gate whose figure the catalogue does not have is not applied.
struct ProductGate: Sendable {
  let policy: SelectionPolicy

  /// The first gate that a product does not pass, or nil.
  func failure(of candidate: Candidate) -> GateCheck? {
    Self.order.lazy.compactMap { $0(self, candidate) }.first { !$0.passed }
  }

  /// Every gate that applies, in order.
  func checks(of candidate: Candidate) -> [GateCheck] {
    Self.order.compactMap { $0(self, candidate) }
  }

  /// The open gate with the least to spare.
  func nearest(of candidate: Candidate) -> GateSlack? {
    checks(of: candidate).filter(\.passed).compactMap(\.slack)
      .min { ($0.slack, $0.gate) < ($1.slack, $1.gate) }
  }

  private typealias Rule = @Sendable (ProductGate, Candidate) -> GateCheck?

  private static let order: [Rule] = [
    { $0.team($1) }, { $0.listed($1) }, { $0.price($1) }, { $0.category($1) }, { $0.licence($1) },
    { $0.sample($1) }, { $0.contribution($1) }, { $0.margin($1) }, { $0.stock($1) },
    { $0.cover($1) }, { $0.rating($1) }, { $0.facts($1) },
  ]

  private func plain(_ gate: String, _ value: String, _ limit: String, _ passed: Bool) -> GateCheck
  {
    GateCheck(gate: gate, value: value, limit: limit, passed: passed, slack: nil)
  }

  private func least(
    _ gate: String, _ value: Double, _ limit: Double, scale: Double? = nil, shown: String? = nil,
    limitShown: String? = nil, source: () -> String
  ) -> GateCheck? {
    guard value.isFinite else { return nil }
    let size = max(abs(scale ?? limit), 1e-9)
    return GateCheck(
      gate: gate, value: shown ?? value.plain, limit: "≥ " + (limitShown ?? limit.plain),
      passed: value >= limit,
      slack: limit > 0 || scale != nil
        ? GateSlack(
          gate: gate, value: value.rounded(to: 4), limit: limit,
          slack: ((value - limit) / size).rounded(to: 4), source: source()) : nil)
  }

  private func team(_ candidate: Candidate) -> GateCheck? {
    guard candidate.product.team?.selected == false else { return nil }
    return plain("team", "no", candidate.product.source.cell(named: "team.selected"), false)
  }

  private func listed(_ candidate: Candidate) -> GateCheck? {
    guard let listed = candidate.product.listed else { return nil }
    let cell = candidate.product.source.cell(named: "listed")
    return plain("listed", listed ? "yes" : "no", cell, listed)
  }

  private func price(_ candidate: Candidate) -> GateCheck? {
    let price = candidate.product.price.amount
    return plain("price", "\(price)", "> 0", price.isPrice)
  }

  private func category(_ candidate: Candidate) -> GateCheck? {
    let banned = policy.gates.bannedCategories
    guard !banned.isEmpty else { return nil }
    let category = candidate.product.category
    return plain(
      "category", category, banned.sorted().joined(separator: ", "), !banned.contains(category))
  }

  private func licence(_ candidate: Candidate) -> GateCheck? {
    let product = candidate.product
    guard let names = policy.requirements.licences[product.category], !names.isEmpty else {
      return nil
    }
    let held = names.first { name in product.attributes[name]?.allSatisfy(\.isWhitespace) == false }
    let value = held.map { product.attributes[$0] ?? "" } ?? "–"
    return plain("licence", value, names.joined(separator: " | "), held != nil)
  }

  private func sample(_ candidate: Candidate) -> GateCheck? {
    guard policy.requirements.sample, let sample = candidate.product.sample else { return nil }
    let cell = candidate.product.source.cell(named: "sample")
    return plain("sample", sample ? "yes" : "no", cell, sample)
  }

  private func contribution(_ candidate: Candidate) -> GateCheck? {
    guard let economics = candidate.economics else { return nil }
    let limit = policy.gates.contribution
    let left = economics.contribution.double.rounded(to: 2)
    let price = economics.price.double
    let slack = ((economics.contribution - limit).double / price).rounded(to: 4)
    return GateCheck(
      gate: "contribution", value: left.plain, limit: "≥ \(limit)",
      passed: economics.contribution >= limit,
      slack: GateSlack(
        gate: "contribution", value: left, limit: limit.double, slack: slack,
        source: FigureSource(candidate).cells(["price", "cost", "return_rate"])))
  }

  private func margin(_ candidate: Candidate) -> GateCheck? {
    guard !policy.requirements.margins.isEmpty, let margin = candidate.margin,
      let role = candidate.roles(by: policy.roles).first,
      let floor = policy.requirements.margins[role]
    else { return nil }
    return least(
      "margin", margin, floor, shown: margin.percent, limitShown: floor.percent,
      source: { FigureSource(candidate).cells(["price", "cost"]) })
  }

  private func stock(_ candidate: Candidate) -> GateCheck? {
    guard let stock = candidate.product.stock else { return nil }
    return least(
      "stock", Double(stock), Double(policy.gates.stock), shown: "\(stock)",
      limitShown: "\(policy.gates.stock)", source: { candidate.product.source.cell(named: "stock") }
    )
  }

  private func cover(_ candidate: Candidate) -> GateCheck? {
    guard let days = candidate.coverDays else { return nil }
    return least(
      "cover_days", days, policy.gates.coverDays, shown: days.rounded(to: 1).plain,
      source: { FigureSource(candidate).cells(["stock", "sales_7d"]) })
  }

  private func rating(_ candidate: Candidate) -> GateCheck? {
    guard let rating = candidate.product.rating else { return nil }
    return least(
      "rating", rating, policy.gates.rating,
      source: { candidate.product.source.cell(named: "rating") })
  }

  private func facts(_ candidate: Candidate) -> GateCheck? {
    least(
      "facts", Double(candidate.facts), Double(policy.gates.facts), shown: "\(candidate.facts)",
      limitShown: "\(policy.gates.facts)", source: { candidate.product.source.place })
  }
}

extension Candidate {
  /// Days the stock lasts at the mean of the last seven; nil where nothing is known or sold.
  var coverDays: Double? {
    guard let stock = product.stock, let sold = product.sales7d, sold > 0 else { return nil }
    return Double(stock) / (Double(sold) / 7)
  }
}
