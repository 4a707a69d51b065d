import Model

/// A term list made ready for searching.
struct RuleBook: Sendable {
  fileprivate struct Rule {
    var finding: Finding
    var categories: Set<String>
    var platforms: Set<String>

    func holds(_ scopes: Set<String>, _ names: Set<String>) -> Bool {
      (categories.isEmpty || !categories.isDisjoint(with: scopes))
        && (platforms.isEmpty || !platforms.isDisjoint(with: names))
    }
  }

  private var rules: [Rule] = []
  private var patterns: [(rule: Int, pattern: Pattern)] = []
  /// Words found as they stand, then the exceptions' phrases.
  private var words: WordIndex
  private var wordRules: [Int]
  /// For each exception phrase, the rules it excuses.
  private var excused: [[Int]]
  /// Words found through spaces, signs and lookalikes.
  private var looseWords: WordIndex
  private var looseRules: [Int]
  private var lookalikes: [Unicode.Scalar: Unicode.Scalar]
  private var platformNames: [String: Set<String>]

  /// Playbook id → the list's categories.
  private(set) var scopes: [String: Set<String>]
  private(set) var triggers: WordIndex
  /// For each trigger word its category.
  private(set) var triggered: [String]

  init(_ list: TermList, brand: BrandKit?) throws {
    lookalikes = Self.letters(list.matching.lookalikes)
    scopes = Self.turned(list.matching.categories)
    platformNames = Self.turned(list.matching.platforms)
    let named = list.matching.triggers.sorted { $0.key < $1.key }
      .flatMap { category, words in words.map { (category, FoldedText($0).scalars) } }
    triggers = WordIndex(named.map(\.1))
    triggered = named.map(\.0)

    var plain: [(rule: Int, word: [Unicode.Scalar])] = []
    var loose: [(rule: Int, word: [Unicode.Scalar])] = []
    var phrases: [[Unicode.Scalar]: [Int]] = [:]
    for term in list.terms + Self.terms(of: brand) {
      let rule = rules.count
      rules.append(Rule(term))
      for phrase in term.exceptions {
        phrases[FoldedText(phrase).scalars, default: []].append(rule)
      }
      let folded = FoldedText(term.text)
      if let pattern = term.pattern, term.rule != Self.brandRule {
        patterns.append((rule, try Pattern(pattern)))
      } else if term.rule == "diversion" {
        loose.append((rule, LooseText(folded, lookalikes: lookalikes).scalars))
      } else {
        plain.append((rule, folded.scalars))
      }
    }
    let exceptions = phrases.sorted { $0.value.lexicographicallyPrecedes($1.value) }
    words = WordIndex(plain.map(\.word) + exceptions.map(\.key))
    wordRules = plain.map(\.rule)
    excused = exceptions.map(\.value)
    looseWords = WordIndex(loose.map(\.word))
    looseRules = loose.map(\.rule)
  }

  private static let brandRule = "brand"

  /// `[a: [x, y]]` as `[x: [a], y: [a]]`.
  private static func turned(_ lists: [String: [String]]) -> [String: Set<String>] {
    lists.reduce(into: [:]) { result, list in
      for item in list.value { result[item, default: []].insert(list.key) }
    }
  }

  /// Each stand-in with the letter that it stands for.
  private static func letters(_ lists: [String: [String]]) -> [Unicode.Scalar: Unicode.Scalar] {
    lists.sorted { $0.key < $1.key }.reduce(into: [:]) { result, list in
      guard let letter = FoldedText(list.key).scalars.first else { return }
      for other in list.value.compactMap({ FoldedText($0).scalars.first }) {
        result[other] = letter
      }
    }
  }

  private static func terms(of brand: BrandKit?) -> [TermList.Term] {
    guard let brand else { return [] }
    return brand.forbidden.map {
      TermList.Term(
        text: $0, rule: brandRule, basis: brand.file, severity: .block,
        suggestion: CopyLocale.detected(in: $0) == .zh ? "换一个说法" : "say it in other words")
    }
  }

  /// The list's names for platform preset ids, the ids themselves among them.
  func names(of platforms: [String]) -> Set<String> {
    platforms.reduce(into: Set(platforms)) { $0.formUnion(platformNames[$1] ?? []) }
  }

  /// Whether no rule that blocks could ever object, whatever the scopes and platforms.
  func neverBlocks(_ folded: FoldedText) -> Bool {
    func blocks(_ rule: Int) -> Bool { rules[rule].finding.severity == .block }
    guard !patterns.contains(where: { blocks($0.rule) && $0.pattern.canOccur(in: folded) }),
      !words.hits(in: folded.scalars).contains(where: { hit in
        hit.word < wordRules.count && blocks(wordRules[hit.word])
      })
    else { return false }
    return !looseWords.hits(in: LooseText(folded, lookalikes: lookalikes).scalars)
      .contains { blocks(looseRules[$0.word]) }
  }

  /// Every stretch that a rule forbids, exceptions taken out.
  func spans(in folded: FoldedText, scopes: Set<String>, platforms: Set<String>) -> [Span] {
    var found: [(rule: Int, range: Range<Int>)] = []
    var excuses: [Int: [Range<Int>]] = [:]
    for hit in words.hits(in: folded.scalars) {
      if hit.word < wordRules.count {
        if folded.standsAlone(hit.range) { found.append((wordRules[hit.word], hit.range)) }
      } else {
        for rule in excused[hit.word - wordRules.count] {
          excuses[rule, default: []].append(hit.range)
        }
      }
    }
    let loose = LooseText(folded, lookalikes: lookalikes)
    for hit in looseWords.hits(in: loose.scalars) {
      let range = loose.places[hit.range.lowerBound]..<loose.places[hit.range.upperBound - 1] + 1
      if folded.standsAlone(range) { found.append((looseRules[hit.word], range)) }
    }
    var spans = found.filter { rules[$0.rule].holds(scopes, platforms) }
      .map { (rule: $0.rule, span: Span(range: $0.range, finding: rules[$0.rule].finding)) }
    let possible = patterns.filter { $0.pattern.canOccur(in: folded) }
    let text = possible.isEmpty ? nil : PatternText(folded)
    for (rule, pattern) in possible where rules[rule].holds(scopes, platforms) {
      guard let text else { break }
      for range in pattern.ranges(in: text) {
        var finding = rules[rule].finding
        finding.term = folded.string(range)
        spans.append((rule, Span(range: range, finding: finding)))
      }
    }
    return spans.filter { rule, span in
      !(excuses[rule] ?? []).contains {
        $0.lowerBound <= span.range.lowerBound && $0.upperBound >= span.range.upperBound
      }
    }.map(\.span)
  }
}

extension RuleBook.Rule {
  fileprivate init(_ term: TermList.Term) {
    self.init(
      finding: Finding(
        term: term.text, rule: term.rule, severity: term.severity, place: "",
        suggestion: term.suggestion, basis: term.basis),
      categories: Set(term.categories), platforms: Set(term.platforms))
  }
}

extension FoldedText {
  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}
