/// A line with slots: `{noun}` takes a word as it is, `{Noun}` with a capital.
enum Pattern {
  /// The line with its slots filled, or nil when one has nothing to fill it.
  static func fill(_ pattern: String, from slots: [String: Copy]) -> Copy? {
    var result = Copy("")
    var slot: String?
    // 玫瑰味 before 味的 brings its own last letter.
    var isAfterSlot = false
    for letter in pattern {
      switch (letter, slot) {
      case ("{", nil): slot = ""
      case ("}", let name?):
        guard let words = slots[name.lowercased()], !words.isEmpty else { return nil }
        let capital = name.first?.isUppercase == true
        result.text += capital ? words.text.sentenceCased : words.text
        result.facts += words.facts
        slot = nil
        isAfterSlot = true
      case (_, nil):
        let doubled = isAfterSlot && letter == result.text.last && letter.isHan
        if !doubled { result.text.append(letter) }
        isAfterSlot = false
      case (_, let name?): slot = name + String(letter)
      }
    }
    result.facts = result.facts.unique
    return result
  }

  /// Every pattern that can be filled, in their order.
  static func fill(_ patterns: [String], from slots: [String: Copy]) -> [Copy] {
    patterns.compactMap { fill($0, from: slots) }
  }
}

extension Character {
  var isHan: Bool {
    unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } ?? false
  }
}
