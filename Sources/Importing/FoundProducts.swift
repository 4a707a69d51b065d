import Diagnostics
public import Model
import Threading

/// The products of an import, each made when it is asked for.
public struct FoundProducts: Sendable {
  let store: DraftStore
  let entries: [CatalogueMerger.Entry]
  let jobs: Int
  let inspect: @Sendable (Product) -> [Problem]
  /// What the team says of a product's category goes before what any file says.
  let correct: @Sendable (inout Product) -> Void
  /// How each column was understood.
  public let columns: ColumnReport
  /// Every fault, in the order of files and rows, then what the products' own words give rise to.
  public let problems: [Problem]

  /// A product as a line of `products.json`.
  public struct Item: Sendable {
    public var line: [UInt8]
    public var category: String
  }

  init(
    store: DraftStore, entries: [CatalogueMerger.Entry], jobs: Int,
    inspect: @escaping @Sendable (Product) -> [Problem],
    correct: @escaping @Sendable (inout Product) -> Void, fileProblems: [Problem],
    columns: ColumnReport
  ) {
    self.columns = columns
    self.store = store
    self.entries = entries
    self.jobs = jobs
    self.inspect = inspect
    self.correct = correct
    var notes: [Problem] = []
    var unnamed = 0
    Shift(jobs: jobs, of: entries.count).run { place -> [Problem]? in
      let entry = entries[place]
      let found =
        entry.rest.isEmpty
        ? store.notes(of: Int(entry.lead))
        : FoundProducts.product(entry, store, correct).map(inspect) ?? []
      return found.isEmpty ? nil : found
    } each: { found in
      if notes.count < ImportLimits.problems { notes += found } else { unnamed += found.count }
    }
    if unnamed > 0, let file = notes.last?.file {
      notes.append(
        Problem(
          file: file, severity: .warning,
          message: "\(unnamed) more texts that may not stand in copy; mend those named first"))
    }
    problems = fileProblems + notes
  }

  public var count: Int { entries.count }

  /// Calls back with every product, in order.
  public func forEach(_ take: (Item) -> Void) {
    Shift(jobs: jobs, of: entries.count).run {
      item($0)
    } each: {
      take($0)
    }
  }

  private func item(_ place: Int) -> Item? {
    let entry = entries[place]
    guard !entry.rest.isEmpty else {
      let lead = Int(entry.lead)
      return Item(line: store.line(of: lead), category: store.category(of: lead))
    }
    return FoundProducts.product(entry, store, correct).map {
      Item(line: CatalogueText.line($0), category: $0.category)
    }
  }

  private static func product(
    _ entry: CatalogueMerger.Entry, _ store: DraftStore, _ correct: (inout Product) -> Void
  ) -> Product? {
    guard var product = store.draft(Int(entry.lead))?.product else { return nil }
    var updates: [(place: Int32, draft: ProductDraft)] = []
    for place in entry.rest {
      guard let other = store.draft(Int(place)) else { continue }
      product.complete(with: other.product)
      if other.updates(isLater: place > entry.lead) { updates.append((place, other)) }
    }
    for (_, draft) in updates.sorted(by: { $0.place < $1.place }) { product.update(with: draft) }
    correct(&product)
    return product
  }
}
