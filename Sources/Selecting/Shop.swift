import Foundation
import Model

/// What one product's figures need to know of the others.
struct Shop: Sendable {
  let policy: SelectionPolicy
  /// The day that seasons and novelty are reckoned for; nil when none was given.
  let date: Day?
  /// The day novelty is counted from: the date, or the latest launch of the catalogue.
  let reference: Day?
  let words: ContentSuitability.Words
  private let company: [String: Int]
  private let turnover: [Shelf: (revenue: Double, weight: Double)]

  /// Products that can be compared: one category, one currency.
  struct Shelf: Hashable, Sendable {
    var category: String
    var currency: String

    init(_ product: Product) {
      category = product.category
      currency = product.price.currency
    }
  }

  init(_ products: [Product], policy: SelectionPolicy, date: String?) {
    self.policy = policy
    self.date = Day(date)
    reference = self.date ?? products.lazy.compactMap { Day($0.launched) }.max()
    words = ContentSuitability.Words(policy)
    var company: [String: Int] = [:]
    var turnover: [Shelf: (revenue: Double, weight: Double)] = [:]
    for product in products {
      for key in Self.companyKeys(of: product) { company[key, default: 0] += 1 }
      guard let past = Self.past(of: product) else { continue }
      let so = turnover[Shelf(product), default: (0, 0)]
      turnover[Shelf(product)] = (so.revenue + past.perMille * past.weight, so.weight + past.weight)
    }
    self.company = company
    self.turnover = turnover
  }

  /// By what products belong together on a picture.
  static func companyKeys(of product: Product) -> [String] {
    product.scenes.prefix(8).map { "s" + $0 } + product.audience.prefix(8).map { "a" + $0 }
      + [product.brand].compactMap { $0.map { "b" + $0 } }
  }

  func coordinates(of product: Product) -> Int {
    Self.companyKeys(of: product).lazy.map { (company[$0] ?? 1) - 1 }.max() ?? 0
  }

  /// Turnover of 1000 showings and its evidence: a video counts as 200 showings at most, since
  /// videos differ by more than chance.
  private static func past(of product: Product) -> (perMille: Double, weight: Double)? {
    guard let results = product.results, let shown = results.impressions, shown > 0,
      let revenue = results.revenue?.double, revenue.isFinite, revenue >= 0
    else { return nil }
    let videos = min(Double(max(1, results.rows)), Double(shown) / 200)
    return (revenue / Double(shown) * 1000, max(videos, 0.005))
  }

  /// Past turnover of 1000 showings, drawn towards the category's by the evidence.
  func results(of product: Product) -> (value: Double, weight: Double, prior: Double)? {
    guard let past = Self.past(of: product), let all = turnover[Shelf(product)], all.weight > 0
    else { return nil }
    let prior = all.revenue / all.weight
    let weight = past.weight / (past.weight + policy.evidence.videos)
    return (weight * past.perMille + (1 - weight) * prior, weight, prior)
  }

  /// 1 in a season whose month it is, 0 out of it, a half all year; nil without a date or seasons.
  func season(_ found: Set<Int>) -> (value: Double, names: [String])? {
    guard let month = date?.month, !policy.seasons.isEmpty else { return nil }
    let fitting = zip(policy.seasons, words.seasons).filter { $1.contains { found.contains($0) } }
      .map(\.0)
    if fitting.isEmpty { return (0.5, []) }
    let now = fitting.filter { $0.months.contains(month) }
    return now.isEmpty ? (0, fitting.map(\.name)) : (1, now.map(\.name))
  }

  /// Days since the launch; nil when it is unknown.
  func age(of product: Product) -> Int? {
    guard let reference, let launched = Day(product.launched) else { return nil }
    return reference.number - launched.number
  }
}
