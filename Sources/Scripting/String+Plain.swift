import Foundation
import Model

extension String {
  /// A catalogue's or team's words as they may be spoken and shown: no mark-up, no emoji, no line
  /// ends, single spaces, no dangling punctuation.
  var plainCopy: String {
    var text = ""
    var tag = 0
    let input = prefix(20_000)
    let closes = input.contains(">")
    let letters = Array(input)
    for (index, letter) in letters.enumerated() {
      if letter == "*", index > 0, index + 1 < letters.count, letters[index + 1].isASCIIDigit,
        letters[index - 1].isLetter || letters[index - 1].isFigure
      {
        text.append("×")
        continue
      }
      if letter == "<", closes, tag == 0 { tag = 1; continue }
      if tag > 0 {
        tag += 1
        if letter == ">" || tag > 400 { tag = 0; text.append(" ") }
        continue
      }
      if letter.isWhitespace || letter.isNewline {
        text.append(" ")
      } else if letter.isCopyLetter {
        text.append(letter.narrowFigure)
      }
    }
    let words = text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    let ends = "，。、；：！,.;:!-—·|/ "
    return String(words.drop { ends.contains($0) }).trimmingEnd { ends.contains($0) }
  }

  /// The key that two spellings of a header share.
  var headerKey: String { Playbook.AttributeRule.key(self) }

  var isChineseText: Bool { CopyLocale.detected(in: self) == .zh }

  /// `尺寸（cm）` without what stands in brackets.
  var withoutBrackets: String {
    String(prefix { !"（(［[".contains($0) }).plainCopy
  }

  /// Whether the word stands in the text; Latin words by whole words or their plural, without case.
  func mentions(_ word: String) -> Bool {
    guard !word.isEmpty else { return false }
    guard word.utf8.allSatisfy({ $0 < 0x80 }) else {
      return contains(word) || lowercased().contains(word.lowercased())
    }
    let letters = Array(utf8.map(\.lowerCased))
    let part = Array(word.utf8.map(\.lowerCased))
    var start = 0
    while let found = letters.firstPlace(of: part, from: start) {
      let end = found + part.count
      let next = end < letters.count && letters[end] == UInt8(ascii: "s") ? end + 1 : end
      let isWord = end >= letters.count || !letters[end].isLatin
      let isPlural = next > end && (next >= letters.count || !letters[next].isLatin)
      if found == 0 || !letters[found - 1].isLatin, isWord || isPlural { return true }
      start = found + 1
    }
    return false
  }

  var wordCount: Int { split(separator: " ").count }
}

extension Character {
  var isASCIILetter: Bool { isASCII && isLetter }

  /// A decimal digit in any script; 一 is a word.
  var isFigure: Bool {
    unicodeScalars.first?.properties.generalCategory == .decimalNumber
  }

  /// Full-width figures as plain ones.
  fileprivate var narrowFigure: Character {
    guard let scalar = unicodeScalars.first, (0xFF10...0xFF19).contains(scalar.value),
      let plain = Unicode.Scalar(scalar.value - 0xFF10 + 48)
    else { return self }
    return Character(plain)
  }

  /// Letters, figures and the signs that sentences and measures are written with.
  fileprivate var isCopyLetter: Bool {
    guard let scalar = unicodeScalars.first, unicodeScalars.count <= 2 else { return false }
    if isLetter || isFigure { return true }
    if scalar.properties.isEmojiPresentation { return false }
    return "，。、；：！？（）《》“”‘’—·％℃°×÷±≤≥～.,;:!?()'\"%+-/&$€£¥=~".contains(self)
  }
}

extension UInt8 {
  fileprivate var lowerCased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

  fileprivate var isLatin: Bool { (0x61...0x7A).contains(self) }
}
