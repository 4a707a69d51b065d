import Diagnostics
import Model

/// Rows that are written for whoever reads the sheet: the headers once more, titles of sections,
/// remarks below the table, and how to fill it in.
struct AsideRows {
  private enum Kind: String {
    case section = "a heading"
    case remark = "a remark"
    case help = "help for filling in"
  }

  /// Of headings, remarks and help, the first few to be named.
  private static let named = 5
  /// Rows below the headers that may be help.
  private static let helped = 8

  private let headers: [String]
  private let prices: [Int]
  /// Whether one text in the first cell alone can be no product.
  private let takesSections: Bool
  private let codes: Set<Int>
  private let ignored: Set<Int>
  private let lists: WordLists
  private var seen = 0
  private var mayBeHelp = true
  private var found: [(row: Int, text: String, kind: Kind)] = []
  private var count = 0

  init(_ table: Table, _ lists: WordLists) {
    self.lists = lists
    headers = table.columns.map(\.header.cleaned)
    func places(_ fields: Set<CatalogueField>) -> [Int] {
      table.columns.indices.filter { place in
        table.columns[place].meaning.map { fields.contains($0.field) } ?? false
      }
    }
    prices = places([.price, .salePrice, .referencePrice])
    codes = Set(places([.sku, .productID, .handle, .parentReference]))
    ignored = Set(places([.ignored]))
    let isOfListing = places([.title, .spec, .optionValue, .handle, .images]).contains(0)
    takesSections =
      !prices.isEmpty && !isOfListing && headers.lazy.filter { !$0.isEmpty }.count >= 3
  }

  /// Whether the row is no product's.
  mutating func takes(_ row: TableRow) -> Bool {
    seen += 1
    guard !row.continues else { return false }
    if isHeader(row) { return true }
    if mayBeHelp {
      mayBeHelp = seen <= AsideRows.helped && isHelp(row)
      if mayBeHelp { return note(row, .help) }
    }
    guard let (place, text, times) = only(row) else {
      guard isRemark(row) else { return false }
      return note(row, .remark)
    }
    // A row that is numbered and not filled in.
    if ignored.contains(place), text.allSatisfy(\.isNumber) { return true }
    if isMarked(text) { return note(row, .remark) }
    let isCode = codes.contains(place) && AsideRows.isCode(text)
    let isAcross = times >= 3 && !prices.isEmpty
    guard isAcross || (takesSections && place == 0 && !isCode), text.contains(where: \.isLetter)
    else { return false }
    return note(row, .section)
  }

  /// To be called when all rows have been seen.
  func finish(_ findings: inout Findings) {
    guard let first = found.first else { return }
    let names = found.map {
      "row \($0.row) '\($0.text.shortened(to: 30))' (\($0.kind.rawValue))"
    }.joined(separator: ", ")
    let more = count > found.count ? " and \(count - found.count) more" : ""
    findings.add(
      .note, row: first.row, value: first.text,
      "\(count == 1 ? "one row is no product and is" : "\(count) rows are no products and are") "
        + "left out: \(names)\(more)")
  }

  private mutating func note(_ row: TableRow, _ kind: Kind) -> Bool {
    count += 1
    if found.count < AsideRows.named, let text = row.cells.first(where: { !$0.isBlank }) {
      found.append((row.number, text, kind))
    }
    return true
  }

  private func isHeader(_ row: TableRow) -> Bool {
    guard let first = row.cells.firstIndex(where: { !$0.isBlank }), first < headers.count,
      row.cells[first] == headers[first]
    else { return false }
    var (filled, same) = (0, 0)
    for (place, cell) in row.cells.enumerated() where !cell.isBlank {
      filled += 1
      if place < headers.count, cell == headers[place] { same += 1 }
    }
    return same >= 2 && same * 10 >= filled * 7
  }

  /// The one text that the row holds, where it first stands, and in how many cells: a title across
  /// merged cells stands in all of them.
  private func only(_ row: TableRow) -> (place: Int, text: String, times: Int)? {
    var found: (place: Int, text: String, times: Int)?
    for (place, cell) in row.cells.enumerated() where !cell.isBlank {
      if let known = found {
        guard known.text == cell else { return nil }
        found?.times += 1
      } else {
        guard cell.utf8.count <= 2_000 else { return nil }
        found = (place, cell, 1)
      }
    }
    return found
  }

  /// A remark with one more cell beside it, neither of them a price.
  private func isRemark(_ row: TableRow) -> Bool {
    guard let first = row.cells.first(where: { !$0.isBlank }), isMarked(first) else {
      return false
    }
    return row.cells.lazy.filter { !$0.isBlank }.prefix(3).count <= 2
      && prices.allSatisfy { row.text($0) == nil }
  }

  /// `注：…`, `Note: …`, `※ …`, `* …`.
  private func isMarked(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    if first == "※" || first == "*" { return text.count > 1 }
    guard let colon = text.prefix(20).firstIndex(where: { $0 == "：" || $0 == ":" }) else {
      return false
    }
    let word = text[..<colon].folded.filter { !$0.isNumber }
    return lists.remarks.contains(word.cleaned)
  }

  private func isHelp(_ row: TableRow) -> Bool {
    let filled = row.cells.filter { !$0.isBlank }
    let said = filled.lazy.filter(saysHelp).count
    guard said > 0 else { return false }
    let costs = prices.compactMap(row.text)
    return costs.contains(where: saysHelp)
      || (said * 2 >= filled.count
        && !costs.contains { $0.contains(where: \.isNumber) })
  }

  private func saysHelp(_ cell: String) -> Bool {
    guard cell.utf8.count <= 200 else { return false }
    let text = cell.folded
    return lists.help.contains { word in
      guard text.hasPrefix(word) else { return false }
      let next = text.dropFirst(word.count).unicodeScalars.first
      return next.map { !$0.isASCII || !$0.isLetterOrDigit } ?? true
    }
  }

  /// Letters, digits and signs of ASCII without a space, a digit among them.
  private static func isCode(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && text.contains(where: \.isNumber)
  }
}

extension Substring {
  fileprivate var folded: String { String(self).folded }
}
