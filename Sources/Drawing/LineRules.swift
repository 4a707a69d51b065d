/// The classes of characters that line breaking knows: 禁则 and the small words.
enum LineRules {
  private static let closing: Set<Character> = Set(
    "，。！？；：、）】》〉」』〕〗｝”’…—～·,.!?;:)]}>»›〙〛｠|｜")
  /// Signs and small kana that belong to what stands before them, and do not end a phrase.
  private static let trailing: Set<Character> = Set(
    "%％‰℃°′″ー々〜ゝぁぃぅぇぉっゃゅょァィゥェォッャュョ")
  private static let opening: Set<Character> = Set("（【《〈「『〔〖｛“‘([{<«‹¥￥$€£₩#＃@＠〘〚｟")
  private static let particles: Set<Character> = Set("的了着过吗呢吧啊呀哦嘛啦们地得之")
  private static let phraseEnds: Set<Character> = Set("的了就才")

  /// Closing marks and signs, which no line begins with.
  static func neverStarts(_ character: Character) -> Bool {
    closing.contains(character) || trailing.contains(character)
  }
  /// Closing marks.
  static func closes(_ character: Character) -> Bool { closing.contains(character) }
  /// Opening marks, which no line ends with.
  static func neverEnds(_ character: Character) -> Bool { opening.contains(character) }
  static func endsSentence(_ character: Character) -> Bool { "。！？!?；;…".contains(character) }
  static func endsClause(_ character: Character) -> Bool { "，、：,:".contains(character) }
  /// Small words that lean on the word before them.
  static func isParticle(_ character: Character) -> Bool { particles.contains(character) }
  /// Small words behind which a phrase breathes.
  static func endsPhrase(_ character: Character) -> Bool { phraseEnds.contains(character) }

  /// Letters and digits of scripts that write words with spaces between.
  static func isWordPart(_ character: Character) -> Bool {
    if character == "-" || character == "_" || character == "'" || character == "&" { return true }
    if character == "+" || character == "/" || character == "\\" || character == "=" { return true }
    return (character.isLetter || character.isNumber) && !isIdeographic(character)
  }

  /// Characters that stand alone: Han, kana, full-width forms and symbols.
  static func isIdeographic(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x2E80...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0x20000...0x3FFFF:
      return true
    default: return false
    }
  }
}
