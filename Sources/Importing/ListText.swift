import Foundation

/// Several texts that people put in one cell.
enum ListText {
  /// At `；`, `;`, `|`, new lines, and `/` between words that are not Latin.
  static func points(_ text: String) -> [String] {
    pieces(text) { [";", "；", "|", "｜"].contains($0) }.flatMap(atSlashes).map(withoutBullet)
      .filter { !$0.isEmpty }
  }

  /// Points, and words between commas: people, places, tags.
  static func words(_ text: String) -> [String] {
    points(text).flatMap { pieces($0) { [",", "，", "、"].contains($0) } }
  }

  /// Paths and addresses between `|`, new lines, and such commas as can only be between them.
  static func paths(_ text: String) -> [String] {
    pieces(text) { ["|", "｜"].contains($0) }.flatMap { piece in
      for mark in [Unicode.Scalar(";"), ","] where piece.unicodeScalars.contains(mark) {
        let parts = pieces(piece) { $0 == mark }
        let addresses = parts.filter(isAddress).count
        let areAlike = addresses == parts.count || (addresses == 0 && parts.allSatisfy(isPicture))
        if parts.count > 1, areAlike { return parts }
      }
      return [piece]
    }
  }

  private static let endings = [
    ".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".bmp", ".tif", ".tiff", ".avif", ".tbi",
  ]

  static func isAddress(_ text: String) -> Bool {
    let lower = text.lowercased()
    return ["http://", "https://", "//"].contains(where: lower.hasPrefix)
  }

  static func isPicture(_ text: String) -> Bool {
    let lower = text.lowercased()
    return endings.contains(where: lower.hasSuffix)
  }

  private static func pieces(_ text: String, at isMark: (Unicode.Scalar) -> Bool) -> [String] {
    text.unicodeScalars.split { isMark($0) || $0 == "\n" || $0 == "\r" }
      .map { String($0).cleaned }.filter { !$0.isEmpty }
  }

  /// `抖音/快手` is two, `5V/2A` and `https://…` are one.
  private static func atSlashes(_ text: String) -> [String] {
    guard text.unicodeScalars.contains(where: { $0 == "/" || $0 == "／" }) else { return [text] }
    let letters = Array(text)
    var parts = [""]
    for (place, letter) in letters.enumerated() {
      let before = place > 0 ? letters[place - 1] : " "
      let after = place + 1 < letters.count ? letters[place + 1] : " "
      if letter == "/" || letter == "／", !before.isASCII, !after.isASCII {
        parts.append("")
      } else {
        parts[parts.count - 1].append(letter)
      }
    }
    return parts.map(\.cleaned)
  }

  /// `1、`, `2.`, `•`, `-` before a point.
  private static func withoutBullet(_ text: String) -> String {
    // A letter or an ideograph at the front is no bullet.
    if let first = text.utf8.first, (0x41...0x7A).contains(first) || (0xE4...0xE9).contains(first) {
      return text
    }
    var rest = Substring(text)
    while let first = rest.first, "•·●◆★-–—*✓✔▪■".contains(first) { rest = rest.dropFirst() }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    if (1...2).contains(digits.count), let mark = rest.dropFirst(digits.count).first {
      let after = rest.dropFirst(digits.count + 1)
      let isNumbered =
        "、)）".contains(mark) || (".．".contains(mark) && after.first?.isNumber == false)
      if isNumbered { rest = after }
    }
    return String(rest).cleaned
  }
}
