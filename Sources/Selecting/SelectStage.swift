public import Model

/// 选品: what to film, in order, each with its reasons, and why not the rest.
///
/// Gates stop a product before anything is weighed. What passes is scored by criteria that are
/// ranked within a category (and currency), where the median earns half the points; a small
/// category is ranked partly among the whole shop. Figures that the catalogue lacks stand at the
/// median and lower the confidence. The team's choices go first, quotas hold, and equal catalogues
/// give equal selections, in whatever order their rows stand.
public struct SelectStage: Stage {
  private let policy: SelectionPolicy
  private let date: String?
  private let improving: Bool
  private let effort: Int

  /// Those that were not chosen whose reasons are kept, the best first; others on demand.
  static let explained = 400

  /// - Parameters:
  ///   - date: ISO date of the shoot, for seasons and novelty; empty or nil when there is none.
  ///   - improving: whether the choice is bettered by swaps.
  ///   - effort: products that may be ranked anew to try what-ifs, over all trials; what is beyond
  ///     it is told by its points alone.
  public init(
    policy: SelectionPolicy, date: String? = nil, improving: Bool = true, effort: Int = 300_000
  ) {
    self.policy = policy
    self.date = Day(date) == nil ? nil : date
    self.improving = improving
    self.effort = effort
  }

  public func run(_ catalogue: Catalogue) async throws -> Selection { select(catalogue.products) }

  /// - Complexity: O(n log n) in the products.
  public func select(_ products: [Product]) -> Selection { select(products, explaining: nil) }

  /// - Parameter sku: of a product that is explained however low it stands.
  func select(_ products: [Product], explaining sku: String?) -> Selection {
    let (distinct, copies) = Self.distinct(products)
    let round = Round(distinct, policy: policy, date: date, improving: improving)
    var report = RoundReport(round, explaining: sku, effort: effort)
    return Selection(
      selected: report.selected(), rejected: report.lost() + report.stopped() + copies,
      policy: policy, date: date, quotas: report.quotas())
  }

  /// The products in a fixed order, each SKU once.
  private static func distinct(_ products: [Product]) -> ([Product], [RejectedProduct]) {
    let rows = products.sorted {
      ($0.sku, $0.source.file, $0.source.row) < ($1.sku, $1.source.file, $1.source.row)
    }
    var distinct: [Product] = []
    distinct.reserveCapacity(rows.count)
    var copies: [RejectedProduct] = []
    for product in rows {
      guard let first = distinct.last, first.sku == product.sku else {
        distinct.append(product)
        continue
      }
      let (value, limit) = (product.source.place, first.source.place)
      copies.append(
        RejectedProduct(
          sku: product.sku, gate: "duplicate",
          reason: Wording(product.locale).gate("duplicate", value, limit), value: value,
          limit: limit))
    }
    return (distinct, copies)
  }
}
