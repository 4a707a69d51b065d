import Model

/// A forbidden word as it is looked for between spaces, signs and lookalikes.
struct LooseWord: Sendable {
  enum Kind: Sendable {
    /// Whatever stands between the letters but the end of a sentence.
    case free
    /// Only what no writer puts into a word.
    case strict
    /// Words in Latin letters; `breaks` are the letters that a new word starts at.
    case latin(breaks: Set<Int>)
  }

  var rule: Int
  var letters: [Unicode.Scalar]
  var kind: Kind
  /// Written as the list has it, and not as somebody may write it instead.
  var isOriginal: Bool

  /// Whether what stands between the letters of a hit makes it this word in disguise.
  func isMet(by range: Range<Int>, in text: LooseText) -> Bool {
    switch kind {
    case .free: return true
    case .strict: return isStrictlyMet(by: range, in: text)
    case .latin(let breaks): return isLatinMet(by: range, in: text, breaks)
    }
  }

  private func isStrictlyMet(by range: Range<Int>, in text: LooseText) -> Bool {
    var (separated, hasSign, hasList) = (0, false, false)
    for index in range.dropFirst() {
      switch text.gaps[index] {
      case .none: continue
      case .stop: return false
      case .sign: hasSign = true
      case .list: hasList = true
      case .space: break
      }
      separated += 1
    }
    if separated == 0 { return !isOriginal }
    if hasSign || range.count > 3 { return true }
    let isEven = separated == range.count - 1
    if range.count == 3 { return isEven }
    let startsFree = text.isOpen(before: range.lowerBound)
    return startsFree && (hasList || text.isOpen(behind: range.upperBound))
  }

  /// Between words spaces or signs, or nothing where the whole is long enough to mean no other
  /// word; inside a word nothing, or something between all its letters.
  private func isLatinMet(by range: Range<Int>, in text: LooseText, _ breaks: Set<Int>) -> Bool {
    var (parted, inside) = (0, 0)
    for index in range.dropFirst() {
      let gap = text.gaps[index]
      if gap == .stop { return false }
      if breaks.contains(index - range.lowerBound) {
        if gap == .none, range.count < 8 { return false }
        guard parted == 0 || parted == inside else { return false }
        (parted, inside) = (0, 0)
      } else {
        inside += 1
        if gap != .none { parted += 1 }
      }
    }
    return parted == 0 || parted == inside
  }
}

extension LooseWord {
  /// Every way in which a term is looked for between signs; none where it cannot be disguised.
  static func all(
    of term: TermList.Term, rule: Int, disguise: Disguise, lookalikes: LetterMap
  ) -> [LooseWord] {
    let folded = FoldedText(term.text, reading: disguise.letters)
    if term.rule.hasPrefix("en_") { return latin(term, folded, rule, disguise) }
    let leadsAway = term.rule == "diversion"
    guard leadsAway || term.severity == .block else { return [] }
    let letters = LooseText(folded, lookalikes: LetterMap()).scalars
    guard leadsAway || (letters.count > 1 && letters.contains { !$0.isASCII }) else { return [] }
    let kind: Kind = leadsAway ? .free : .strict
    var seen: Set<[Unicode.Scalar]> = []
    let ways = [letters] + disguise.variants(of: letters, text: term.text, twice: leadsAway)
    return ways.enumerated().compactMap { ordinal, way in
      let read = way.map { lookalikes[$0] }
      guard seen.insert(read).inserted else { return nil }
      return LooseWord(rule: rule, letters: read, kind: kind, isOriginal: ordinal == 0)
    }
  }

  /// English words: hyphens for spaces, plurals, letters apart, a digit for a letter.
  private static func latin(
    _ term: TermList.Term, _ folded: FoldedText, _ rule: Int, _ disguise: Disguise
  ) -> [LooseWord] {
    var letters: [Unicode.Scalar] = []
    var breaks: Set<Int> = []
    for scalar in folded.scalars {
      if scalar.isASCIIWord {
        letters.append(scalar)
      } else if " -'’".unicodeScalars.contains(scalar) {
        breaks.insert(letters.count)
      } else {
        return []
      }
    }
    guard letters.count > 3 else { return [] }
    func word(_ letters: [Unicode.Scalar], _ isOriginal: Bool) -> LooseWord {
      LooseWord(
        rule: rule, letters: letters, kind: .latin(breaks: breaks), isOriginal: isOriginal)
    }
    let ways = [letters] + Disguise.plurals(of: letters)
    let digits = term.severity == .block ? ways.flatMap(disguise.digitsForLetters) : []
    return [word(letters, true)] + (ways.dropFirst() + digits).map { word($0, false) }
  }
}
