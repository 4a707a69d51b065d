import Foundation
import Model

/// A product with its figures and its place among its like.
struct Candidate: Sendable {
  let product: Product
  let measures: Measures
  let priceRank: Double?

  /// Products that can be compared: one category, one currency.
  struct Shelf: Hashable, Sendable {
    var category: String
    var currency: String

    init(_ product: Product) {
      category = product.category
      currency = product.price.currency
    }
  }

  /// Candidates for every product that is not a copy of an earlier row, in a fixed order.
  static func all(of products: [Product], by policy: SelectionPolicy) -> [Candidate] {
    let prices = Dictionary(grouping: products, by: Shelf.init).mapValues { shelf in
      Distribution(shelf.map(\.price.amount).filter(\.isPrice).map(\.double))
    }
    return products.map { product in
      let shelf = prices[Shelf(product)]
      let rank = shelf.flatMap {
        $0.count >= 4 ? $0.rank(product.price.amount.double) : nil
      }
      return Candidate(
        product: product,
        measures: Measures(of: product, economics: policy.economics, priceRank: rank),
        priceRank: rank)
    }
  }

  /// The product's part in the shop's range.
  func role(by roles: SelectionPolicy.Roles) -> String {
    if let priceRank, priceRank <= roles.trafficPrice { return "traffic" }
    if let priceRank, priceRank >= roles.imagePrice { return "image" }
    let price = product.price.amount.double
    if let cost = product.cost?.double, (price - cost) / price >= roles.profitMargin {
      return "profit"
    }
    return "main"
  }

  var isTeamChoice: Bool {
    product.team?.selected != false
      && (product.team?.selected == true || product.team?.priority != nil)
  }
}
