public import Model

/// One draft as a reviewer sees it.
public struct ReviewEntry: Sendable {
  public var draft: Draft
  /// Nil where nothing has checked it yet; the sidecar's own checks stand in.
  public var checked: CheckedDraft?
  public var product: ReviewedProduct
  /// The ground of every claim in voice, captions, titles and post.
  public var facts: [Fact]
  /// Shot ids of the script that nothing could be found for.
  public var missing: [String]

  public init(
    draft: Draft, checked: CheckedDraft? = nil, product: ReviewedProduct, facts: [Fact] = [],
    missing: [String] = []
  ) {
    self.draft = draft
    self.checked = checked
    self.product = product
    self.facts = facts
    self.missing = missing
  }

  var checks: [Check] { checked?.checks ?? draft.checks }

  /// Nil when there are no checks to tell by.
  var pass: Bool? {
    if let checked { return checked.pass }
    return draft.checks.isEmpty ? nil : draft.checks.allSatisfy(\.pass)
  }
}

/// What a reviewer needs to know of a product.
public struct ReviewedProduct: Sendable, Hashable {
  public var sku: String
  public var title: String
  /// A playbook id.
  public var category: String
  /// As a price tag says it: `¥39.9`.
  public var price: String

  public init(sku: String, title: String, category: String, price: String) {
    self.sku = sku
    self.title = title
    self.category = category
    self.price = price
  }

  public init(_ product: Product) {
    self.init(
      sku: product.sku, title: product.title, category: product.category,
      price: product.price.description)
  }
}
