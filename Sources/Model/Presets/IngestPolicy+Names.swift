extension IngestPolicy {
  /// How the team's file names are read.
  public struct Names: Sendable, Codable, Hashable {
    /// Tried in order before names are searched freely: `{date}_{sku}_{shot}_{take}_{status}`.
    public var patterns: [String]
    /// Words at the end of a name that mark the take.
    public var ok: [String]
    public var ng: [String]
    public var keep: [String]

    public init(
      patterns: [String] = [
        "{date}_{any}_{sku}_{shot}_{take}_{status}", "{sku}_{shot}_{take}_{status}",
      ],
      ok: [String] = ["ok", "good", "过", "可用"], ng: [String] = ["ng", "bad", "废", "不用"],
      keep: [String] = ["kp", "keep", "保留"]
    ) {
      self.patterns = patterns
      self.ok = ok
      self.ng = ng
      self.keep = keep
    }
  }

  /// What may stand in braces in a pattern of file names.
  public enum NameField: String, Sendable, CaseIterable {
    case sku, shot, status
    /// Up to three digits, passed by: takes are numbered as they were filmed.
    case take
    /// Six or eight digits, passed by.
    case date
    /// Anything, passed by.
    case any

    public enum Piece: Hashable {
      case field(NameField)
      case text(String)
      /// In braces, and none of the fields.
      case unknown(String)
    }

    /// A pattern taken apart.
    public static func pieces(of pattern: String) -> [Piece] {
      var pieces: [Piece] = []
      var rest = pattern[...]
      while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
        let name = String(rest[rest.index(after: open)..<close])
        pieces.append(NameField(rawValue: name).map(Piece.field) ?? .unknown(name))
        rest = rest[rest.index(after: close)...]
      }
      if !rest.isEmpty { pieces.append(.text(String(rest))) }
      return pieces
    }
  }
}
