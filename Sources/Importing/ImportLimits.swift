/// What a catalogue file may hold; more is refused by name.
enum ImportLimits {
  /// Bytes.
  static let fileSize = 8_000_000_000
  /// Bytes of a JSON document, which is read whole; JSON lines are not.
  static let documentSize = 200_000_000
  static let rows = 5_000_000
  static let columns = 2_000
  /// Rows of one listing; further ones are left out.
  static let rowsOfListing = 20_000
  /// Cells of one file.
  static let cells = 1_000_000_000
  /// Characters of one cell that are kept of a text for buyers.
  static let text = 20_000
  /// Characters of an identifier.
  static let identifier = 200
  /// Problems of one kind in one file, before the rest is only counted.
  static let problems = 1_000
}
