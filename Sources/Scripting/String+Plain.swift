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

  /// Whether the word stands in the text; Latin words by whole words, without case.
  func mentions(_ word: String) -> Bool {
    guard !word.isEmpty else { return false }
    guard let found = range(of: word, options: .caseInsensitive) else { return false }
    guard word.allSatisfy(\.isASCII) else { return true }
    var place: Range<String.Index>? = found
    while let here = place {
      let before = here.lowerBound > startIndex ? self[index(before: here.lowerBound)] : " "
      let after = here.upperBound < endIndex ? self[here.upperBound] : " "
      let next = after == "s" ? index(after: here.upperBound) : here.upperBound
      let plural = after == "s" && (next == endIndex || !self[next].isASCIILetter)
      if !before.isASCIILetter, !after.isASCIILetter || plural { return true }
      place = range(of: word, options: .caseInsensitive, range: here.upperBound..<endIndex)
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
