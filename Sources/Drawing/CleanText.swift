/// A text without what cannot be drawn: control characters and glyphs that no font has.
struct CleanText {
  private(set) var characters: [Character] = []
  private(set) var missing: [Character] = []
  /// Whether characters beyond the limit were cut.
  let isCut: Bool

  init(_ text: String, families: [String], limit: Int) {
    var plain: [Character] = []
    var cut = false
    var unknown: [Character] = []
    for character in text {
      guard plain.count < limit else {
        cut = true
        break
      }
      if character.isNewline {
        plain.append("\n")
      } else if character.isWhitespace {
        // An ideographic space is as wide as a character and parts phrases as any other does.
        plain.append(character == "\u{3000}" ? character : " ")
      } else if let drawable = CleanText.withoutControls(character) {
        plain.append(drawable)
      } else if CleanText.means(character), !unknown.contains(character) {
        unknown.append(character)
      }
    }
    isCut = cut
    missing = unknown + Fonts.missing(in: String(plain.filter { $0 != "\n" }), families: families)
    let absent = Set(missing)
    characters = CleanText.trimmed(plain.filter { !absent.contains($0) })
  }

  /// Whether a character that cannot be drawn stands for something: one of a private font, or one
  /// that is newer than this program.
  private static func means(_ character: Character) -> Bool {
    character.unicodeScalars.contains { scalar in
      guard !scalar.properties.isNoncharacterCodePoint else { return false }
      return [.privateUse, .unassigned].contains(scalar.properties.generalCategory)
    }
  }

  /// The character without controls, tags and marks that turn the direction of writing.
  private static func withoutControls(_ character: Character) -> Character? {
    let scalars = character.unicodeScalars
    let kept = scalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .surrogate, .privateUse, .unassigned: return false
      case .format: return scalar == "\u{200D}"
      default: return true
      }
    }
    if kept.count == scalars.count { return character }
    let text = String(String.UnicodeScalarView(kept))
    return text.count == 1 ? text.first : nil
  }

  private static func trimmed(_ characters: [Character]) -> [Character] {
    let front = characters.drop { $0.isWhitespace }
    guard let last = front.lastIndex(where: { !$0.isWhitespace }) else { return [] }
    return Array(front[...last])
  }
}
