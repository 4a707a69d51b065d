import Diagnostics
import Foundation
import Model
import Tables

/// What is said of rows before anything in them is understood: damage, sums, too few or too many
/// cells, and how the bare numbers of rate columns are meant.
struct RowReview {
  let width: Int
  let rateColumns: [Int]
  private let totals: Set<String>
  private var asides: AsideRows
  private let marks: [Int: RowMark]
  private var short: (first: Int, count: Int)?
  /// Rate columns whose bare numbers go over 1, and the first bare number of each.
  private(set) var percentColumns: Set<Int> = []
  private(set) var firstBare: [Int: String] = [:]

  private let takesTotalsOut: Bool
  /// Whether rows have as many cells as there are headers, as delimited text has.
  private let isEven: Bool

  init(_ table: Table, _ lists: WordLists) {
    asides = AsideRows(table, lists)
    takesTotalsOut = table.form != .items
    isEven = table.form == .delimited
    width = table.columns.count
    totals = lists.totals
    marks = table.rows.marks
    rateColumns = table.columns.indices.filter { place in
      table.columns[place].meaning.map { Sheet.rates.contains($0.field) } ?? false
    }
  }

  /// Whether the row is to be read; the findings say why not.
  mutating func takes(_ row: TableRow, _ words: NumberWords, _ findings: inout Findings) -> Bool {
    if isDamaged(row, &findings) || (takesTotalsOut && (isTotal(row) || asides.takes(row))) {
      return false
    }
    if isEven { noteShape(row, &findings) }
    for column in rateColumns { see(row, column, words) }
    return true
  }

  /// To be called when all rows have been seen.
  func finish(_ findings: inout Findings) {
    asides.finish(&findings)
    guard let short else { return }
    findings.add(
      .warning, row: short.first,
      "\(short.count == 1 ? "this row has" : "\(short.count) rows from here on have") fewer "
        + "cells than the \(width) headers; what is missing counts as empty")
  }

  private mutating func see(_ row: TableRow, _ column: Int, _ words: NumberWords) {
    guard !percentColumns.contains(column) || firstBare[column] == nil,
      let text = row.text(column), !text.utf8.contains(UInt8(ascii: "%")),
      let number = NumberText(text, words), !number.isPercent, number.value != 0
    else { return }
    if firstBare[column] == nil { firstBare[column] = text }
    if number.value > 1 { percentColumns.insert(column) }
  }

  private func isDamaged(_ row: TableRow, _ findings: inout Findings) -> Bool {
    guard !marks.isEmpty, let mark = marks[row.number] else { return false }
    switch mark {
    case .damaged(let offset, let line):
      findings.add(
        .error, row: row.number,
        "byte \(offset) on line \(line) is neither UTF-8 nor GB18030; the row is left out: "
          + "save the file again as CSV UTF-8")
      return true
    case .foreign(let encoding, let line, let main):
      findings.add(
        .warning, row: row.number,
        "line \(line) is in \(encoding), the rest of the file in \(main); it is read so: "
          + "save the whole file as CSV UTF-8")
      return false
    }
  }

  private func isTotal(_ row: TableRow) -> Bool {
    guard let first = row.cells.first(where: { !$0.isBlank }), first.utf8.count < 100 else {
      return false
    }
    // `合计：15 款`
    if let colon = first.firstIndex(where: { $0 == "：" || $0 == ":" }),
      totals.contains(String(first[..<colon]).folded),
      first[colon...].dropFirst().first(where: { $0 != " " })?.isNumber == true
    {
      return true
    }
    let word = first.folded.unicodeScalars.filter {
      !$0.isDigit && !":：()（）.,，、*".unicodeScalars.contains($0)
    }
    return totals.contains(String(String.UnicodeScalarView(word)).cleaned)
  }

  private mutating func noteShape(_ row: TableRow, _ findings: inout Findings) {
    if row.cells.count < width { short = (short?.first ?? row.number, (short?.count ?? 0) + 1) }
    guard row.cells.count > width,
      let value = row.cells.dropFirst(width).first(where: { !$0.isBlank })
    else { return }
    findings.add(
      .warning, row: row.number, value: value,
      "\(row.cells.count) cells under \(width) headers; those past the last header are left out:"
        + " a text with a delimiter in it must stand in quotes")
  }
}

extension String {
  /// Nothing but white space and invisible marks.
  var isBlank: Bool { unicodeScalars.allSatisfy(\.isEdge) }
}
