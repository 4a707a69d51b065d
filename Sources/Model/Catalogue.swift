public import Diagnostics

/// Every product that could be read, and every fault that was found.
public struct Catalogue: Artefact, Equatable {
  public static let schema = "products/1"

  public var products: [Product]
  public var problems: [Problem]

  public init(products: [Product], problems: [Problem] = []) {
    self.products = products
    self.problems = problems
  }
}

/// A fault in a catalogue, by its cell.
public struct Problem: Sendable, Codable, Hashable {
  public var file: String
  /// The sheet of a workbook that has several.
  public var sheet: String?
  /// As a spreadsheet counts, from 1; nil for the file as a whole.
  public var row: Int?
  /// The header as it was written.
  public var column: String?
  public var severity: Severity
  /// What is wrong and what would be right.
  public var message: String
  public var value: String?

  public init(
    file: String, sheet: String? = nil, row: Int? = nil, column: String? = nil, severity: Severity,
    message: String,
    value: String? = nil
  ) {
    self.file = file
    self.sheet = sheet
    self.row = row
    self.column = column
    self.severity = severity
    self.message = message
    self.value = value
  }

  public var diagnostic: Diagnostic {
    Diagnostic(
      severity, message,
      at: Position(file: file + (sheet.map { "!" + $0 } ?? ""), line: row, field: column),
      value: value)
  }
}
