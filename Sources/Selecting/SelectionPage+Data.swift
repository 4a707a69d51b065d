import Foundation
import Markup
import Model

/// What the page's script lists.
private struct PageData: Encodable {
  var labels: [String: String]
  var items: [Item]

  struct Item: Encodable {
    var sku, title, category, categoryName, price, place: String
    var amount: Double
    var state, role, roleName: String
    var rank: Int?
    var score, confidence: Double?
    var picture, why, change, partner, kept: String?
    var reasons: [Reason]
    var gates: [Gate]
    var economics: [[String]]
  }

  struct Reason: Encodable {
    var name: String
    var points, weight, versus: Double
    var value, median, source: String
  }

  struct Gate: Encodable {
    var name, value, limit, source: String
    var passed, near: Bool
    var slack: Double?
  }
}

extension SelectionPage {
  /// The data's JSON, safe inside a script element.
  ///
  /// - Throws: `EncodingError` when a figure is not finite.
  func data(_ labels: PageLabels) throws -> String {
    let items =
      selection.selected.compactMap { item(of: $0, labels) }
      + rejected.compactMap { item(of: $0, labels) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes = try encoder.encode(PageData(labels: labels.all, items: items))
    return String(decoding: bytes, as: UTF8.self).scriptSafe
  }

  private func item(of chosen: SelectedProduct, _ labels: PageLabels) -> PageData.Item? {
    guard let product = products[chosen.sku] else { return nil }
    var item = blank(product, labels, near: chosen.nearGate, reasons: chosen.reasons)
    item.state = "in"
    (item.role, item.roleName) = (chosen.role, words.role(chosen.role))
    (item.rank, item.score, item.confidence) = (chosen.rank, chosen.score, chosen.confidence)
    item.change =
      chosen.role == "team"
      ? words.teamChosen
      : words.change(chosen.change, rank: chosen.rank, currency: product.price.currency)
    item.kept = chosen.place.map(words.keptPlace)
    if let partner = chosen.coordinate {
      let title = products[partner.sku]?.title.oneLine ?? ""
      item.partner = "\(partner.sku) \(title) (\(partner.why))"
    }
    return item
  }

  private func item(of lost: RejectedProduct, _ labels: PageLabels) -> PageData.Item? {
    guard lost.gate != "duplicate", let product = products[lost.sku] else { return nil }
    var item = blank(product, labels, near: lost.nearGate, reasons: lost.reasons ?? [])
    item.state = lost.gate == nil ? "out" : "gate"
    item.role = lost.role ?? ""
    item.roleName =
      lost.gate.map(words.gateName)
      ?? words.constraint(lost.constraint ?? "count")
    (item.score, item.confidence) = (lost.score, lost.confidence)
    item.why = lost.reason(in: words)
    if lost.change != nil || lost.gate == nil && lost.reasons != nil {
      item.change = words.change(lost.change, rank: nil, currency: product.price.currency)
    }
    return item
  }

  private func blank(
    _ product: Product, _ labels: PageLabels, near: GateSlack?, reasons: [SelectionReason]
  ) -> PageData.Item {
    let currency = product.price.currency
    let candidate = Candidate(product, in: bareShop)
    return PageData.Item(
      sku: product.sku, title: product.title.oneLine, category: product.category,
      categoryName: labels.category(product.category), price: product.price.description,
      place: product.source.place,
      amount: product.price.amount.double.isFinite
        ? product.price.amount.double : 0, state: "", role: "", roleName: "",
      picture: picture(of: product),
      reasons: reasons.map { reason in
        PageData.Reason(
          name: words.name(reason.criterion), points: reason.points, weight: reason.weight ?? 0,
          versus: reason.versusMedian ?? 0,
          value: reason.value.map { words.figure($0, of: reason.criterion, currency) } ?? "–",
          median: reason.median.map { words.figure($0, of: reason.criterion, currency) } ?? "–",
          source: reason.source)
      },
      gates: gates(of: candidate, near: near),
      economics: candidate.economics?.lines(for: candidate, by: selection.policy, words)
        .map { [$0.name, $0.value, $0.source] } ?? [])
  }

  private func gates(of candidate: Candidate, near: GateSlack?) -> [PageData.Gate] {
    ProductGate(policy: selection.policy).checks(of: candidate).map { check in
      PageData.Gate(
        name: words.gateName(check.gate), value: check.value, limit: check.limit,
        source: check.slack?.source ?? "", passed: check.passed, near: check.gate == near?.gate,
        slack: check.slack?.slack)
    }
  }

  /// A picture of the workspace, relative to the page; addresses of the web are not loaded.
  private func picture(of product: Product) -> String? {
    if let known = pictures[product.sku] { return known }
    guard let path = product.images.first, !path.contains("://"), !path.hasPrefix("/") else {
      return nil
    }
    let parts = path.split(separator: "/").map { String($0).pathComponent }
    guard !parts.isEmpty, parts.allSatisfy({ $0 != nil }) else { return nil }
    return "../" + parts.compactMap { $0 }.joined(separator: "/")
  }

  private var bareShop: Shop {
    Shop([], policy: selection.policy, date: selection.date)
  }
}
