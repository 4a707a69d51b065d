/// What the team has settled about columns in `shopreel.yaml`.
public struct ColumnSettings: Sendable, Codable, Hashable {
  /// Header → what it holds, in every file.
  public var everywhere: [String: Choice]
  /// File name → header → what it holds; it goes before what holds everywhere.
  public var files: [String: [String: Choice]]

  /// What a column holds: a field (`ignored` for none), or an attribute under its own name.
  public struct Choice: Sendable, Codable, Hashable {
    /// Nil for an attribute.
    public var field: CatalogueField?

    public init(_ field: CatalogueField?) { self.field = field }
  }

  public init(everywhere: [String: Choice] = [:], files: [String: [String: Choice]] = [:]) {
    self.everywhere = everywhere
    self.files = files
  }

  public var isEmpty: Bool { everywhere.isEmpty && files.isEmpty }
}
