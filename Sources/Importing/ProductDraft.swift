import Model

/// What a file says about one product; it may lack what only another file has.
struct ProductDraft: Sendable {
  var product: Product
  /// The title may be missing in a team's file that names products by SKU.
  var hasTitle: Bool
  var hasPrice: Bool
  /// False where the SKU was made from the title.
  var hasOwnSku: Bool
  /// The file says by a header that its price takes the place of an earlier one.
  var isUpdate = false
  /// Neither the price nor its header names a currency.
  var guessesCurrency = false
  /// What the file has against the price, where it is not simply absent.
  var priceProblem: Problem?

  var isComplete: Bool { hasTitle && hasPrice }

  /// Whether its price and stock take the place of another's: a later table of codes without titles
  /// brings what a product lacks in time, and a header such as `新售价` says so wherever it stands.
  func updates(isLater: Bool) -> Bool {
    (isUpdate && hasPrice) || (isLater && hasOwnSku && !hasTitle && brings)
  }

  private var brings: Bool {
    hasPrice || product.stock != nil || product.variants.contains { $0.stock != nil }
  }
}
