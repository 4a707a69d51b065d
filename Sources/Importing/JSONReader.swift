import Diagnostics
import JSON
import Model
import Tables

/// Reads a JSON object, array, or lines of objects into a table: the richest list of products wins.
struct JSONReader {
  let finder: HeaderFinder

  static func isJSON(_ utf8: [UInt8]) -> Bool {
    let start = utf8.first { $0 > 0x20 }
    return start == UInt8(ascii: "{") || start == UInt8(ascii: "[")
  }

  /// - Parameter size: of the file, in bytes.
  func read(
    _ text: TextStream, size: Int, _ findings: inout Findings
  ) throws(TableError) -> Table? {
    for (line, offset) in text.damaged.sorted(by: { $0.key < $1.key }).prefix(20) {
      findings.add(
        .warning, "byte \(offset) on line \(line) fits no encoding; save the file as UTF-8")
    }
    var stream = text
    guard let head = try stream.next() else { return nil }
    if isJSONLines(head) { return try lines(text, &findings) }
    guard size <= ImportLimits.documentSize else {
      findings.add(
        .error,
        "\(size / 1_000_000) MB in one JSON document; at most \(ImportLimits.documentSize / 1_000_000) "
          + "MB are read: export JSON lines, one product a line")
      return nil
    }
    return document(head + (try stream.rest()), &findings)
  }

  private func document(_ utf8: [UInt8], _ findings: inout Findings) -> Table? {
    let value: JSONValue
    do {
      value = try JSONParser.parse(utf8[...])
    } catch {
      findings.add(.error, "no JSON: line \(error.line): \(error.message)")
      return nil
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
    var rows = JSONRows()
    for (place, item) in best.items.enumerated() {
      guard rows.take(item, place + 1, &findings) else { return nil }
    }
    return table(of: rows)
  }

  /// Whether the first line that says anything is an object by itself, and more follows it.
  private func isJSONLines(_ head: [UInt8]) -> Bool {
    guard let start = head.firstIndex(where: { $0 > 0x20 }), head[start] == UInt8(ascii: "{"),
      let feed = head[start...].firstIndex(of: 0x0A),
      (try? JSONParser.parse(head[start..<feed])) != nil
    else { return false }
    return head[feed...].contains { $0 > 0x20 }
  }

  private func lines(_ text: TextStream, _ findings: inout Findings) throws(TableError) -> Table? {
    var rows = JSONRows()
    var stream = text
    var tail: [UInt8] = []
    var number = 0
    var isComplete = false
    while !isComplete {
      if let piece = try stream.next() { tail += piece } else { isComplete = true }
      var start = 0
      while start < tail.count {
        let feed = tail[start...].firstIndex(of: 0x0A)
        guard let end = feed ?? (isComplete ? tail.count : nil) else { break }
        number += 1
        guard takeLine(tail[start..<end], number, &rows, &findings) else { return nil }
        start = end + 1
      }
      tail.removeFirst(min(start, tail.count))
    }
    return table(of: rows)
  }

  /// False where the table has grown too large.
  private func takeLine(
    _ line: ArraySlice<UInt8>, _ number: Int, _ rows: inout JSONRows, _ findings: inout Findings
  ) -> Bool {
    guard line.contains(where: { $0 > 0x20 }) else { return true }
    do {
      let value = try JSONParser.parse(line)
      if case .object = value { return rows.take(value, number, &findings) }
    } catch {
      findings.add(
        .error, row: number, value: String(decoding: line.prefix(80), as: UTF8.self),
        "this line is no JSON: \(error.message); it is left out")
    }
    return true
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

  private func table(of rows: JSONRows) -> Table {
    let headers = rows.headers
    let known = Set(headers.compactMap { finder.index.meaning(of: $0, shots: true)?.field })
    let shots = HeaderFinder.isShotList(known)
    let columns = headers.map {
      Column(
        header: $0, meaning: finder.index.meaning(of: $0, shots: shots),
        depth: $0.split(separator: ".").count - 1)
    }
    return Table(
      columns: columns, rows: TableRows(store: rows.store, continuing: rows.continuing),
      form: .items)
  }
}

/// Items as rows under the paths that any of them has.
private struct JSONRows {
  let store = RowStore()
  private(set) var headers: [String] = []
  private(set) var continuing: [Bool] = []
  private var columns: [String: Int] = [:]

  /// An item and its variants; false where there are too many.
  mutating func take(_ value: JSONValue, _ number: Int, _ findings: inout Findings) -> Bool {
    let item = JSONItem(value)
    append(item, number, continues: false)
    for variant in item.variants { append(variant, number, continues: true) }
    guard headers.count <= ImportLimits.columns, store.count <= ImportLimits.rows,
      store.cellCount < ImportLimits.cells
    else {
      findings.add(
        .error, row: number,
        "more than \(ImportLimits.columns) different keys, \(ImportLimits.rows) items or "
          + "\(ImportLimits.cells) values; split the file")
      return false
    }
    return true
  }

  private mutating func append(_ item: JSONItem, _ number: Int, continues: Bool) {
    var cells: [String] = []
    for (path, text) in item.cells {
      let column = columns[path] ?? headers.count
      if column == headers.count {
        columns[path] = column
        headers.append(path)
      }
      while cells.count <= column { cells.append("") }
      cells[column] = text
    }
    for cell in cells { store.add(cell) }
    store.endRow(number)
    continuing.append(continues)
  }
}
