import Diagnostics
import Model
import Tables

/// Reads a delimited file into a table, naming what it had to forgive.
struct DelimitedReader {
  let finder: HeaderFinder

  private static let candidates = Array(",;\t|".utf8)
  static let searched = 60

  func read(_ text: TextStream, _ findings: inout Findings) throws(TableError) -> Table? {
    let delimiter = try sniff(text)
    var stream = text
    var reader = DelimitedText(delimiter: delimiter) { () throws(TableError) in try stream.next() }
    let store = RowStore()
    var marks: [Int: RowMark] = [:]
    while let place = try reader.next(into: store) {
      guard !place.isBlank else {
        store.dropRow()
        continue
      }
      guard fits(store, place.row, &findings) else { return nil }
      if let mark = mark(place, text) { marks[place.row] = mark }
      store.endRow(place.row)
    }
    for row in reader.openQuotes {
      findings.add(.warning, row: row, "a quote is opened and never closed; it is read as a letter")
    }
    if let fault = store.fault { throw TableError(.cannotWrite, temporaryFault(fault)) }
    return table(store, marks, &findings)
  }

  private func fits(_ store: RowStore, _ row: Int, _ findings: inout Findings) -> Bool {
    guard store.count < ImportLimits.rows, store.cellCount < ImportLimits.cells else {
      findings.add(
        .error, row: row,
        "more than \(ImportLimits.rows) rows or \(ImportLimits.cells) cells; split the file")
      return false
    }
    guard store.openCells <= ImportLimits.columns else {
      findings.add(
        .error, row: row, "\(store.openCells) columns; at most \(ImportLimits.columns) are read")
      return false
    }
    return true
  }

  private func mark(_ place: DelimitedText.Place, _ text: TextStream) -> RowMark? {
    guard !text.damaged.isEmpty || !text.foreign.isEmpty else { return nil }
    for line in place.lines {
      if let offset = text.damaged[line] { return .damaged(offset: offset, line: line) }
      if let encoding = text.foreign[line] {
        return .foreign(encoding: encoding, line: line, main: text.encoding)
      }
    }
    return nil
  }

  /// The delimiter under which the most headers are known, then the one with the most columns.
  private func sniff(_ text: TextStream) throws(TableError) -> UInt8 {
    var stream = text
    let head = Array((try stream.next() ?? []).prefix(200_000))
    var best = (delimiter: DelimitedReader.candidates[0], score: 0, width: 0)
    for candidate in DelimitedReader.candidates {
      let records = try records(of: head, candidate)
      let found = finder.find(in: records)
      let width = found.map { records[$0.first].cells.count } ?? records.first?.cells.count ?? 0
      if (found?.score ?? 0, width) > (best.score, best.width) {
        best = (candidate, found?.score ?? 0, width)
      }
    }
    return best.delimiter
  }

  private func records(of head: [UInt8], _ delimiter: UInt8) throws(TableError) -> [Record] {
    var rest: [UInt8]? = head
    var reader = DelimitedText(delimiter: delimiter) { () throws(TableError) in
      defer { rest = nil }
      return rest
    }
    let store = RowStore()
    while store.count < DelimitedReader.searched, let place = try reader.next(into: store) {
      if place.isBlank { store.dropRow() } else { store.endRow(place.row) }
    }
    return (0..<store.count).map(store.record)
  }

  private func table(
    _ store: RowStore, _ marks: [Int: RowMark], _ findings: inout Findings
  ) -> Table? {
    let head = (0..<min(store.count, DelimitedReader.searched)).map(store.record)
    guard let found = finder.find(in: head) else {
      findings.add(.error, DelimitedReader.noHeaders)
      return nil
    }
    return Table(
      columns: finder.columns(head[found.first...found.last]),
      rows: TableRows(store: store, first: found.last + 1, marks: marks), form: .delimited)
  }

  static let noHeaders =
    "no products found: no row of known column names such as 商品名称, 售价, 商家编码 or "
    + "title, price, sku; add yours to presets/catalogue/headers.yaml"
}

/// What to do when the rows of a table find no room beside memory.
func temporaryFault(_ fault: Int32) -> String {
  "the rows do not fit into the folder for temporary files (error \(fault)): make room there, or "
    + "set TMPDIR"
}
