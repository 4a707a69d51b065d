import Diagnostics
public import Model
import Tables

/// Turns catalogue files into products: any bytes go in, what can be read comes out, and every
/// fault is named by file, row and column.
///
/// The first file that has a product leads; later files complete it by SKU, or by title where they
/// name no SKU. Files without prices (a team's decisions, a shot list, a sales report) complete
/// products of the other files wherever they stand in the list.
public struct ImportStage: Stage {
  public var rules: CatalogueRules
  /// Threads to work on.
  public var jobs: Int
  /// What a product's own words give rise to; called on any thread.
  public var inspect: @Sendable (Product) -> [Problem]

  public init(
    rules: CatalogueRules, jobs: Int = 2,
    inspect: @escaping @Sendable (Product) -> [Problem] = { _ in [] }
  ) {
    self.rules = rules
    self.jobs = jobs
    self.inspect = inspect
  }

  /// All products in memory.
  public func run(_ input: [CatalogueFile]) -> Catalogue {
    let found = read(input)
    var products: [Product] = []
    products.reserveCapacity(found.count)
    found.forEach { product in
      if let product = CatalogueText.product(product.line[...]) { products.append(product) }
    }
    return Catalogue(products: products, problems: found.problems)
  }

  /// Reads everything; products stay outside of memory until they are asked for.
  public func read(_ input: [CatalogueFile]) -> FoundProducts {
    let reader = FileReader(rules)
    let store = DraftStore()
    var merger = CatalogueMerger(store: store)
    var findings: [Findings] = []
    var waiting: [[Int32]] = []
    for file in input {
      var waits: [Int32] = []
      let result = reader.read(file, jobs: jobs, inspect: inspect) { draft, findings in
        store.append(draft)
        if !merger.take(draft, at: store.count - 1, &findings) { waits.append(Int32(store.count - 1)) }
      }
      findings.append(result)
      waiting.append(waits)
    }
    for place in input.indices {
      for draft in waiting[place] { merger.complete(Int(draft), &findings[place]) }
    }
    if let fault = store.fault, !findings.isEmpty {
      findings[0].add(.error, temporaryFault(fault))
    }
    return FoundProducts(
      store: store, entries: merger.entries, jobs: jobs, inspect: inspect,
      fileProblems: findings.flatMap(\.sorted))
  }
}
