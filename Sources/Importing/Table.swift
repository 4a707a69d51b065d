import Tables

/// A file's rows under its headers, whatever the file was.
struct Table: Sendable {
  var columns: [Column]
  var rows: TableRows
  var form: Form

  enum Form: Sendable {
    /// Every row has a cell for each header.
    case delimited
    case workbook
    /// Items with names of their own: JSON, XML.
    case items
  }
}

/// The rows under the headers, taken out of their store one by one.
struct TableRows: Sendable {
  let store: RowStore
  /// The ordinal of the first row in the store.
  var first = 0
  /// For each row whether it belongs to the one above without a look at its cells (JSON variants);
  /// empty where none does.
  var continuing: [Bool] = []
  /// Rows that were damaged or are in another encoding, by their numbers.
  var marks: [Int: RowMark] = [:]
  /// Pictures that stand in a row or over it, by its number.
  var pictures: [Int: [RowPicture]] = [:]
  /// Addresses behind the words of cells, by the row's number and then the column's place.
  var links: [Int: [Int: String]] = [:]
  /// Cells of a row that are looked at; those without a header are not.
  var width = Int.max
  /// Columns that say which listing a row is of: a merged cell in one of them binds its rows.
  var identity: [Int] = []

  var count: Int { store.count - first }

  subscript(place: Int) -> TableRow {
    let record = store.record(first + place, most: width)
    return TableRow(
      number: record.row, cells: linked(record.cleanCells, record.row),
      continues: continuing.isEmpty ? isBound(place) : continuing[place])
  }

  /// The addresses that lie behind words in the words' place.
  private func linked(_ cells: [String], _ row: Int) -> [String] {
    guard !links.isEmpty, let addresses = links[row] else { return cells }
    var cells = cells
    for (column, address) in addresses {
      while cells.count <= column { cells.append("") }
      if !ListText.isAddress(cells[column]) { cells[column] = address }
    }
    return cells
  }

  private func isBound(_ place: Int) -> Bool {
    identity.contains { store.isContinued(first + place, $0) }
  }
}

/// A picture of a workbook that has been put into the workspace.
struct RowPicture: Sendable {
  /// Relative to the workspace.
  var path: String
  /// The header over it, or the cell's name.
  var header: String
}

/// What was found in the bytes of a row.
enum RowMark: Sendable {
  /// A byte of no known encoding, by its offset and line.
  case damaged(offset: Int, line: Int)
  case foreign(encoding: String, line: Int, main: String)
}

/// A column: what it is called, and what it holds.
struct Column: Hashable, Sendable {
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
struct TableRow: Sendable {
  /// As a spreadsheet counts; for JSON the item's ordinal from 1.
  var number: Int
  /// Without white space and marks around them.
  var cells: [String]
  /// Belongs to the row above without a look at its cells (JSON variants).
  var continues = false

  /// Trimmed text of a column, or nil where there is none.
  func text(_ column: Int) -> String? {
    guard cells.indices.contains(column) else { return nil }
    let text = cells[column]
    return text.isEmpty ? nil : text
  }
}

extension Record {
  /// The cells without white space and marks around them.
  fileprivate var cleanCells: [String] {
    var cells = cells
    for place in cells.indices where !cells[place].isClean { cells[place] = cells[place].cleaned }
    return cells
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
  fileprivate var isClean: Bool {
    guard let first = utf8.first, let last = utf8.last else { return true }
    // An edge beyond ASCII begins with one of these bytes, and can end in any.
    if first <= 0x20 || first == 0x7F || last <= 0x20 || last == 0x7F { return false }
    if [0xC2, 0xE1, 0xE2, 0xE3, 0xEF].contains(first), unicodeScalars.first?.isEdge == true {
      return false
    }
    if last >= 0x80, unicodeScalars.last?.isEdge == true { return false }
    return utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}

extension Sequence<Unicode.Scalar> {
  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self)
    return String(view)
  }
}
