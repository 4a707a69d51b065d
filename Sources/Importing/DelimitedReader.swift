import Diagnostics
import Model

/// Reads a delimited file into a table, naming what it had to forgive.
struct DelimitedReader {
  let finder: HeaderFinder
  let totals: Set<String>

  private static let candidates = Array(",;\t|".utf8)
  private static let searched = 60

  func read(_ text: DecodedText, _ findings: inout Findings) -> Table? {
    let delimiter = sniff(text.utf8)
    var reader = DelimitedText(text.utf8, delimiter: delimiter)
    var records: [Record] = []
    var cells = 0
    while let record = reader.next() {
      cells += record.cells.count
      guard records.count < ImportLimits.rows, cells < ImportLimits.cells else {
        findings.add(
          .error, row: record.row,
          "more than \(ImportLimits.rows) rows or \(ImportLimits.cells) cells; split the file")
        return nil
      }
      guard record.cells.count <= ImportLimits.columns else {
        findings.add(
          .error, row: record.row,
          "\(record.cells.count) columns; at most \(ImportLimits.columns) are read")
        return nil
      }
      if !record.isBlank { records.append(record) }
    }
    for row in reader.openQuotes {
      findings.add(.warning, row: row, "a quote is opened and never closed; it is read as a letter")
    }
    return table(records, text, &findings)
  }

  /// The delimiter under which the most headers are known, then the one with the most columns.
  private func sniff(_ utf8: [UInt8]) -> UInt8 {
    let head = Array(utf8.prefix(200_000))
    var best = (delimiter: DelimitedReader.candidates[0], score: 0, width: 0)
    for candidate in DelimitedReader.candidates {
      var reader = DelimitedText(head, delimiter: candidate)
      var records: [Record] = []
      while records.count < DelimitedReader.searched, let record = reader.next() {
        if !record.isBlank { records.append(record) }
      }
      let found = finder.find(in: records)
      let width = found.map { records[$0.first].cells.count } ?? records.first?.cells.count ?? 0
      if (found?.score ?? 0, width) > (best.score, best.width) {
        best = (candidate, found?.score ?? 0, width)
      }
    }
    return best.delimiter
  }

  private func table(
    _ records: [Record], _ text: DecodedText, _ findings: inout Findings
  ) -> Table? {
    let head = Array(records.prefix(DelimitedReader.searched))
    guard let found = finder.find(in: head) else {
      findings.add(
        .error,
        "no products found: no row of known column names such as 商品名称, 售价, 商家编码 or "
          + "title, price, sku; add yours to presets/catalogue/headers.yaml")
      return nil
    }
    let columns = finder.columns(head[found.first...found.last])
    var rows: [TableRow] = []
    var short: [Int] = []
    for record in records.dropFirst(found.last + 1) {
      if isDamaged(record, text, &findings) || isTotal(record) { continue }
      noteShape(record, columns.count, &short, &findings)
      rows.append(TableRow(number: record.row, cells: record.cells))
    }
    if let first = short.first {
      findings.add(
        .warning, row: first,
        "\(short.count == 1 ? "this row has" : "\(short.count) rows from here on have") fewer "
          + "cells than the \(columns.count) headers; what is missing counts as empty")
    }
    return Table(columns: columns, rows: rows)
  }

  private func isDamaged(
    _ record: Record, _ text: DecodedText, _ findings: inout Findings
  ) -> Bool {
    for line in record.lines {
      if let offset = text.damaged[line] {
        findings.add(
          .error, row: record.row,
          "byte \(offset) on line \(line) is neither UTF-8 nor GB18030; the row is left out: "
            + "save the file again as CSV UTF-8")
        return true
      }
      if let encoding = text.foreign[line] {
        findings.add(
          .warning, row: record.row,
          "line \(line) is in \(encoding), the rest of the file in \(text.encoding); it is read so: "
            + "save the whole file as CSV UTF-8")
        return false
      }
    }
    return false
  }

  private func isTotal(_ record: Record) -> Bool {
    guard let first = record.cells.first(where: { !$0.isBlank }) else { return false }
    let word = first.folded.unicodeScalars.filter {
      !$0.isDigit && !":：()（）.,，、*".unicodeScalars.contains($0)
    }
    return totals.contains(String(String.UnicodeScalarView(word)).cleaned)
  }

  private func noteShape(
    _ record: Record, _ width: Int, _ short: inout [Int], _ findings: inout Findings
  ) {
    if record.cells.count < width { short.append(record.row) }
    let extra = record.cells.dropFirst(width).filter { !$0.isBlank }
    guard let value = extra.first else { return }
    findings.add(
      .warning, row: record.row, value: value,
      "\(record.cells.count) cells under \(width) headers; those past the last header are left out:"
        + " a text with a delimiter in it must stand in quotes")
  }
}
