import Foundation
import Model

/// One criterion's figure for a product.
struct Measure: Sendable {
  /// Nil when the catalogue does not have it.
  var value: Double?
  /// How far the figure rests on the catalogue, 0…1.
  var certainty: Double
  /// The cell, or the formula with its cells.
  var source: String

  static func missing(_ source: String) -> Measure {
    Measure(value: nil, certainty: 0, source: source)
  }

  /// A figure that stands in one cell.
  static func cell(_ value: Double?, _ field: String, of product: Product) -> Measure {
    guard let value, value.isFinite else { return missing("\(product.source.place) no \(field)") }
    return Measure(value: value, certainty: 1, source: product.source.cell(named: field))
  }
}

/// A product's figures for all criteria.
struct Measures: Sendable {
  private(set) var byCriterion: [String: Measure] = [:]

  subscript(criterion: String) -> Measure { byCriterion[criterion] ?? .missing("") }

  init(of product: Product, economics: SelectionPolicy.Economics, priceRank: Double?) {
    let sold = product.sales7d.map(Double.init)
    byCriterion = [
      "economics": Self.economics(of: product, by: economics),
      "demand": .cell(sold, "sales_7d", of: product),
      "trend": Self.trend(of: product),
      "content": ContentSuitability(of: product, priceRank: priceRank).measure,
      "rating": .cell(product.rating, "rating", of: product),
      "returns": .cell(product.returnRate.flatMap(UnitEconomics.share), "return_rate", of: product),
      "stock": .cell(product.stock.map(Double.init), "stock", of: product),
    ]
  }

  private static func economics(
    of product: Product, by policy: SelectionPolicy.Economics
  ) -> Measure {
    guard let economics = UnitEconomics(of: product, by: policy) else {
      let lack =
        product.cost == nil
        ? "no cost" : "no order costs for \(product.price.currency) in the policy"
      return .missing("\(product.source.place) \(lack)")
    }
    let known = product.returnRate.flatMap(UnitEconomics.share) != nil
    var cells = [product.source.cell(named: "price"), product.source.cell(named: "cost")]
    cells.append(
      known ? product.source.cell(named: "return_rate") : "policy return_rate \(policy.returnRate)")
    let roas = economics.breakEvenROAS.map { ", break-even ROAS \($0.rounded(to: 2))" } ?? ""
    return Measure(
      value: economics.share.rounded(to: 4), certainty: known ? 1 : 0.75,
      source: "contribution \(economics.contribution.double.rounded(to: 2))\(roas) from "
        + cells.joined(separator: ", "))
  }

  private static func trend(of product: Product) -> Measure {
    guard let week = product.sales7d, let month = product.sales28d, week >= 0, month >= 0 else {
      return .missing("\(product.source.place) no sales_7d with sales_28d")
    }
    let value = log((Double(week) + 1) / (Double(month) / 4 + 1))
    return Measure(
      value: value.rounded(to: 4), certainty: 1,
      source: "log((s7 + 1) / (s28 / 4 + 1)) from \(product.source.cell(named: "sales_7d")), "
        + product.source.cell(named: "sales_28d"))
  }
}

extension Source {
  var place: String { "\(file):\(row)" }

  /// The cell of a field, whichever of its two spellings the importer keeps.
  func cell(named field: String) -> String {
    let words = field.split(separator: "_")
    let camel = words.dropFirst().reduce(String(words.first ?? "")) { $0 + $1.capitalized }
    return cells[field] == nil && cells[camel] != nil ? cell(camel) : cell(field)
  }
}

extension Double {
  func rounded(to places: Int) -> Double {
    let scale = pow(10, Double(places))
    let result = (self * scale).rounded() / scale
    return result.isFinite ? result : self
  }
}
