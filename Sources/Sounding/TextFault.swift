/// Signs that no line for a voice may hold.
enum TextFault: Sendable, Hashable {
  case lineBreak, control, markup(String), emoji(String), address, slot

  /// The gravest fault of a text; nil when there is none.
  static func first(in text: String) -> TextFault? {
    let lower = text.lowercased()
    if text.contains(where: \.isNewline) { return .lineBreak }
    if let scalar = text.unicodeScalars.first(where: isHidden) {
      return scalar == "\u{200D}" || scalar == "\u{FE0F}"
        ? .emoji(text.filter(\.isEmoji)) : .control
    }
    if text.contains("{") || text.contains("}") { return .slot }
    if ["http", "www.", "://", "@"].contains(where: lower.contains) || namesHost(lower) {
      return .address
    }
    if let emoji = text.first(where: \.isEmoji) { return .emoji(String(emoji)) }
    if let sign = text.first(where: { "<>[]【】#*_`~|\\^=$".contains($0) && $0 != "$" }) {
      return .markup(String(sign))
    }
    return nil
  }

  /// Marks that direct or join text without being seen, and what no script is written with.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      true
    default: scalar == "\u{FE0F}" || scalar == "\u{FFFD}"
    }
  }

  /// `shop.com`: letters on both sides of a point.
  private static func namesHost(_ text: String) -> Bool {
    let letters = Array(text)
    return letters.indices.contains { place in
      letters[place] == "." && place > 0 && place + 1 < letters.count
        && (letters[place - 1].isLatin || letters[place - 1].isFigure)
        && letters[place + 1].isLatin
    }
  }
}

extension Character {
  var isEmoji: Bool {
    unicodeScalars.contains {
      $0.properties.isEmojiPresentation || ($0.properties.isEmoji && $0.value > 0x2000)
        || (0x1F000...0x1FAFF).contains($0.value) || (0x2600...0x27BF).contains($0.value)
    }
  }
}
