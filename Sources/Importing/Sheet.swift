import Foundation
import Model

/// A table whose columns have been understood.
final class Sheet: Sendable {
  let file: String
  /// The workbook's sheet, where it has several.
  let name: String?
  let table: Table
  private let byField: [CatalogueField: [Int]]
  /// The same by the fields' ordinals.
  private let places: [[Int]]
  /// Columns that hold attributes, each with the attribute's name.
  let attributeColumns: [(column: Int, name: String)]
  /// Rate columns whose bare numbers are percents; the others hold shares.
  let percentColumns: Set<Int>
  /// The currency a column's header names.
  let currencies: [Int: String]
  let fallbackCurrency: String
  /// A price's header says that it takes the place of an earlier one.
  let isUpdate: Bool
  /// How each column was understood, in their order.
  let understood: [UnderstoodColumn]
  let reader: ColumnReader

  /// - Parameter profiles: What the columns' cells look like, one a column.
  init(
    file: String, name: String?, table: Table, profiles: [ColumnProfile], reader: ColumnReader,
    percentColumns: Set<Int> = []
  ) {
    self.name = name
    self.percentColumns = percentColumns
    self.file = file
    self.reader = reader
    understood = reader.understand(table.columns, profiles, file: file)
    let columns = understood.map(\.column)
    isUpdate = columns.contains {
      $0.meaning?.field == .price && reader.updates.contains($0.header.withoutBrackets.headerKey)
    }
    self.table = Table(columns: columns, rows: table.rows, form: table.form)
    var byField: [CatalogueField: [Int]] = [:]
    for (place, column) in columns.enumerated() {
      if let field = column.meaning?.field { byField[field, default: []].append(place) }
    }
    for field in byField.keys {
      byField[field]?.sort { Column.isBefore(columns[$0], columns[$1], $0, $1) }
    }
    self.byField = byField
    places = CatalogueField.allCases.map { byField[$0] ?? [] }
    attributeColumns = Sheet.attributeNames(of: columns).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
    currencies = Sheet.currencies(of: columns, reader.rules.values.currency)
    let isChinese = columns.contains { CopyLocale.detected(in: $0.header) == .zh }
    fallbackCurrency = reader.rules.values.currency.fallback[isChinese ? .zh : .en] ?? "CNY"
  }

  /// Fields that hold shares.
  static let rates: [CatalogueField] = [.commissionRate, .returnRate, .conversionRate, .clickRate]

  /// What is asked of the team about the columns.
  var problems: [Problem] { understood.flatMap { $0.problems(file, sheet: name) } }

  var report: ColumnReport.Sheet {
    ColumnReport.Sheet(name: name, columns: understood.map(\.report))
  }

  private init(_ other: Sheet, percentColumns: Set<Int>) {
    (file, name, table, byField, places) = (
      other.file, other.name, other.table, other.byField, other.places
    )
    (attributeColumns, currencies) = (other.attributeColumns, other.currencies)
    (fallbackCurrency, understood, reader) = (
      other.fallbackCurrency, other.understood, other.reader
    )
    isUpdate = other.isUpdate
    self.percentColumns = percentColumns
  }

  /// The same sheet, its rate columns told apart.
  func with(percentColumns: Set<Int>) -> Sheet { Sheet(self, percentColumns: percentColumns) }

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
  static func attributeNames(of columns: [Column]) -> [Int: String] {
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
    var names: [Int: String] = [:]
    for (place, column) in unknown {
      let name = leaf(column)
      let unique = counts[name] == 1 ? name : column.header
      if !unique.isEmpty { names[place] = unique.shortened(to: 60) }
    }
    return names
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
