import Diagnostics
import Model

/// Prices and stocks that a table has brought in place of those of others: one note a table.
struct PriceUpdates {
  private struct Table {
    var file: String
    var sheet: String?
    var row: Int
    var column: String?
    var count = 0
    var changes: [String] = []
  }

  private static let named = 5
  private var tables: [Table] = []

  mutating func add(_ draft: ProductDraft, _ store: DraftStore, lead: Int32) {
    let source = draft.product.source
    let its =
      tables.firstIndex { $0.file == source.file && $0.sheet == source.sheet }
      ?? {
        tables.append(
          Table(
            file: source.file, sheet: source.sheet, row: source.row,
            column: source.cells["price"] ?? source.cells["stock"]))
        return tables.count - 1
      }()
    tables[its].count += 1
    guard tables[its].changes.count < PriceUpdates.named, let old = store.draft(Int(lead))?.product
    else { return }
    var new = old
    new.update(with: draft)
    if let text = PriceUpdates.text(draft.product.sku, old, new) {
      tables[its].changes.append(text)
    }
  }

  func note(_ findings: inout [Findings]) {
    for table in tables {
      guard
        let its = findings.firstIndex(where: { $0.file == table.file && $0.sheet == table.sheet })
      else { continue }
      let more =
        table.count > table.changes.count && !table.changes.isEmpty
        ? " and \(table.count - table.changes.count) more" : ""
      let changes = table.changes.isEmpty ? "" : ": " + table.changes.joined(separator: ", ") + more
      findings[its].add(
        .note, row: table.row, column: table.column,
        "\(table.count) \(table.count == 1 ? "row updates a product" : "rows update products") of "
          + "other tables; a later table of codes without titles, or a price headed 新售价 or new "
          + "price, goes before earlier prices and stocks\(changes)")
    }
  }

  private static func text(_ sku: String, _ old: Product, _ new: Product) -> String? {
    var parts: [String] = []
    if new.price != old.price { parts.append("\(old.price) → \(new.price)") }
    if new.stock != old.stock {
      parts.append("stock \(old.stock.map(String.init) ?? "none") → \(new.stock ?? 0)")
    }
    return parts.isEmpty ? nil : "'\(sku.shortened(to: 40))' " + parts.joined(separator: " and ")
  }
}
