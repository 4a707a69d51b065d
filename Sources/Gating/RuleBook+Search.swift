import Model

extension RuleBook {
  /// A rule that objects to a stretch of folded text.
  struct Match {
    var rule: Int
    var range: Range<Int>
    /// Written with letters that stand in for its own.
    var isDisguised = false
    /// For a pattern, what it matched.
    var text: String?
  }

  /// What the rules find, and the stretches in which each is excused.
  struct Matches {
    var found: [Match] = []
    var excuses: [Int: [Range<Int>]] = [:]

    func isExcused(_ match: Match) -> Bool {
      excuses[match.rule]?.contains {
        $0.lowerBound <= match.range.lowerBound && $0.upperBound >= match.range.upperBound
      } ?? false
    }
  }

  func folded(_ text: String) -> FoldedText { FoldedText(text, reading: disguise.letters) }

  /// Whether no rule that blocks could ever object, whatever the scopes and platforms.
  func neverBlocks(_ folded: FoldedText) -> Bool {
    func mayBlock(_ pattern: (rule: Int, pattern: Pattern)) -> Bool {
      rules[pattern.rule].blocks && pattern.pattern.canOccur(in: folded)
    }
    if patterns[..<firstAnchored].contains(where: mayBlock) { return false }
    for hit in words.hits(in: folded.scalars) {
      if hit.word < wordRules.count {
        if rules[wordRules[hit.word]].blocks, folded.standsAlone(hit.range) { return false }
      } else if let pattern = anchored(hit.word), mayBlock(patterns[pattern]) {
        return false
      }
    }
    let loose = LooseText(folded, lookalikes: lookalikes)
    return !looseIndex.hits(in: loose.scalars).contains { hit in
      guard let match = match(hit, in: loose, of: folded) else { return false }
      return severity(of: match) == .block
    }
  }

  /// The pattern that a word of the index announces.
  private func anchored(_ word: Int) -> Int? {
    let ordinal = word - wordRules.count - excused.count
    return ordinal < 0 ? nil : firstAnchored + ordinal
  }

  /// Leading buyers away in disguise shows that the writer knew.
  func severity(of match: Match) -> Finding.Level {
    let rule = rules[match.rule].finding
    return match.isDisguised && rule.rule == "diversion" ? .block : rule.severity
  }

  private func match(_ hit: WordIndex.Hit, in loose: LooseText, of folded: FoldedText) -> Match? {
    guard hit.word < looseWords.count else { return nil }
    let word = looseWords[hit.word]
    guard word.isMet(by: hit.range, in: loose) else { return nil }
    let range = loose.folded(hit.range)
    guard folded.standsAlone(range) else { return nil }
    let standsIn =
      !word.isOriginal
      || (loose.isChanged
        && hit.range.contains { loose.scalars[$0] != folded.scalars[loose.places[$0]] })
    return Match(rule: word.rule, range: range, isDisguised: standsIn)
  }

  /// What every rule finds, whatever it holds for, and where exceptions excuse it.
  func matches(in folded: FoldedText, where holds: (Int) -> Bool) -> Matches {
    var matches = Matches()
    var open = Array(0..<firstAnchored)
    for hit in words.hits(in: folded.scalars) {
      if hit.word < wordRules.count {
        guard holds(wordRules[hit.word]), folded.standsAlone(hit.range) else { continue }
        matches.found.append(Match(rule: wordRules[hit.word], range: hit.range))
      } else if let pattern = anchored(hit.word) {
        if !open[firstAnchored...].contains(pattern) { open.append(pattern) }
      } else {
        for rule in excused[hit.word - wordRules.count] {
          matches.excuses[rule, default: []].append(hit.range)
        }
      }
    }
    let loose = LooseText(folded, lookalikes: lookalikes)
    for hit in looseIndex.hits(in: loose.scalars) {
      if hit.word >= looseWords.count {
        guard !loose.isStopped(in: hit.range) else { continue }
        let range = loose.folded(hit.range)
        for rule in looselyExcused[hit.word - looseWords.count] {
          matches.excuses[rule, default: []].append(range)
        }
      } else if holds(looseWords[hit.word].rule), let match = match(hit, in: loose, of: folded) {
        matches.found.append(match)
      }
    }
    let possible = open.map { patterns[$0] }
      .filter { holds($0.rule) && $0.pattern.canOccur(in: folded) }
    guard !possible.isEmpty else { return matches }
    let text = PatternText(folded)
    for (rule, pattern) in possible {
      matches.found += pattern.ranges(in: text).map {
        Match(rule: rule, range: $0, text: folded.string($0))
      }
    }
    return matches
  }

  /// Every stretch that a rule forbids, exceptions taken out.
  func spans(in folded: FoldedText, scopes: Set<String>, platforms: Set<String>) -> [Span] {
    let matches = matches(in: folded) { rules[$0].holds(scopes, platforms) }
    return matches.found.filter { !matches.isExcused($0) }.map { match in
      var finding = rules[match.rule].finding
      finding.severity = severity(of: match)
      if let text = match.text { finding.term = text }
      return Span(range: match.range, finding: finding)
    }
  }
}

extension FoldedText {
  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}
