import Foundation
import Model

/// The shop's other products, for a script to set one beside its sibling or to name what goes with it.
struct Shelf {
  private var byKind: [String: [Product]] = [:]
  private var bySku: [String: Place] = [:]

  /// A product, its own word as the title or the category has it, and where it stands among its kind.
  private struct Place {
    var product: Product
    var noun: (noun: Playbook.Noun, named: Bool)
    var index: Int
  }

  init() {}

  /// - Parameter playbook: The playbook of a category.
  init(_ products: [Product], playbook: (String) -> Playbook) {
    for product in products {
      let noun = ClaimBook.noun(of: product, playbook(product.category))
      let kind = Self.kind(product, noun)
      bySku[product.sku] = Place(
        product: product, noun: noun, index: byKind[kind]?.count ?? 0)
      byKind[kind, default: []].append(product)
    }
  }

  func noun(of sku: String) -> (noun: Playbook.Noun, named: Bool)? { bySku[sku]?.noun }

  func product(_ sku: String) -> Product? { bySku[sku]?.product }

  private static func kind(
    _ product: Product, _ noun: (noun: Playbook.Noun, named: Bool)
  ) -> String {
    let word = noun.named ? noun.noun.zh : product.sku
    return "\(product.locale.rawValue)|\(product.category)|\(word)"
  }

  /// Products of the same kind, nearest price first; few, for a shelf may hold thousands alike.
  func siblings(of product: Product) -> [Product] {
    guard let place = bySku[product.sku] else { return [] }
    let all = byKind[Self.kind(product, place.noun)] ?? []
    guard all.count > 1 else { return [] }
    let near = (1...min(12, all.count - 1)).map { all[(place.index + $0) % all.count] }
    return near.filter {
      $0.price.currency == product.price.currency
        && ($0.parentSku == nil || $0.parentSku != product.parentSku)
    }.sorted { a, b in
      let (x, y) = (
        abs(a.price.amount - product.price.amount), abs(b.price.amount - product.price.amount)
      )
      return (x, a.sku) < (y, b.sku)
    }
  }
}
