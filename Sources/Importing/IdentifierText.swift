/// An identifier as exports write it: text, whatever its digits.
enum IdentifierText: Equatable {
  case empty
  case value(String)
  /// `3.62E+15`: a spreadsheet has thrown the digits away.
  case lost

  init(_ text: String) {
    var plain = text.cleaned
    if plain.hasPrefix("=\""), plain.hasSuffix("\""), plain.count > 2 {
      plain = String(plain.dropFirst(2).dropLast())
    }
    while plain.hasPrefix("'") || plain.hasPrefix("’") || plain.hasPrefix("`") {
      plain.removeFirst()
    }
    plain = plain.cleaned
    if plain.isEmpty {
      self = .empty
    } else if IdentifierText.isScientific(plain) {
      self = .lost
    } else {
      self = .value(plain.shortened(to: ImportLimits.identifier))
    }
  }

  private static func isScientific(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "+")) || text.unicodeScalars.contains("＋") else {
      return false
    }
    let folded = text.folded
    let parts = folded.split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, let sign = parts[1].first, sign == "+",
      let power = Int(parts[1].dropFirst()), power >= 3
    else { return false }
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(mantissa.count)
      && mantissa.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
      && mantissa[0].count == 1
  }
}
