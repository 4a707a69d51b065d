extension ColumnReport {
  /// The report as a table for a terminal: header, meaning, evidence, examples, doubts.
  public func text(_ locale: CopyLocale) -> String {
    let titles =
      locale == .zh
      ? ["列", "表头", "理解为", "依据", "把握", "例子", "疑问"]
      : ["col", "header", "understood as", "by", "sure", "examples", "doubts"]
    return files.flatMap { file in
      file.sheets.map { sheet in
        let name = file.file + (sheet.name.map { " · " + $0 } ?? "")
        let rows = [titles] + sheet.columns.map { $0.cells(locale) }
        return name + "\n" + ColumnReport.table(rows)
      }
    }.joined(separator: "\n")
  }

  private static let widest = [4, 28, 24, 18, 5, 36]

  /// Columns of one width; the last, which holds the doubts, is left as long as it is.
  private static func table(_ rows: [[String]]) -> String {
    let widths = widest.indices.map { place in
      rows.map { min(widest[place], $0[place].columnWidth) }.max() ?? 0
    }
    return rows.map { row in
      let cells = widths.indices.map { place in
        row[place].fitted(to: widths[place]).padded(to: widths[place])
      }
      let line = "  " + (cells + row.suffix(1)).joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }
}

extension ColumnReport.Column {
  fileprivate func cells(_ locale: CopyLocale) -> [String] {
    [
      letter, header.oneLine, meaning.text(locale), by.text(locale),
      "\(Int((certainty * 100).rounded()))%",
      examples.map(\.oneLine).joined(separator: " | "),
      doubts.map { $0.text(locale).oneLine }.joined(separator: locale == .zh ? "；" : "; "),
    ]
  }
}

extension ColumnReport.Meaning {
  fileprivate func text(_ locale: CopyLocale) -> String {
    if let attribute { return (locale == .zh ? "属性 " : "attribute ") + attribute.oneLine }
    guard let field, field != .ignored else { return locale == .zh ? "不用" : "ignored" }
    return field.rawValue
  }
}

extension ColumnReport.Evidence {
  fileprivate func text(_ locale: CopyLocale) -> String {
    switch (self, locale) {
    case (.exactName, .en): "exact name"
    case (.exactName, .zh): "列名"
    case (.bareName, .en): "name, no brackets"
    case (.bareName, .zh): "列名（去括号）"
    case (.numberedName, .en): "numbered name"
    case (.numberedName, .zh): "带序号的列名"
    case (.path, .en): "path"
    case (.path, .zh): "路径"
    case (.twoLevels, .en): "two-level header"
    case (.twoLevels, .zh): "两层表头"
    case (.misspelt, .en): "name, one letter off"
    case (.misspelt, .zh): "列名（差一个字）"
    case (.settings, .en): "shopreel.yaml"
    case (.settings, .zh): "shopreel.yaml"
    case (.unknown, .en): "unknown name"
    case (.unknown, .zh): "不认识的列名"
    }
  }
}

extension String {
  fileprivate var oneLine: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }

  /// Places on a terminal: full-width letters count two.
  var columnWidth: Int { unicodeScalars.reduce(0) { $0 + $1.columnWidth } }

  fileprivate func fitted(to width: Int) -> String {
    guard columnWidth > width else { return self }
    var result = String.UnicodeScalarView()
    var used = 1
    for scalar in unicodeScalars {
      guard used + scalar.columnWidth <= width else { break }
      used += scalar.columnWidth
      result.append(scalar)
    }
    return String(result) + "…"
  }

  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - columnWidth))
  }
}

extension Unicode.Scalar {
  fileprivate var columnWidth: Int {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF: 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
