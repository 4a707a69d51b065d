/// One record of a delimited file.
struct Record {
  /// As a spreadsheet counts: a line break inside quotes starts no new row.
  var row: Int
  /// The first and last line of the file that it stands on, from 1.
  var lines: ClosedRange<Int>
  var cells: [String]

  var isBlank: Bool { cells.allSatisfy(\.isBlank) }
}

extension String {
  /// Nothing but white space and invisible marks.
  var isBlank: Bool { unicodeScalars.allSatisfy(\.isEdge) }
}

/// Reads RFC 4180 with any one-byte delimiter, and forgives what exports do to it.
struct DelimitedText {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var index = 0
  private var line = 1
  private var row = 0
  /// Records whose quotes were taken literally, since nothing closed them.
  private(set) var openQuotes: [Int] = []
  private var noQuotesBefore = 0

  init(_ utf8: [UInt8], delimiter: UInt8) {
    bytes = utf8
    self.delimiter = delimiter
  }

  private static let quote = UInt8(ascii: "\"")
  private static let feed = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")

  /// The next record, or nil at the end.
  mutating func next() -> Record? {
    guard index < bytes.count else { return nil }
    row += 1
    let start = (index: index, line: line)
    var cells: [String] = []
    while true {
      guard let cell = nextCell() else {
        // An unclosed quote ran to the end: read this line again with its quotes as they are.
        openQuotes.append(row)
        (index, line) = start
        noQuotesBefore = endOfLine(from: start.index)
        cells = []
        continue
      }
      cells.append(cell)
      if index >= bytes.count { break }
      if bytes[index] == delimiter {
        index += 1
        if index >= bytes.count { cells.append("") } else { continue }
        break
      }
      break
    }
    let last = line
    skipLineEnd()
    return Record(row: row, lines: start.line...max(start.line, last), cells: cells)
  }

  private func endOfLine(from place: Int) -> Int {
    bytes[place...].firstIndex { $0 == Self.feed || $0 == Self.carriage } ?? bytes.count
  }

  private mutating func skipLineEnd() {
    guard index < bytes.count else { return }
    if bytes[index] == Self.carriage {
      index += 1
      if index < bytes.count, bytes[index] == Self.feed { index += 1 }
    } else if bytes[index] == Self.feed {
      index += 1
    }
    line += 1
  }

  /// The next cell, or nil where its quote is never closed.
  private mutating func nextCell() -> String? {
    let start = index
    var peek = index
    while peek < bytes.count, bytes[peek] == 0x20 { peek += 1 }
    if peek < bytes.count, bytes[peek] == Self.quote, start >= noQuotesBefore {
      return quotedCell(from: peek + 1)
    }
    while index < bytes.count, !ends(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private func ends(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Self.feed || byte == Self.carriage
  }

  private mutating func quotedCell(from start: Int) -> String? {
    var text: [UInt8] = []
    var place = start
    var newLines = 0
    var inside = true
    while place < bytes.count {
      let byte = bytes[place]
      if byte == Self.quote {
        if inside, place + 1 < bytes.count, bytes[place + 1] == Self.quote {
          text.append(byte)
          place += 2
          continue
        }
        if inside { inside = false } else { text.append(byte) }
      } else if !inside, ends(byte) {
        break
      } else {
        if byte == Self.feed { newLines += 1 }
        text.append(byte)
      }
      place += 1
    }
    if inside, openQuotes.count < 20 { return nil }
    index = place
    line += newLines
    return String(decoding: text, as: UTF8.self)
  }
}
