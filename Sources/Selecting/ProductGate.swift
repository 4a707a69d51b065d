import Foundation
import Model

/// What stops a product before anything is weighed.
struct ProductGate: Sendable {
  let policy: SelectionPolicy

  /// The first gate that a product does not pass, or nil.
  ///
  /// A gate whose figure the catalogue does not have is not applied.
  func rejection(of product: Product) -> RejectedProduct? {
    let words = Wording(product.locale)
    func stopped(_ gate: String, _ value: String, _ limit: String) -> RejectedProduct {
      RejectedProduct(
        sku: product.sku, gate: gate,
        reason: words.gate(gate, value, limit)
          + (product.team?.selected == true ? words.despiteTheTeam : ""),
        value: value, limit: limit)
    }
    let gates = policy.gates
    if product.team?.selected == false {
      return stopped("team", "no", product.source.cell(named: "team.selected"))
    }
    if product.listed == false {
      return stopped("listed", "no", product.source.cell(named: "listed"))
    }
    let price = product.price.amount
    if !price.isPrice { return stopped("price", "\(price)", "> 0") }
    if gates.bannedCategories.contains(product.category) {
      return stopped(
        "category", product.category, gates.bannedCategories.sorted().joined(separator: ", "))
    }
    if let economics = UnitEconomics(of: product, by: policy.economics),
      economics.contribution < gates.contribution
    {
      let left = economics.contribution.double.rounded(to: 2)
      return stopped("contribution", left.plain, "≥ \(gates.contribution)")
    }
    if let stock = product.stock, stock < gates.stock {
      return stopped("stock", "\(stock)", "≥ \(gates.stock)")
    }
    if let days = coverDays(of: product), days < gates.coverDays {
      return stopped("cover_days", days.rounded(to: 1).plain, "≥ \(gates.coverDays.plain)")
    }
    if let rating = product.rating, rating < gates.rating {
      return stopped("rating", rating.plain, "≥ \(gates.rating.plain)")
    }
    let facts = ContentSuitability.facts(of: product).count
    if facts < gates.facts { return stopped("facts", "\(facts)", "≥ \(gates.facts)") }
    return nil
  }

  /// Days the stock lasts at the mean of the last seven; nil where nothing is known or sold.
  private func coverDays(of product: Product) -> Double? {
    guard let stock = product.stock, let sold = product.sales7d, sold > 0 else { return nil }
    return Double(stock) / (Double(sold) / 7)
  }
}
