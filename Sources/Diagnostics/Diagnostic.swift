/// How much a finding weighs.
public enum Severity: String, Sendable, Codable, Comparable, CaseIterable {
  case note, warning, error

  public static func < (a: Severity, b: Severity) -> Bool {
    allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
  }
}

/// Where in a file a finding stands: text by line and column, a table by row and column name.
public struct Position: Sendable, Codable, Hashable {
  /// The file, as the user wrote it or relative to the workspace.
  public var file: String?
  /// One-based line of a text file, or row of a table as a spreadsheet counts it.
  public var line: Int?
  /// One-based column of a text file.
  public var column: Int?
  /// The header of a table's column, or the path of a key in a preset.
  public var field: String?

  public init(file: String? = nil, line: Int? = nil, column: Int? = nil, field: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.field = field
  }
}

/// A fault in something the user wrote: many are gathered, none stops the batch.
public struct Diagnostic: Sendable, Codable, Hashable {
  public var severity: Severity
  /// What is wrong and what would be right: lower case, offender in single quotes, no full stop.
  public var message: String
  public var position: Position
  /// The offending value as it was found.
  public var value: String?
  /// The source line with a caret line below it, where the reader has them.
  public var excerpt: String?

  public init(
    _ severity: Severity, _ message: String, at position: Position = Position(),
    value: String? = nil, excerpt: String? = nil
  ) {
    self.severity = severity
    self.message = message
    self.position = position
    self.value = value
    self.excerpt = excerpt
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The compiler's form, `file:line:column: error: message`, with the excerpt indented below.
  public var description: String {
    var place = position.file.map { $0 + ":" } ?? ""
    if let line = position.line { place += "\(line):" }
    if let column = position.column { place += "\(column):" }
    if let field = position.field, position.column == nil { place += " \(field):" }
    let head = (place.isEmpty ? "" : place + " ") + "\(severity.rawValue): \(message)"
    guard let excerpt else { return head }
    return head + "\n"
      + excerpt.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "    " + $0 }.joined(separator: "\n")
  }
}

/// Several findings that together forbid going on.
public struct DiagnosticsError: Error, Sendable, CustomStringConvertible {
  public var diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}
