/// Rows of a text table: commas, semicolons or tabs, quotes doubled inside quotes.
struct DelimitedText {
  struct Row {
    /// From 1.
    var line: Int
    /// Without the blanks around them.
    var cells: [String]
  }

  /// Rows that are not empty.
  private(set) var rows: [Row] = []

  init(_ text: String) {
    let body = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    let head = body.prefix { !$0.isNewline }
    let delimiter =
      [",", ";", "\t"].max { a, b in
        head.count { String($0) == a } < head.count { String($0) == b }
      }.flatMap(\.first) ?? ","
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    var line = 1
    var start = 1
    func close() {
      cells.append(cell.trimmed)
      cell = ""
    }
    func closeRow() {
      close()
      if cells.contains(where: { !$0.isEmpty }) { rows.append(Row(line: start, cells: cells)) }
      cells = []
    }
    var letters = body.makeIterator()
    var next = letters.next()
    while let letter = next {
      next = letters.next()
      if letter.isNewline { line += 1 }
      switch letter {
      case "\"" where isQuoted && next == "\"":
        cell.append(letter)
        next = letters.next()
      case "\"" where isQuoted || cell.trimmed.isEmpty: isQuoted.toggle()
      case delimiter where !isQuoted: close()
      case _ where letter.isNewline && !isQuoted:
        closeRow()
        start = line
      default: cell.append(letter)
      }
    }
    closeRow()
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
