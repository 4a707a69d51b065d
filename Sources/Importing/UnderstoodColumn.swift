import Diagnostics
import Model
import Tables

/// A column with what it was taken for, how surely, and what speaks against it.
struct UnderstoodColumn: Sendable {
  let place: Int
  var column: Column
  let profile: ColumnProfile
  /// Its name, should it be an attribute.
  let attribute: String
  var certainty = 0.7
  var doubts: [ColumnReport.Doubt] = []
  /// What the team is told of it without being asked.
  var remark: String?

  var header: String { column.header }
  var field: CatalogueField? { column.meaning?.field }

  /// Under this the team is asked.
  static let doubtful = 0.6

  init(place: Int, column: Column, profile: ColumnProfile, attribute: String) {
    self.place = place
    self.column = column
    self.profile = profile
    self.attribute = attribute
  }

  /// The team has said what it is.
  mutating func settle(_ choice: ColumnSettings.Choice) {
    column.meaning = choice.field.map { HeaderMeaning(field: $0, rank: -1, by: .settings) }
    column.isSettled = true
    certainty = 1
  }

  /// What the header's name is worth, with what the cells say to it.
  mutating func weigh() {
    guard let meaning = column.meaning else { return }
    switch meaning.by {
    case .exactName: certainty = 0.95
    case .bareName: certainty = 0.92
    case .numberedName: certainty = 0.9
    case .twoLevels, .path: certainty = 0.85
    case .misspelt: certainty = 0.55
    case .settings: certainty = 1
    case .unknown: certainty = 0.7
    }
    guard meaning.field != .ignored else { return }
    if meaning.isAmbiguous {
      certainty *= 0.7
      doubt(
        en: "'\(header)' means one thing in one shop and another in the next",
        zh: "“\(header)”在不同店铺里含义不同")
    }
    let expectation = ColumnExpectation(meaning.field, profile)
    switch expectation.isMet {
    case true?: certainty = min(0.99, certainty + 0.04)
    case false?:
      certainty *= 0.4
      doubt(
        en: "most cells are no \(expectation.en)", zh: "多数单元格不是\(expectation.zh)", asks: true)
    case nil: break
    }
    checkIdentity(meaning.field)
    if certainty < UnderstoodColumn.doubtful, !doubts.contains(where: \.asks), !doubts.isEmpty {
      doubts[doubts.count - 1].asks = true
    }
  }

  private mutating func checkIdentity(_ field: CatalogueField) {
    if field == .sku, profile.sampled >= 10, profile.variety < 0.2 {
      certainty = min(certainty, 0.5)
      doubt(en: "the same few codes stand in many rows", zh: "少数编码反复出现", asks: true)
    }
  }

  mutating func doubt(en: String, zh: String, asks: Bool = false) {
    doubts.append(ColumnReport.Doubt(en: en, zh: zh, asks: asks))
  }

  var report: ColumnReport.Column {
    let meaning: ColumnReport.Meaning
    if let field {
      meaning = .init(field: field)
    } else {
      meaning = header.isEmpty ? .init(field: .ignored) : .init(attribute: attribute)
    }
    let by = column.meaning?.by ?? (column.isSettled ? .settings : .unknown)
    return ColumnReport.Column(
      letter: CellReference.name(column: place + 1), header: header, meaning: meaning, by: by,
      certainty: (certainty * 100).rounded() / 100, filled: profile.filled,
      examples: profile.examples, doubts: doubts)
  }

  /// One warning for what the team should settle, with the line to write.
  func problems(_ file: String, sheet: String? = nil) -> [Problem] {
    let told = remark.map {
      Problem(
        file: file, sheet: sheet, column: header, severity: .note, message: $0,
        value: profile.examples.first)
    }
    let asked = doubts.filter(\.asks)
    guard !asked.isEmpty else { return told.map { [$0] } ?? [] }
    let choice =
      field == .ignored ? "ignore" : field?.rawValue ?? suggestion?.rawValue ?? "attribute"
    let what = field.map { "read as \($0.rawValue)" } ?? "kept as an attribute"
    return (told.map { [$0] } ?? []) + [
      Problem(
        file: file, sheet: sheet, column: header, severity: .warning,
        message:
          "column \(CellReference.name(column: place + 1)) '\(header.shortened(to: 40))' is \(what), but "
          + asked.map(\.en).joined(separator: ", and ")
          + "; settle it in shopreel.yaml: columns: {\(YAMLKey.text(header)): \(choice)}"
          + (field == nil ? "" : ", or ignore"),
        value: profile.examples.first)
    ]
  }

  /// What the cells would rather be.
  var suggestion: CatalogueField?
}

/// A header as it must be written before a colon in YAML.
enum YAMLKey {
  static func text(_ header: String) -> String {
    let isPlain =
      header.unicodeScalars.first.map { $0.isLetterOrDigit && !$0.isDigit } == true
      && header.unicodeScalars.allSatisfy {
        $0.isLetterOrDigit || "_-./（）() ".unicodeScalars.contains($0)
      } && header.cleaned == header
      && !["yes", "no", "true", "false", "null", "on", "off", "y", "n"].contains(
        header.lowercased())
    if isPlain { return header }
    let escaped = header.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n").replacing("\t", with: "\\t")
    return "\"\(escaped)\""
  }
}
