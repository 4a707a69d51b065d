/// Where a text may be broken into lines, and how well.
///
/// A boundary `i` stands before character `i`. Forbidden boundaries have no cost.
struct PhraseBreaks {
  /// The cost of a break before each character; nil where none may be.
  private(set) var costs: [Double?]

  /// Costs at and above this one part a word or strand a particle.
  static let poor = 100.0

  init(_ text: [Character], keep: [String]) {
    costs = (0...text.count).map { index in
      index == 0 || index == text.count ? nil : PhraseBreaks.plainCost(text, at: index)
    }
    guard text.count > 1 else { return }
    hold(CommonWords.all, longest: CommonWords.longest, in: text, cost: PhraseBreaks.poor * 1.5)
    for range in NumberSpans(text).ranges { forbid(inside: range) }
    for term in keep { forbid(term, in: text) }
  }

  private mutating func forbid(inside range: Range<Int>) {
    for index in range.dropFirst() { costs[index] = nil }
  }

  private mutating func forbid(_ term: String, in text: [Character]) {
    let wanted = Array(term.lowercased())
    guard wanted.count > 1, wanted.count <= text.count else { return }
    let lowered = text.map { Character($0.lowercased().first.map(String.init) ?? String($0)) }
    var start = 0
    while start + wanted.count <= text.count {
      if lowered[start..<start + wanted.count].elementsEqual(wanted) {
        forbid(inside: start..<start + wanted.count)
        start += wanted.count
      } else {
        start += 1
      }
    }
  }

  /// Finds known words by the longest match from the left and makes parting them dear.
  private mutating func hold(
    _ words: Set<String>, longest: Int, in text: [Character], cost: Double
  ) {
    var start = 0
    while start < text.count {
      let length = (2...max(2, longest)).reversed().first { length in
        start + length <= text.count && words.contains(String(text[start..<start + length]))
      }
      guard let length else {
        start += 1
        continue
      }
      for index in start + 1..<start + length {
        if let found = costs[index] { costs[index] = max(found, cost) }
      }
      start += length
    }
  }

  /// The cost between two neighbours, from their classes alone.
  private static func plainCost(_ text: [Character], at index: Int) -> Double? {
    let (before, after) = (text[index - 1], text[index])
    if after.isWhitespace { return nil }  // the break stands behind the space
    if LineRules.neverStarts(after) || LineRules.neverEnds(before) { return nil }
    if joinsShape(text, at: index) { return nil }
    if before.isWhitespace {
      let solid = text[..<index].last { !$0.isWhitespace }
      guard let solid, !LineRules.neverEnds(solid) else { return nil }
      return LineRules.endsSentence(solid) || LineRules.endsClause(solid) ? 0 : 8
    }
    if LineRules.endsSentence(before) { return 0 }
    if LineRules.endsClause(before) { return 2 }
    if LineRules.isWordPart(before), LineRules.isWordPart(after) { return nil }
    if LineRules.neverEnds(after) { return 6 }  // before an opening bracket
    if LineRules.closes(before) { return 10 }  // behind another closing mark
    if before == "%" || before == "％" { return poor * 0.8 }  // a share and what it is of
    if LineRules.isParticle(after) { return poor * 1.2 }
    if LineRules.isWordPart(before) != LineRules.isWordPart(after) {
      return joinsLetterAndHan(text, at: index) ? nil : 28
    }
    return LineRules.endsPhrase(before) ? 14 : 40
  }

  /// A single letter belongs to the character behind it: `T恤`, `V领`.
  private static func joinsLetterAndHan(_ text: [Character], at index: Int) -> Bool {
    guard LineRules.isWordPart(text[index - 1]), text[index - 1].isLetter else { return false }
    return index < 2 || !LineRules.isWordPart(text[index - 2])
  }

  /// A letter that names a shape belongs to the thing so shaped: `A字裙`, `U型枕`.
  private static func joinsShape(_ text: [Character], at index: Int) -> Bool {
    index >= 2 && "字型形".contains(text[index - 1])
      && joinsLetterAndHan(text, at: index - 1)
  }
}
