/// An address that lies behind what a cell shows; nothing follows it.
public struct CellLink: Sendable, Equatable, Hashable {
  /// As a spreadsheet counts, the first being 1.
  public var row: Int
  /// The first being 1.
  public var column: Int
  /// `http` or `https`.
  public var address: String

  /// Links of one sheet that are kept.
  static let most = 200_000
  /// Characters of an address.
  private static let longest = 2_000

  public init(row: Int, column: Int, address: String) {
    self.row = row
    self.column = column
    self.address = address
  }

  static func isAddress(_ text: some StringProtocol) -> Bool {
    let head = text.prefix(8).lowercased()
    return (head.hasPrefix("http://") || head.hasPrefix("https://"))
      && text.utf8.count <= longest
  }
}

/// The address that a formula writes out: `IMAGE("https://…")`, `HYPERLINK("https://…","more")`.
///
/// Nothing is evaluated: an address that other cells are part of is none.
public struct FormulaAddress: Sendable, Equatable {
  /// Whether it is a picture's, and not a link's.
  public var isPicture: Bool
  public var address: String

  private static let calls: [(name: String, isPicture: Bool)] = [
    ("image(", true), ("hyperlink(", false),
  ]
  /// How an online sheet exports a function that spreadsheets do not have.
  private static let wrapped = "iferror(__xludf.dummyfunction(\""

  /// A quick look at the first byte.
  static func begins(_ byte: UInt8) -> Bool {
    [0x3D, 0x5F, 0x48, 0x68, 0x49, 0x69].contains(byte)
  }

  /// Nil for any other text. The sign of equality may be missing.
  public init?(_ formula: String) {
    guard let first = formula.utf8.first, FormulaAddress.begins(first) || first == 0x20,
      formula.utf8.count <= 4_096
    else { return nil }
    var rest = Substring(formula)
    func skip(_ word: String) -> Bool {
      guard rest.prefix(word.count).lowercased() == word else { return false }
      rest = rest.dropFirst(word.count)
      return true
    }
    rest = rest.drop { $0 == "=" || $0 == " " }
    // Within a text each quote is written twice.
    let quote = skip(FormulaAddress.wrapped) ? "\"\"" : "\""
    rest = rest.drop { $0 == "=" || $0 == " " }
    _ = skip("_xlfn.")
    guard let call = FormulaAddress.calls.first(where: { skip($0.name) }) else { return nil }
    rest = rest.drop { $0 == " " }
    guard skip(quote), let end = rest.firstRange(of: quote) else { return nil }
    let text = rest[..<end.lowerBound]
    let next = rest[end.upperBound...].first { $0 != " " }
    guard CellLink.isAddress(text), !text.contains("\""), next == "," || next == ")" else {
      return nil
    }
    isPicture = call.isPicture
    address = String(text)
  }
}
