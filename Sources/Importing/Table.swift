/// A file's rows under its headers, whatever the file was.
struct Table {
  var columns: [Column]
  var rows: [TableRow]
}

/// A column: what it is called, and what it holds.
struct Column: Hashable {
  /// As it was written.
  var header: String
  var meaning: HeaderMeaning?
  /// How far from the item's top the value stands (JSON).
  var depth = 0
}

/// One row, or one item of a JSON file.
struct TableRow {
  /// As a spreadsheet counts; for JSON the item's ordinal from 1.
  var number: Int
  var cells: [String]
  /// Belongs to the row above without a look at its cells (JSON variants).
  var continues = false

  /// Trimmed text of a column, or nil where there is none.
  func text(_ column: Int) -> String? {
    guard cells.indices.contains(column) else { return nil }
    let text = cells[column].cleaned
    return text.isEmpty ? nil : text
  }
}

extension String {
  /// Without the white space, control characters and byte order marks around or NULs within.
  var cleaned: String {
    func isEdge(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar.value < 0x20 || scalar == "\u{FEFF}"
        || scalar == "\u{200B}"
    }
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !isEdge($0) }),
      let end = scalars.lastIndex(where: { !isEdge($0) })
    else { return "" }
    let inner = scalars[start...end]
    func isControl(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value == 0x7F || (scalar.value < 0x20 && scalar != "\n" && scalar != "\t")
    }
    guard inner.contains(where: isControl) else { return String(inner) }
    var result = String.UnicodeScalarView()
    for scalar in inner where !isControl(scalar) { result.append(scalar) }
    return String(result)
  }
}
