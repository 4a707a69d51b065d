import Diagnostics
public import Model
public import Tables

/// Turns catalogue files into products: any bytes go in, what can be read comes out, and every
/// fault is named by file, row and column.
///
/// The first table that has a product with title and price leads; others complete it by SKU, or by
/// title where they name no SKU. Of two that say the same field:
///
/// 1. A price whose header says that it is new (`新售价`, `调后价`, `new price`; the preset's list
///    `updates`) goes before any other, wherever its table stands.
/// 2. Price and stock of a later table that names products by SKU without titles are an update,
///    and go before those of earlier tables; of several updates the last stands.
/// 3. Else the first that says it is kept: a table with titles, or one before the leading table,
///    only fills in what is missing, and a price that differs is named in a warning.
///
/// Tables without prices (a team's decisions, a shot list, a sales report) complete products
/// wherever they stand in the list. What updates change is named in a note a table.
public struct ImportStage: Stage {
  public var rules: CatalogueRules
  /// Threads to work on.
  public var jobs: Int
  /// What a product's own words give rise to; called on any thread.
  public var inspect: @Sendable (Product) -> [Problem]

  /// Puts a workbook's picture into the workspace and answers its path there; nil where it cannot.
  public var keep: @Sendable (PictureFile) -> String?

  public init(
    rules: CatalogueRules, jobs: Int = 2,
    inspect: @escaping @Sendable (Product) -> [Problem] = { _ in [] },
    keep: @escaping @Sendable (PictureFile) -> String? = { _ in nil }
  ) {
    self.rules = rules
    self.jobs = jobs
    self.inspect = inspect
    self.keep = keep
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
    let reader = FileReader(rules, keep: keep)
    let store = DraftStore()
    var merger = CatalogueMerger(store: store)
    var findings: [Findings] = []
    var reports: [ColumnReport.File] = []
    var waiting: [Int32] = []
    for file in input {
      let result = reader.read(file, jobs: jobs, inspect: inspect) { draft, findings in
        store.append(draft)
        let place = store.count - 1
        if !merger.take(draft, at: place, &findings) { waiting.append(Int32(place)) }
      }
      findings += result.findings
      reports.append(result.report)
    }
    for place in waiting { merger.complete(Int(place)) }
    merger.finish(&findings)
    if let fault = store.fault, !findings.isEmpty {
      findings[0].add(.error, temporaryFault(fault))
    }
    return FoundProducts(
      store: store, entries: merger.entries, jobs: jobs, inspect: inspect,
      correct: { [rules] in reader.categories.correct(&$0, corrections: rules.corrections) },
      fileProblems: findings.flatMap(\.sorted), columns: ColumnReport(files: reports))
  }
}
