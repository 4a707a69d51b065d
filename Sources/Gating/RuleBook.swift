import Model

/// A term list made ready for searching.
struct RuleBook: Sendable {
  struct Rule: Sendable {
    var term: TermList.Term
    var finding: Finding
    var categories: Set<String>
    var platforms: Set<String>

    init(_ term: TermList.Term) {
      self.term = term
      finding = Finding(
        term: term.text, rule: term.rule, severity: term.severity, place: "",
        suggestion: term.suggestion, basis: term.basis)
      categories = Set(term.categories)
      platforms = Set(term.platforms)
    }

    var blocks: Bool { finding.severity == .block }

    func holds(_ scopes: Set<String>, _ names: Set<String>) -> Bool {
      (categories.isEmpty || !categories.isDisjoint(with: scopes))
        && (platforms.isEmpty || !platforms.isDisjoint(with: names))
    }
  }

  private(set) var rules: [Rule] = []
  /// Patterns, those that a word of the index announces last.
  private(set) var patterns: [(rule: Int, pattern: Pattern)] = []
  /// The first pattern that is looked at only behind its anchor.
  let firstAnchored: Int
  /// Words found as they stand, then the exceptions' phrases, then the patterns' anchors.
  let words: WordIndex
  let wordRules: [Int]
  /// For each exception phrase, the rules it excuses.
  let excused: [[Int]]
  /// Words found through spaces, signs and lookalikes, then the exceptions' phrases.
  let looseIndex: WordIndex
  let looseWords: [LooseWord]
  let looselyExcused: [[Int]]
  let lookalikes: LetterMap
  let disguise: Disguise
  private let platformNames: [String: Set<String>]

  /// Playbook id → the list's categories.
  let scopes: [String: Set<String>]
  let triggers: WordIndex
  /// For each trigger word its category.
  let triggered: [String]

  init(_ list: TermList, brand: BrandKit?, platforms: [Platform]) throws {
    let disguise = Disguise(list.matching.disguise)
    let lookalikes = LetterMap(
      list.matching.lookalikes.merging(["*": list.matching.disguise.separators]) { $0 + $1 })
    self.disguise = disguise
    self.lookalikes = lookalikes
    func folded(_ text: String) -> FoldedText { FoldedText(text, reading: disguise.letters) }
    scopes = Self.turned(list.matching.categories)
    var names = Self.turned(list.matching.platforms)
    for platform in platforms { names[platform.id, default: []].insert(platform.region.rawValue) }
    for (id, known) in names {
      names[id] = known.union(known.isDisjoint(with: Self.regions) ? [id, Self.home] : [id])
    }
    platformNames = names
    let named = list.matching.triggers.sorted { $0.key < $1.key }
      .flatMap { category, words in words.map { (category, folded($0).scalars) } }
    triggers = WordIndex(named.map(\.1))
    triggered = named.map(\.0)

    var plain: [(rule: Int, word: [Unicode.Scalar])] = []
    var loose: [LooseWord] = []
    var phrases: [[Unicode.Scalar]: [Int]] = [:]
    var loosePhrases: [[Unicode.Scalar]: [Int]] = [:]
    for term in list.terms + Self.terms(of: brand) {
      let rule = rules.count
      rules.append(Rule(term))
      for phrase in term.exceptions.map(folded) {
        phrases[phrase.scalars, default: []].append(rule)
        guard phrase.scalars.allSatisfy({ $0.isWordPart || $0 == " " }) else { continue }
        let letters = LooseText(phrase, lookalikes: lookalikes).scalars
        loosePhrases[letters, default: []].append(rule)
      }
      if let pattern = term.pattern, term.rule != Self.brandRule {
        patterns.append((rule, try Pattern(pattern, reading: disguise.letters)))
        continue
      }
      if term.rule != "diversion" { plain.append((rule, folded(term.text).scalars)) }
      loose += LooseWord.all(of: term, rule: rule, disguise: disguise, lookalikes: lookalikes)
    }
    let exceptions = phrases.sorted { $0.value.lexicographicallyPrecedes($1.value) }
    patterns =
      patterns.filter { $0.pattern.anchor.count < 2 }
      + patterns.filter { $0.pattern.anchor.count > 1 }
    firstAnchored = patterns.firstIndex { $0.pattern.anchor.count > 1 } ?? patterns.count
    words = WordIndex(
      plain.map(\.word) + exceptions.map(\.key)
        + patterns[firstAnchored...].map(\.pattern.anchor))
    wordRules = plain.map(\.rule)
    excused = exceptions.map(\.value)
    let looseExceptions = loosePhrases.sorted { $0.value.lexicographicallyPrecedes($1.value) }
    looseIndex = WordIndex(loose.map(\.letters) + looseExceptions.map(\.key))
    looseWords = loose
    looselyExcused = looseExceptions.map(\.value)
  }

  static let brandRule = "brand"

  /// `[a: [x, y]]` as `[x: [a], y: [a]]`.
  private static func turned(_ lists: [String: [String]]) -> [String: Set<String>] {
    lists.reduce(into: [:]) { result, list in
      for item in list.value { result[item, default: []].insert(list.key) }
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

  /// The list's names for platform preset ids, the ids themselves and their regions among them; a
  /// platform that nobody knows counts as one of `cn`, and so does none.
  func names(of platforms: [String]) -> Set<String> {
    if platforms.count == 1, let names = platformNames[platforms[0]] { return names }
    if platforms.isEmpty { return [Self.home] }
    return platforms.reduce(into: []) { $0.formUnion(platformNames[$1] ?? [$1, Self.home]) }
  }

  private static let home = Platform.Region.cn.rawValue
  private static let regions = Set(Platform.Region.allCases.map(\.rawValue))
}
