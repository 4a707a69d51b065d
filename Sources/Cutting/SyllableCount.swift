/// How many syllables a word takes to say, for sharing out a voice's length.
///
/// Counted by spoken forms: 39.9 takes five in Chinese, a Latin word as many as it has groups of
/// vowels.
enum SyllableCount {
  static func of(_ word: String) -> Int {
    var count = 0
    var digits = 0
    var letters = ""
    func flush() {
      if digits > 0 { count += digits > 1 ? 2 * digits - 1 : 1 }
      if !letters.isEmpty { count += vowelGroups(letters) }
      (digits, letters) = (0, "")
    }
    for character in word {
      if character.isASCII, character.isNumber {
        if !letters.isEmpty { flush() }
        digits += 1
      } else if character.isLetter, !WordTokens.isHan(character) {
        if digits > 0 { flush() }
        letters.append(character)
      } else {
        let isPoint = digits > 0 && character == "."
        flush()
        if isPoint || "%¥$€£￥".contains(character) {
          count += 1
        } else if character.isLetter || character.isNumber {
          count += 1
        }
      }
    }
    flush()
    return count
  }

  private static func vowelGroups(_ word: String) -> Int {
    var groups = 0
    var inside = false
    for letter in word.lowercased() {
      let isVowel = "aeiouyáàâäéèêëíìîïóòôöúùûü".contains(letter)
      if isVowel, !inside { groups += 1 }
      inside = isVowel
    }
    return max(1, groups)
  }
}

/// A text cut into the pieces that are spoken one after the other: a Han character, a Latin word, a
/// number with what follows it; marks and spaces go with the piece before.
enum WordTokens {
  static func of(_ text: String) -> [String] {
    var tokens: [String] = []
    var last: Kind?
    for character in text {
      let kind = kind(of: character)
      let joins: Bool
      switch (kind, last) {
      case (_, nil): joins = false
      case (.mark, _): joins = true
      case (.latin, .latin?), (.latin, .opening?), (.han, .opening?), (.opening, .opening?):
        joins = true
      default: joins = false
      }
      if joins, !tokens.isEmpty {
        tokens[tokens.count - 1].append(character)
      } else {
        tokens.append(String(character))
      }
      // A point inside a number, or the hyphen of a word, does not end it.
      if kind != .mark || !".,-'’/×".contains(character) || last != .latin { last = kind }
    }
    return tokens
  }

  private enum Kind { case han, latin, mark, opening }

  private static func kind(of character: Character) -> Kind {
    if isHan(character) { return .han }
    if "（【《〈「『“‘([{<¥￥$€£#@".contains(character) { return .opening }
    return character.isLetter || character.isNumber ? .latin : .mark
  }

  static func isHan(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x2E80...0x2FDF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      return true
    default: return false
    }
  }
}
