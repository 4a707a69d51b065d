/// How wide columns are, and what a spreadsheet keeps as a number.
enum WorkbookColumns {
  /// Widths in characters: as wide as the widest text, within bounds.
  static func widths(of rows: [[WorkbookWriter.Cell]], count: Int) -> [Double] {
    var widest = [Int](repeating: 0, count: count)
    for row in rows {
      for (column, cell) in row.enumerated() {
        switch cell {
        case .text(let text), .number(let text):
          widest[column] = max(widest[column], displayWidth(text))
        }
      }
    }
    return widest.map { Double(min(max($0 + 2, 6), 36)) }
  }

  /// Lines that the longest of a row's texts takes in columns of the widths given, within bounds.
  static func lines(of row: [WorkbookWriter.Cell], widths: [Double]) -> Int {
    zip(row, widths).map { cell, width in
      switch cell {
      case .text(let text), .number(let text): lines(of: text, width: width)
      }
    }.max() ?? 1
  }

  private static func lines(of text: String, width: Double) -> Int {
    // Words are not parted: a line is rarely full.
    let room = max(1, Int(width * 0.92))
    var (lines, used) = (1, 0)
    for scalar in text.unicodeScalars {
      let wide = scalar.value >= 0x2E80 ? 2 : 1
      if scalar == "\n" || used + wide > room {
        lines += 1
        used = 0
        guard lines < mostLines else { break }
      }
      if scalar != "\n" { used += wide }
    }
    return lines
  }

  /// A row is at most 409 points high.
  private static let mostLines = 27

  /// Digits that a spreadsheet keeps as they are: at most fifteen of them.
  static func isNumber(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count) && digits.utf8.count <= 16
      && parts.allSatisfy {
        !$0.isEmpty && $0.utf8.count <= 15 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
  }

  /// Columns of a fixed-pitch face: a Chinese character takes two.
  private static func displayWidth(_ text: String) -> Int {
    text.unicodeScalars.prefix(80).reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}
