import Foundation
import Model

/// The shop's other products, for a script to set one beside its sibling or to name what goes with it.
struct Shelf {
  private var byKind: [String: [Product]] = [:]
  private var bySku: [String: Product] = [:]

  init() {}

  /// - Parameter playbook: The playbook of a category.
  init(_ products: [Product], playbook: (String) -> Playbook) {
    for product in products {
      bySku[product.sku] = product
      byKind[Self.kind(product, playbook(product.category)), default: []].append(product)
    }
  }

  private static func kind(_ product: Product, _ playbook: Playbook) -> String {
    let noun = ClaimBook.noun(in: product.title, of: playbook)
    return
      "\(product.locale.rawValue)|\(product.category)|\(noun.named ? noun.noun.zh : product.sku)"
  }

  func product(_ sku: String) -> Product? { bySku[sku] }

  /// Products of the same kind, nearest price first; few, for a shelf may hold thousands alike.
  func siblings(of product: Product, _ playbook: Playbook) -> [Product] {
    let all = byKind[Self.kind(product, playbook)] ?? []
    guard all.count > 1, let own = all.firstIndex(where: { $0.sku == product.sku }) else {
      return []
    }
    let near = (1...min(12, all.count - 1)).map { all[(own + $0) % all.count] }
    return near.filter {
      $0.price.currency == product.price.currency && $0.parentSku == nil
        || $0.parentSku != product.parentSku
    }.sorted { a, b in
      let (x, y) = (
        abs(a.price.amount - product.price.amount), abs(b.price.amount - product.price.amount)
      )
      return (x, a.sku) < (y, b.sku)
    }
  }
}
