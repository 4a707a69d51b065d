import Tables

/// A row of a shot log.
struct LogRow {
  /// From 1.
  var line: Int
  /// Without the blanks around them.
  var cells: [String]

  /// Rows that are not empty, between commas, semicolons or tabs, whichever the first line has most.
  static func rows(of text: String) -> [LogRow] {
    let body = Array((text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]).utf8)
    let head = body.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let marks = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let delimiter = marks.max { a, b in head.count { $0 == a } < head.count { $0 == b } }
    var rest: [UInt8]? = body
    var reader = DelimitedText(delimiter: delimiter ?? marks[0]) { () throws(TableError) in
      defer { rest = nil }
      return rest
    }
    let store = RowStore()
    var rows: [LogRow] = []
    while let place = try? reader.next(into: store) {
      guard !place.isBlank else {
        store.dropRow()
        continue
      }
      store.endRow(place.row)
      let cells = store.record(store.count - 1).cells.map(\.withoutBlanks)
      rows.append(LogRow(line: place.lines.lowerBound, cells: cells))
    }
    return rows
  }
}

extension String {
  fileprivate var withoutBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
