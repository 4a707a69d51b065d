import Diagnostics
import Model
import Tables

/// Puts the rows of one listing together.
///
/// Rows belong together by handle, by an item id beside a SKU column, by a parent's SKU, by a merged
/// cell, or when a row names neither title nor item and so continues the one above.
struct RowGrouper {
  let sheet: Sheet
  private var groups = RowGroups()
  /// Identifiers by their hashes: of a million rows the texts would be the larger part of memory.
  private var byKey: [Int: Int32] = [:]
  private var bySku: [Int: Int32] = [:]
  /// Nil after a row that was left out, so that nothing is hung on its predecessor.
  private var last: Int?
  private let takesParents: Bool

  init(sheet: Sheet) {
    self.sheet = sheet
    takesParents = sheet.has(.parentReference)
  }

  /// Reads every row once.
  mutating func groups(
    _ review: inout RowReview, _ words: NumberWords, _ findings: inout Findings
  ) -> RowGroups {
    let rows = sheet.table.rows
    for place in 0..<rows.count {
      let row = rows[place]
      if review.takes(row, words, &findings) {
        self.place(row, &findings)
      } else {
        groups.leaveOut()
      }
    }
    review.finish(&findings)
    groups.close()
    return groups
  }

  /// The rows of a group, and what they have in common.
  func group(_ place: Int, of groups: RowGroups) -> RowGroup {
    let rows = groups.rows(of: place)
    let all = rows.prefix(ImportLimits.rowsOfListing).map { sheet.table.rows[Int($0)] }
    var group = RowGroup(main: all[0], rest: Array(all.dropFirst()))
    group.mainIsParent = groups.isParent(place)
    group.key = key(of: group.main)?.name
    if group.mainIsParent {
      group.key = identifier(.sku, group.main) ?? group.rest.lazy.compactMap(parent).first
    }
    return group
  }

  private mutating func place(_ row: TableRow, _ findings: inout Findings) {
    guard !refuses(row, &findings) else {
      last = isContinuation(row) ? last : nil
      return groups.leaveOut()
    }
    if isContinuation(row) {
      if let last { return groups.add(to: last) }
      findings.add(
        .error, row: row.number,
        "this row continues a listing that was left out, and is left out with it")
      return groups.leaveOut()
    }
    if let parent = parent(of: row),
      let place = bySku[parent.hashValue] ?? byKey[("id:" + parent).hashValue]
    {
      groups.add(to: Int(place))
      groups.setParent(Int(place))
      last = Int(place)
      return
    }
    let key = key(of: row)?.index.hashValue
    if let key, let place = byKey[key] {
      groups.add(to: Int(place))
      last = Int(place)
      return
    }
    open(row, key)
  }

  private mutating func open(_ row: TableRow, _ key: Int?) {
    groups.open()
    let place = Int32(groups.last)
    last = groups.last
    if let key { byKey[key] = place }
    guard takesParents else { return }
    if let id = identifier(.productID, row), byKey[("id:" + id).hashValue] == nil {
      byKey[("id:" + id).hashValue] = place
    }
    if let sku = identifier(.sku, row), bySku[sku.hashValue] == nil {
      bySku[sku.hashValue] = place
    }
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
    guard takesParents, let text = identifier(.parentReference, row) else { return nil }
    return text.hasPrefix("id:") ? String(text.dropFirst(3)) : text
  }

  private func isContinuation(_ row: TableRow) -> Bool {
    if row.continues { return true }
    guard sheet.has(.title), groups.count > 0 || last == nil,
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
