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
  /// The team has said what it holds.
  var isSettled = false

  /// Whether a column goes before another of the same field: the surer name, the smaller number,
  /// the nearer to the item's top, the place.
  static func isBefore(_ a: Column, _ b: Column, _ placeA: Int, _ placeB: Int) -> Bool {
    let (x, y) = (a.meaning?.rank ?? 0, b.meaning?.rank ?? 0)
    return (x, a.meaning?.number ?? 0, a.depth, placeA)
      < (y, b.meaning?.number ?? 0, b.depth, placeB)
  }
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
    if isClean { return self }
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.isEdge }),
      let end = scalars.lastIndex(where: { !$0.isEdge })
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

  /// A quick look at the bytes: nothing to take off.
  private var isClean: Bool {
    let bytes = utf8
    guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return true }
    return !first.isEdge && !last.isEdge && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}

extension Unicode.Scalar {
  /// White space, a control character, or a mark that nobody sees.
  var isEdge: Bool {
    switch value {
    case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
      0xFEFF:
      true
    default: false
    }
  }
}

extension Sequence<Unicode.Scalar> {
  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self)
    return String(view)
  }
}
