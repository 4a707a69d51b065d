import Foundation
import Model

extension Product {
  /// Takes price and stock of a draft that is newer than what this product was made from.
  mutating func update(with draft: ProductDraft) {
    let other = draft.product
    if other.variants.isEmpty {
      let price = draft.hasPrice ? other.price.amount : nil
      take(price, other.stock, of: other.sku, draft)
    } else {
      for variant in other.variants { take(variant.price, variant.stock, of: variant.sku, draft) }
    }
    if let reference = other.referencePrice, reference.amount > price.amount {
      referencePrice = reference
      cite("reference_price", other)
      citeReference(other)
    } else if let reference = referencePrice, reference.amount <= price.amount {
      referencePrice = nil
    }
  }

  private mutating func take(
    _ amount: Decimal?, _ count: Int?, of sku: String, _ draft: ProductDraft
  ) {
    let places = variants.indices.filter { variants[$0].sku == sku && !sku.isEmpty }
    let isOwn = sku == self.sku
    let isListing = places.isEmpty && (isOwn || sku == parentSku)
    if let amount, amount > 0 {
      for place in isListing ? Array(variants.indices) : places { variants[place].price = amount }
      if isOwn || isListing {
        price = Money(
          amount, draft.guessesCurrency ? price.currency : draft.product.price.currency)
        cite("price", draft.product)
      }
    }
    guard let count else { return }
    for place in places { variants[place].stock = count }
    if isListing {
      stock = count
    } else if !places.isEmpty {
      stock = variants.compactMap(\.stock).reduce(0) { min(1_000_000_000_000, $0 + $1) }
    }
    if isListing || !places.isEmpty { cite("stock", draft.product) }
  }
}
