/// How every column of a catalogue was understood, and what speaks for it and against it.
public struct ColumnReport: Artefact, Equatable {
  public static let schema = "columns/1"

  public var files: [File]

  public init(files: [File] = []) { self.files = files }

  /// One file and its tables.
  public struct File: Sendable, Codable, Hashable {
    public var file: String
    public var sheets: [Sheet]

    public init(file: String, sheets: [Sheet]) {
      self.file = file
      self.sheets = sheets
    }
  }

  /// One table.
  public struct Sheet: Sendable, Codable, Hashable {
    /// Nil where a file has but one table without a name.
    public var name: String?
    public var columns: [Column]

    public init(name: String? = nil, columns: [Column]) {
      self.name = name
      self.columns = columns
    }
  }

  /// One column.
  public struct Column: Sendable, Codable, Hashable {
    /// As a spreadsheet names it: `A`, `AB`.
    public var letter: String
    /// As it was written; of two header rows `group-leaf`.
    public var header: String
    public var meaning: Meaning
    public var by: Evidence
    /// 0…1; 1 where the team has settled it.
    public var certainty: Double
    /// Cells that are not blank, among those that were looked at.
    public var filled: Int
    /// Cells as they stand, shortened; at most three.
    public var examples: [String]
    public var doubts: [Doubt]

    public init(
      letter: String, header: String, meaning: Meaning, by: Evidence, certainty: Double,
      filled: Int = 0, examples: [String] = [], doubts: [Doubt] = []
    ) {
      self.letter = letter
      self.header = header
      self.meaning = meaning
      self.by = by
      self.certainty = certainty
      self.filled = filled
      self.examples = examples
      self.doubts = doubts
    }
  }

  /// What a column was taken for.
  public struct Meaning: Sendable, Codable, Hashable {
    /// Nil where the column is an attribute, or blank.
    public var field: CatalogueField?
    /// The attribute's name.
    public var attribute: String?

    public init(field: CatalogueField? = nil, attribute: String? = nil) {
      self.field = field
      self.attribute = attribute
    }
  }

  /// What told a column's meaning.
  public enum Evidence: String, Sendable, Codable, CaseIterable {
    /// The header is a known name; without brackets and units; with a number for its place.
    case exactName = "exact_name", bareName = "bare_name", numberedName = "numbered_name"
    /// The last part of a path; a leaf under a group's header.
    case path, twoLevels = "two_levels"
    /// One letter off a known name.
    case misspelt
    /// `shopreel.yaml`.
    case settings
    /// Nothing: it is kept as an attribute.
    case unknown
  }

  /// Something that speaks against a column's meaning, in plain words.
  public struct Doubt: Sendable, Codable, Hashable {
    public var en: String
    public var zh: String
    /// Whether the team should settle it in `shopreel.yaml`.
    public var asks: Bool

    public init(en: String, zh: String, asks: Bool = false) {
      self.en = en
      self.zh = zh
      self.asks = asks
    }

    public func text(_ locale: CopyLocale) -> String { locale == .zh ? zh : en }
  }
}
