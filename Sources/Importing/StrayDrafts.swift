import Diagnostics
import Model

/// Drafts that lack title or price and belong to no product of any file.
struct StrayDrafts {
  private struct Table: Hashable {
    var file: String
    var sheet: String?
  }

  private var places: [Int32] = []
  /// Tables of which a row has completed a product, or which name codes or prices: each of their
  /// rows is then meant as one.
  private var meant: Set<Table> = []

  mutating func add(_ draft: ProductDraft, _ place: Int) {
    places.append(Int32(place))
    if draft.hasOwnSku || draft.hasPrice || draft.priceProblem != nil {
      addMatch(draft.product.source)
    }
  }

  mutating func addMatch(_ source: Source) {
    let table = Table(file: source.file, sheet: source.sheet)
    if meant.isEmpty || !meant.contains(table) { meant.insert(table) }
  }

  /// Names each row that is left out; a sheet of names alone, such as a chart's, in one note.
  func report(_ store: DraftStore, hasProducts: Bool, _ findings: inout [Findings]) {
    var bare: [Table: (count: Int, first: Product)] = [:]
    for place in places {
      guard let draft = store.draft(Int(place)) else { continue }
      let source = draft.product.source
      let table = Table(file: source.file, sheet: source.sheet)
      if hasProducts, !meant.contains(table) {
        bare[table, default: (0, draft.product)].count += 1
      } else if let its = ordinal(of: table, in: findings) {
        StrayDrafts.report(draft, &findings[its])
      }
    }
    for (table, rows) in bare {
      guard let its = ordinal(of: table, in: findings) else { continue }
      findings[its].add(
        .note, row: rows.first.source.row, column: rows.first.source.cells["title"],
        value: rows.first.title,
        "this is read as no table of products: it has neither codes nor prices, and no other table "
          + "has a product named as its \(rows.count == 1 ? "row" : "\(rows.count) rows")")
    }
  }

  private func ordinal(of table: Table, in findings: [Findings]) -> Int? {
    findings.firstIndex { $0.file == table.file && $0.sheet == table.sheet }
  }

  private static func report(_ draft: ProductDraft, _ findings: inout Findings) {
    let product = draft.product
    let name = draft.hasOwnSku ? "SKU '\(product.sku)'" : "'\(product.title.shortened(to: 40))'"
    if draft.hasTitle, let problem = draft.priceProblem {
      findings.add([problem])
    } else if draft.hasPrice {
      findings.add(
        .error, row: product.source.row, column: product.source.cells["sku"], value: product.sku,
        "\(name) has no title, and no other file has a product of that SKU; the row is left out")
    } else {
      findings.add(
        .error, row: product.source.row,
        column: product.source.cells["sku"] ?? product.source.cells["title"],
        "no price for \(name) here, and no other file has that product; the row is left out: "
          + "add a column 售价 or price, or the file with the prices")
    }
  }
}
