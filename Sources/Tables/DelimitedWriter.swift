/// Writes comma-separated values that spreadsheets open as they are meant.
///
/// UTF-8 with a byte order mark, lines ended by CR LF, cells quoted where they need to be, and
/// what a spreadsheet would take for a formula made harmless.
public enum DelimitedWriter {
  /// The rows as a file.
  public static func csv(_ rows: [[String]]) -> [UInt8] {
    var result: [UInt8] = [0xEF, 0xBB, 0xBF]
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { result.append(0x2C) }
        result += Array(escaped(cell).utf8)
      }
      result += [0x0D, 0x0A]
    }
    return result
  }

  /// A cell made harmless and quoted where it needs to be.
  public static func escaped(_ cell: String) -> String {
    let safe = harmless(cell)
    let needsQuotes = safe.utf8.contains { [0x2C, 0x22, 0x0D, 0x0A].contains($0) }
    guard needsQuotes || safe.hasPrefix(" ") || safe.hasSuffix(" ") else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }

  /// An apostrophe before what a spreadsheet would compute; NUL is taken out.
  ///
  /// That is what begins, after white space, with `=`, `+`, `-`, `@` or one of these in full
  /// width, or at once with a tab or line break. A mere negative number stays as it is.
  public static func harmless(_ cell: String) -> String {
    let clean = String(String.UnicodeScalarView(cell.unicodeScalars.filter { $0 != "\0" }))
    guard let first = clean.unicodeScalars.first else { return clean }
    if first == "\t" || first == "\r" || first == "\n" { return "'" + clean }
    let start = clean.unicodeScalars.first { !isSpace($0) }
    guard let start, "=+-@＝＋－＠".unicodeScalars.contains(start) else { return clean }
    return isNumber(clean) ? clean : "'" + clean
  }

  /// White space, and what stands for nothing at all.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value < 32
      || scalar.properties.generalCategory == .format
  }

  private static func isNumber(_ text: String) -> Bool {
    guard text.hasPrefix("-") else { return false }
    let parts = text.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
