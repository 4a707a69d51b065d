import Diagnostics
import Model

/// Puts the rows of one listing together.
///
/// Rows belong together by handle, by an item id beside a SKU column, by a parent's SKU, or when a
/// row names neither title nor item and so continues the one above.
struct RowGrouper {
  let sheet: Sheet

  private var groups: [RowGroup] = []
  private var byKey: [String: Int] = [:]
  private var bySku: [String: Int] = [:]
  /// Nil after a row that was left out, so that nothing is hung on its predecessor.
  private var last: Int?

  init(sheet: Sheet) { self.sheet = sheet }

  mutating func groups(_ findings: inout Findings) -> [RowGroup] {
    for row in sheet.table.rows { place(row, &findings) }
    return groups
  }

  private mutating func place(_ row: TableRow, _ findings: inout Findings) {
    guard !refuses(row, &findings) else {
      last = isContinuation(row) ? last : nil
      return
    }
    if isContinuation(row) {
      if let last {
        groups[last].rest.append(row)
      } else {
        findings.add(
          .error, row: row.number,
          "this row continues a listing that was left out, and is left out with it")
      }
      return
    }
    if let parent = parent(of: row), let place = bySku[parent] ?? byKey["id:" + parent] {
      groups[place].rest.append(row)
      groups[place].key = identifier(.sku, groups[place].main) ?? parent
      groups[place].mainIsParent = true
      last = place
      return
    }
    let key = key(of: row)
    if let key, let place = byKey[key.index] {
      groups[place].rest.append(row)
      last = place
      return
    }
    groups.append(RowGroup(main: row, key: key?.name))
    last = groups.count - 1
    if let key { byKey[key.index] = last }
    if let id = identifier(.productID, row), byKey["id:" + id] == nil { byKey["id:" + id] = last }
    if let sku = identifier(.sku, row), bySku[sku] == nil { bySku[sku] = last }
  }

  private func key(of row: TableRow) -> (index: String, name: String)? {
    if let handle = identifier(.handle, row) { return ("handle:" + handle, handle) }
    guard sheet.has(.sku) || sheet.has(.spec), let id = identifier(.productID, row) else {
      return nil
    }
    return ("id:" + id, id)
  }

  /// WooCommerce writes `id:12` or a SKU.
  private func parent(of row: TableRow) -> String? {
    guard let text = identifier(.parentReference, row) else { return nil }
    return text.hasPrefix("id:") ? String(text.dropFirst(3)) : text
  }

  private func isContinuation(_ row: TableRow) -> Bool {
    if row.continues { return true }
    guard sheet.has(.title), !groups.isEmpty || last == nil,
      sheet.text(.title, row) == nil, sheet.text(.handle, row) == nil,
      sheet.text(.productID, row) == nil
    else { return false }
    if sheet.has(.productID) || sheet.has(.handle) { return true }
    return sheet.text(.spec, row) != nil || sheet.text(.optionValue, row) != nil
  }

  /// Whether an identifier of the row has lost its digits.
  private func refuses(_ row: TableRow, _ findings: inout Findings) -> Bool {
    var isRefused = false
    for field in [CatalogueField.productID, .sku, .handle, .parentReference] {
      for (text, column) in sheet.texts(field, row) where IdentifierText(text) == .lost {
        findings.add(
          .error, row: row.number, column: sheet.header(column), value: text,
          "'\(text)' is a number that a spreadsheet has shortened, its digits are lost; the row is "
            + "left out: format the column as text and export again")
        isRefused = true
      }
    }
    return isRefused
  }

  private func identifier(_ field: CatalogueField, _ row: TableRow) -> String? {
    guard let text = sheet.text(field, row)?.text, case .value(let value) = IdentifierText(text)
    else { return nil }
    return value
  }
}
