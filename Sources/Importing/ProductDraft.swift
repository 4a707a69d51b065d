import Model

/// What a file says about one product; it may lack what only another file has.
struct ProductDraft: Sendable {
  var product: Product
  /// The title may be missing in a team's file that names products by SKU.
  var hasTitle: Bool
  var hasPrice: Bool
  /// False where the SKU was made from the title.
  var hasOwnSku: Bool
  /// What the file has against the price, where it is not simply absent.
  var priceProblem: Problem?

  var isComplete: Bool { hasTitle && hasPrice }
}
