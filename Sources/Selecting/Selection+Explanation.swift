import Diagnostics
public import Model

extension Selection {
  /// Why a product is in or out, for a terminal: the order's economics with the cell of each figure,
  /// the gates and what they left, the points against the median, the quota it lost to and one
  /// change that was tried by choosing again.
  ///
  /// - Parameters:
  ///   - products: those the selection was made of.
  ///   - locale: of the words around the figures.
  /// - Complexity: that of a selection.
  public func explanation(
    of sku: String, products: [Product], locale: CopyLocale
  ) -> String {
    let words = Wording(locale)
    let said = sku.trimmed
    guard let product = Self.find(said, in: products) else {
      let names = products.count > 20_000 ? [] : products.map(\.sku)
      return words.unknown(said, nearest: nearest(to: said, among: names))
    }
    let fresh = SelectStage(policy: policy, date: date).select(products, explaining: product.sku)
    var text = Explanation(fresh, product, shop: products, words).text
    let was = selected.contains { $0.sku == product.sku }
    if was != fresh.selected.contains(where: { $0.sku == product.sku }) {
      text += "\n" + words.changedSince + "\n"
    }
    return text
  }

  private static func find(_ sku: String, in products: [Product]) -> Product? {
    let exact = products.filter { $0.sku == sku }
    if let first = exact.min(by: { $0.source.row < $1.source.row }) { return first }
    return products.first { $0.variants.contains { $0.sku == sku } }
      ?? products.first { $0.sku.lowercased() == sku.lowercased() }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
