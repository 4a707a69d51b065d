import Foundation
import Model

/// A table whose columns have been understood.
struct Sheet: Sendable {
  let file: String
  let table: Table
  private let byField: [CatalogueField: [Int]]
  /// The same by the fields' ordinals.
  private let places: [[Int]]
  /// Columns that hold attributes, each with the attribute's name.
  let attributeColumns: [(column: Int, name: String)]
  /// Rate columns whose bare numbers are percents; the others hold shares.
  var percentColumns: Set<Int> = []
  /// The currency a column's header names.
  let currencies: [Int: String]
  let fallbackCurrency: String

  init(file: String, table: Table, rules: CatalogueRules) {
    self.file = file
    self.table = table
    var byField: [CatalogueField: [Int]] = [:]
    for (place, column) in table.columns.enumerated() {
      if let field = column.meaning?.field { byField[field, default: []].append(place) }
    }
    for field in byField.keys {
      byField[field]?.sort {
        let (a, b) = (table.columns[$0], table.columns[$1])
        let (x, y) = (a.meaning?.rank ?? 0, b.meaning?.rank ?? 0)
        return (x, a.meaning?.number ?? 0, a.depth, $0) < (y, b.meaning?.number ?? 0, b.depth, $1)
      }
    }
    self.byField = byField
    places = CatalogueField.allCases.map { byField[$0] ?? [] }
    attributeColumns = Sheet.attributes(of: table.columns)
    currencies = Sheet.currencies(of: table.columns, rules.values.currency)
    let isChinese = table.columns.contains { CopyLocale.detected(in: $0.header) == .zh }
    fallbackCurrency = rules.values.currency.fallback[isChinese ? .zh : .en] ?? "CNY"
  }

  var fields: Set<CatalogueField> { Set(byField.keys) }

  func columns(_ field: CatalogueField) -> [Int] { places[field.ordinal] }
  func has(_ field: CatalogueField) -> Bool { !places[field.ordinal].isEmpty }
  func header(_ column: Int) -> String { table.columns[column].header }
  func header(_ field: CatalogueField) -> String? { columns(field).first.map(header) }

  /// The first filled cell of a field's columns.
  func text(_ field: CatalogueField, _ row: TableRow) -> (text: String, column: Int)? {
    for column in columns(field) {
      if let text = row.text(column) { return (text, column) }
    }
    return nil
  }

  /// Every filled cell of a field's columns, `卖点1` before `卖点2`.
  func texts(_ field: CatalogueField, _ row: TableRow) -> [(text: String, column: Int)] {
    columns(field).compactMap { column in row.text(column).map { ($0, column) } }
  }
}

extension Sheet {
  /// Unknown columns by their own names; of a path the last part, where that is unique.
  private static func attributes(of columns: [Column]) -> [(column: Int, name: String)] {
    let unknown = columns.enumerated().filter { $0.element.meaning == nil }
    func leaf(_ column: Column) -> String {
      let parts = column.header.split(separator: ".", omittingEmptySubsequences: false)
      let isPath =
        parts.count > 1 && !column.header.contains(" ") && parts.allSatisfy { $0.count > 1 }
      if isPath { return parts.last.map(String.init) ?? column.header }
      return column.header.contains("metafields")
        ? column.header.withoutBrackets.cleaned
        : column.header
    }
    let counts = Dictionary(unknown.map { (leaf($0.element), 1) }, uniquingKeysWith: +)
    return unknown.compactMap { place, column in
      let name = leaf(column)
      let unique = counts[name] == 1 ? name : column.header
      return unique.isEmpty ? nil : (place, unique.shortened(to: 60))
    }
  }

  private static func currencies(of columns: [Column], _ rules: CurrencyRules) -> [Int: String] {
    let hints = rules.hints.map { (word: $0.key.folded, code: $0.value) }
      .sorted { ($0.word.count, $0.word) > ($1.word.count, $1.word) }
    var found: [Int: String] = [:]
    for (place, column) in columns.enumerated() {
      guard let field = column.meaning?.field,
        [.price, .salePrice, .referencePrice, .cost].contains(field)
      else { continue }
      let header = column.header.folded
      found[place] =
        hints.first { hint in
          let isWord = hint.word.unicodeScalars.allSatisfy { $0.isASCII && $0.isLetterOrDigit }
          return isWord ? header.headerKey.hasSuffix(hint.word) : header.contains(hint.word)
        }?.code
    }
    return found
  }
}
