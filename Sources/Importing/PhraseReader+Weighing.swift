extension PhraseReader {
  /// What has been read of a text so far.
  struct Walk {
    var hadHead = false
    /// A noun was read, head or not.
    var hadNoun = false
    /// One of them names no food.
    var hadOther = false
    var inComplement = false
    var inHanComplement = false
    /// A complement stands before the first noun: `送袜子 帆布鞋` sells the second.
    var opensWithComplement = false
    /// The audience named last in this phrase, and where it ended.
    var audience = -1
    var audienceEnd = 0

    mutating func enter(_ match: CategoryLexicon.Match, afterClosing: Bool, _ kind: Kind) {
      if afterClosing {
        inComplement = false
        if kind != .path { audience = -1 }
      }
      guard match.entry.grammar.contains(.complement) else { return }
      if match.isLatin {
        inComplement = true
      } else if hadNoun {
        inHanComplement = true
      } else {
        opensWithComplement = true
      }
    }

    /// A toy for cats is no play of children's.
    mutating func enter(audienceOf entry: CategoryLexicon.Entry, at end: Int) {
      if audience >= 0, entry.takenBy & (1 << UInt32(audience)) != 0 { return }
      audience = entry.audience
      audienceEnd = end
    }

    /// What stands under `宠物用品 >` is made for pets.
    mutating func enterPath(under home: Int, _ lexicon: CategoryLexicon) {
      guard let place = lexicon.audiences.firstIndex(where: { $0.paths && $0.group == home })
      else { return }
      audience = place
    }

    func isParted(after gap: Gap?) -> Bool { gap.map { $0.isClosed || $0.blank } ?? false }
  }

  /// What the match at a place says for which category; nil where it names none.
  func value(at place: Int, _ walk: inout Walk) -> (group: Int, value: Double)? {
    let match = matches[place]
    let entry = match.entry
    if entry.grammar.contains(.silent) { return nil }
    let complement = walk.inComplement ? 0.2 : walk.inHanComplement ? 0.3 : 1
    if entry.audience >= 0 {
      if isModifier(place) { return nil }
      walk.enter(audienceOf: entry, at: match.end)
    }
    guard entry.group >= 0 else {
      return madeFor(entry, place, walk, complement) ?? audienceAlone(entry, complement)
    }
    if isContainer(place) { return nil }
    var value = base(entry, match)
    if entry.strength == .tail, !endsPhrase(place) { return nil }
    let headship = entry.strength == .weak ? 1 : headship(place)
    value *= headship * complement
    if walk.opensWithComplement {
      walk.opensWithComplement = false
      if kind == .title, hasNoun(after: place) { return (entry.group, value * 0.3) }
    }
    if kind == .title, entry.strength > .weak {
      if walk.hadHead { value *= match.isLatin ? 0.6 : 0.7 }
      if headship >= 0.45, complement == 1, closes(place) { walk.hadHead = true }
    }
    if kind == .list { value *= 0.8 }
    if entry.strength > .weak {
      let isFlavor = lexicon.flavors.contains(entry.group)
      if isFlavor, walk.hadOther, kind == .title { value *= 0.3 }
      walk.hadNoun = true
      if !isFlavor, entry.strength == .own, headship >= 0.45 { walk.hadOther = true }
    }
    let home = home(of: entry, match, walk)
    if kind == .path, entry.strength == .own { walk.enterPath(under: home, lexicon) }
    return (home, value)
  }

  /// `Collar` names nothing, `pet collar` does.
  private func madeFor(
    _ entry: CategoryLexicon.Entry, _ place: Int, _ walk: Walk, _ complement: Double
  ) -> (group: Int, value: Double)? {
    guard entry.takenBy != 0, complement == 1, endsPhrase(place) else { return nil }
    for audience in lexicon.audiences.indices
    where entry.takenBy & (1 << UInt32(audience)) != 0
      && (walk.audience == audience || dedicated & (1 << UInt32(audience)) != 0)
    {
      return (lexicon.audiences[audience].group, headship(place))
    }
    return nil
  }

  private func hasNoun(after place: Int) -> Bool {
    matches[(place + 1)...].contains { $0.entry.strength >= .tail }
  }

  private func isMultiword(_ place: Int) -> Bool {
    letters[matches[place].start..<matches[place].end].contains(FoldedLetters.space)
  }

  private func audienceAlone(
    _ entry: CategoryLexicon.Entry, _ complement: Double
  ) -> (group: Int, value: Double)? {
    guard entry.audience >= 0 else { return nil }
    let audience = lexicon.audiences[entry.audience]
    let value = audience.over.nonzeroBitCount >= 6 ? 0.5 : 0.25
    return (audience.group, value * complement)
  }

  private func base(_ entry: CategoryLexicon.Entry, _ match: CategoryLexicon.Match) -> Double {
    switch entry.strength {
    case .own:
      let long = match.end - match.start >= (match.isLatin ? 9 : 3)
      return long ? 1.1 : 1
    case .tail: return 0.7
    case .weak: return kind == .path ? 0.5 : 0.3
    case .none: return 0
    }
  }

  /// A head is whole where its phrase ends; `coffee` before a word nobody knows may modify it.
  private func headship(_ place: Int) -> Double {
    matches[place].isLatin ? latinHeadship(place) : hanHeadship(place)
  }

  private func latinHeadship(_ place: Int) -> Double {
    if isModifier(place) { return 0.1 }
    let group = matches[place].entry.group
    var at = place
    var isFilled = false
    while true {
      let gap = gaps[at]
      if gap.isClosed && (at == place || gap.letters == 0) { break }
      if at == place, gap.letters > 0, gap.startsWithWord {
        // An unknown word follows; a noun after it leaves no doubt.
        if let later = nextNoun(after: place), !isFlavor(later, of: group) {
          return matches[later].entry.group == group
            ? 0.5 : isMultiword(place) && !isMultiword(later) ? 0.65 : 0.15
        }
        return 0.55
      }
      if gap.isClosed { break }
      at += 1
      guard at < matches.count else { break }
      let entry = matches[at].entry
      if entry.grammar.contains(.of) { return at == place + 1 ? 0.2 : 1 }
      if entry.grammar.contains(.and) { return 0.6 }
      if entry.grammar.contains(.complement) { break }
      if entry.isBlank { return 0.5 }
      if isFlavor(at, of: group) || isContainer(at) { continue }
      if entry.grammar.contains(.filler) { isFilled = true }
      if entry.strength >= .tail || entry.grammar.contains(.hollow) {
        return entry.group == group
          ? 0.5 : isFilled ? (isMultiword(place) ? 0.65 : 0.3) : entry.group < 0 ? 0.3 : 0.15
      }
    }
    return 1
  }

  /// `Dog food beef`, `Backpack orange`: fruit and meat behind another product are its flavour.
  private func isFlavor(_ place: Int, of group: Int) -> Bool {
    !lexicon.flavors.contains(group) && lexicon.flavors.contains(matches[place].entry.group)
  }

  private func nextNoun(after place: Int) -> Int? {
    var at = place
    while at + 1 < matches.count, !gaps[at].isClosed {
      at += 1
      let entry = matches[at].entry
      if entry.grammar.contains(.complement) { return nil }
      if entry.strength >= .tail, !isContainer(at) { return at }
    }
    return nil
  }

  private func hanHeadship(_ place: Int) -> Double {
    if isModifier(place), gaps[place].isAdjacent { return 0.1 }
    let group = matches[place].entry.group
    var at = place
    var distance = 0
    while at + 1 < matches.count, !gaps[at].isClosed, !gaps[at].blank {
      distance += gaps[at].letters
      at += 1
      let entry = matches[at].entry
      if entry.grammar.contains(.complement) || entry.grammar.contains(.silent) { break }
      if entry.grammar.contains(.hollow), distance == 0 { return 0.3 }
      guard entry.strength >= .tail, entry.strength == .own || endsPhrase(at) else { continue }
      if entry.group == group { return 1 }
      if lexicon.flavors.contains(group), distance > 0, !lexicon.flavors.contains(entry.group) {
        return 0.5
      }
      if distance == 0, lexicon.firm.contains(group), matches[place].end - matches[place].start > 2,
        matches[place].entry.strength == .own, !lexicon.firm.contains(entry.group)
      {
        return 0.75
      }
      return distance == 0
        ? (at == place + 1 ? 0.15 : 0.3)
        : distance <= 3 && matches[place].end - matches[place].start < 3 ? 0.5 : 0.85
    }
    return 1
  }

  /// Nothing but fillers stands behind it in its phrase.
  private func endsPhrase(_ place: Int) -> Bool {
    if matches[place].isLatin { return true }
    let next = matches[place].end
    guard next < letters.count, FoldedLetters.isLetter(letters[next]),
      !FoldedLetters.isLatin(letters[next])
    else { return true }
    guard place + 1 < matches.count, matches[place + 1].start <= next else { return false }
    let entry = matches[place + 1].entry
    return entry.gender >= 0 || entry.audience >= 0 || entry.group >= 0
      || !entry.grammar.isDisjoint(with: [.filler, .complement, .dedicated, .makesModifier])
  }

  private func closes(_ place: Int) -> Bool {
    !matches[place].isLatin || gaps[place].isClosed || isMultiword(place)
      || place + 1 == matches.count
      || matches[place + 1].entry.grammar.contains(.complement)
  }

  /// The category of a noun, or of those it is made for.
  private func home(
    of entry: CategoryLexicon.Entry, _ match: CategoryLexicon.Match, _ walk: Walk
  ) -> Int {
    func takes(_ audience: Int) -> Bool {
      lexicon.audiences[audience].over & (1 << UInt64(min(entry.group, 63))) != 0
        || entry.takenBy & (1 << UInt32(audience)) != 0
    }
    if walk.audience >= 0, !walk.inComplement, takes(walk.audience),
      match.isLatin || kind == .path || match.start - walk.audienceEnd <= 8
    {
      return lexicon.audiences[walk.audience].group
    }
    for audience in lexicon.audiences.indices
    where dedicated & (1 << UInt32(audience)) != 0 && takes(audience) {
      return lexicon.audiences[audience].group
    }
    return entry.group
  }
}
