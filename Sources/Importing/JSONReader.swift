import Diagnostics
import Model

/// Reads a JSON object, array, or lines of objects into a table: the richest list of products wins.
struct JSONReader {
  let finder: HeaderFinder

  static func isJSON(_ utf8: [UInt8]) -> Bool {
    let start = utf8.first { $0 > 0x20 }
    return start == UInt8(ascii: "{") || start == UInt8(ascii: "[")
  }

  func read(_ text: DecodedText, _ findings: inout Findings) -> Table? {
    for (line, offset) in text.damaged.sorted(by: { $0.key < $1.key }).prefix(20) {
      findings.add(
        .warning, "byte \(offset) on line \(line) fits no encoding; save the file as UTF-8")
    }
    let value: JSONValue
    do {
      value = try JSONParser.parse(text.utf8[...])
    } catch {
      guard let lines = jsonLines(text.utf8, &findings) else {
        findings.add(.error, "no JSON: line \(error.line): \(error.message)")
        return nil
      }
      return table(of: lines, &findings)
    }
    var best: (score: Int, items: [JSONValue])?
    var known: [String: CatalogueField?] = [:]
    for list in lists(in: value) {
      guard let score = score(list, &known), score > best?.score ?? 0 else { continue }
      best = (score, list)
    }
    guard let best else {
      findings.add(
        .error,
        "no products found: no list of objects with a name and a price or SKU in this JSON")
      return nil
    }
    return table(of: best.items.enumerated().map { ($0.offset + 1, $0.element) }, &findings)
  }

  /// Nil where the first line is no object by itself.
  private func jsonLines(
    _ utf8: [UInt8], _ findings: inout Findings
  ) -> [(number: Int, value: JSONValue)]? {
    let lines = utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
      .filter { $0.element.contains { $0 > 0x20 } }
    guard lines.count > 1, let first = lines.first, (try? JSONParser.parse(first.element)) != nil
    else { return nil }
    var items: [(number: Int, value: JSONValue)] = []
    for (place, line) in lines {
      do {
        let value = try JSONParser.parse(line)
        if case .object = value { items.append((place + 1, value)) }
      } catch {
        findings.add(
          .error, row: place + 1, value: String(decoding: line.prefix(80), as: UTF8.self),
          "this line is no JSON: \(error.message); it is left out")
      }
    }
    return items
  }

  /// Every list of objects anywhere, and every object outside of lists as a list of one.
  private func lists(in value: JSONValue, insideList: Bool = false) -> [[JSONValue]] {
    switch value {
    case .array(let items):
      let objects = items.filter { if case .object = $0 { true } else { false } }
      return (objects.isEmpty ? [] : [objects])
        + items.prefix(1_000).flatMap { lists(in: $0, insideList: true) }
    case .object(let members):
      return members.flatMap { lists(in: $0.value, insideList: insideList) }
        + (insideList ? [] : [[value]])
    default: return []
    }
  }

  private static let facts: Set<CatalogueField> = [
    .price, .salePrice, .stock, .cost, .sellingPoints, .sales7d, .sales28d, .selected, .hook, .copy,
    .cta, .teamTitle, .shotPicture,
  ]

  /// How much the objects look like products; nil where they name none.
  private func score(_ items: [JSONValue], _ known: inout [String: CatalogueField?]) -> Int? {
    var fields: Set<CatalogueField> = []
    for item in items.prefix(20) {
      let flat = JSONItem(item)
      for (path, _) in flat.cells + flat.variants.flatMap(\.cells) {
        let field = known[path] ?? finder.index.meaning(of: path)?.field
        known[path] = .some(field)
        if let field { fields.insert(field) }
      }
    }
    let isNamed = !fields.isDisjoint(with: [.title, .sku, .productID])
    guard isNamed, !fields.isDisjoint(with: JSONReader.facts) else { return nil }
    fields.remove(.ignored)
    return fields.count * 100_000 + min(items.count, 99_999)
  }

  private func table(
    of items: [(number: Int, value: JSONValue)], _ findings: inout Findings
  ) -> Table? {
    var rows = JSONRows()
    for (number, value) in items {
      let item = JSONItem(value)
      rows.append(item, number, continues: false)
      for variant in item.variants { rows.append(variant, number, continues: true) }
      guard rows.areWithinLimits else {
        findings.add(
          .error, row: number,
          "more than \(ImportLimits.columns) different keys, \(ImportLimits.rows) items or "
            + "\(ImportLimits.cells) values; split the file")
        return nil
      }
    }
    let headers = rows.headers
    let known = Set(headers.compactMap { finder.index.meaning(of: $0, shots: true)?.field })
    let shots = HeaderFinder.isShotList(known)
    let columns = headers.map {
      Column(
        header: $0, meaning: finder.index.meaning(of: $0, shots: shots),
        depth: $0.split(separator: ".").count - 1)
    }
    return Table(columns: columns, rows: rows.rows)
  }
}

/// Items as rows under the paths that any of them has.
private struct JSONRows {
  private(set) var headers: [String] = []
  private(set) var rows: [TableRow] = []
  private var columns: [String: Int] = [:]
  private var cells = 0

  var areWithinLimits: Bool {
    headers.count <= ImportLimits.columns && rows.count <= ImportLimits.rows
      && cells < ImportLimits.cells
  }

  mutating func append(_ item: JSONItem, _ number: Int, continues: Bool) {
    var row = TableRow(number: number, cells: [], continues: continues)
    for (path, text) in item.cells {
      let column = columns[path] ?? headers.count
      if column == headers.count {
        columns[path] = column
        headers.append(path)
      }
      while row.cells.count <= column { row.cells.append("") }
      row.cells[column] = text
    }
    cells += row.cells.count
    rows.append(row)
  }
}
