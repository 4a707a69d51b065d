public import Model

/// What copy has to pass before it leaves the house.
///
/// Built once for a term list, a brand and the platforms in use, then asked for every text. A word
/// is found whatever its width or case; where it leads buyers away from a platform, also through
/// spaces, signs and lookalike letters. The longest word wins, unless a shorter one is graver.
public struct Gate: Sendable {
  let rules: RuleBook
  let contacts: [ContactRule]
  let platforms: [String: Platform]
  private let selfComparison: SelfComparison

  /// Where a finding stands in its text.
  public struct Hit: Sendable, Hashable {
    public var range: Range<String.Index>
    public var finding: Finding
  }

  /// - Parameters:
  ///   - brand: its forbidden words are blocked everywhere.
  ///   - platforms: presets whose `prohibited` and `allowsPrice` are held against the copy.
  /// - Throws: `GatingError` when a term's regular expression is none.
  public init(terms: TermList, brand: BrandKit? = nil, platforms: [Platform] = []) throws {
    rules = try RuleBook(terms, brand: brand, platforms: platforms)
    contacts = try ContactRule.all()
    self.platforms = Dictionary(platforms.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    selfComparison = SelfComparison(terms.matching.selfComparison)
  }

  /// What a text may not say, in the text's order, each word once.
  ///
  /// - Parameters:
  ///   - place: where the text stands: `beats[2].voice`, `post.douyin.title`, a catalogue cell.
  ///   - category: a playbook id.
  ///   - platforms: platform preset ids; a term holds when it holds on any of them.
  public func findings(
    in text: String, place: String, category: String, platforms: [String]
  ) -> [Finding] {
    distinct(hits(in: text, place: place, scopes: scopes(of: category), platforms: platforms))
  }

  /// The same for copy about a product, whose own words can bring in further rules: a gummy whose
  /// title says 保健食品 is held to the rules of health food.
  public func findings(
    in text: String, place: String, product: Product, platforms: [String]
  ) -> [Finding] {
    distinct(hits(in: text, place: place, scopes: scopes(of: product), platforms: platforms))
  }

  /// The same where the categories that hold are known.
  ///
  /// - Parameter scopes: as `scopes(of:)` answers them.
  public func findings(
    in text: String, place: String, scopes: Set<String>, platforms: [String]
  ) -> [Finding] {
    distinct(hits(in: text, place: place, scopes: scopes, platforms: platforms))
  }

  /// The term list's categories that hold for a playbook id.
  public func scopes(of category: String) -> Set<String> {
    (rules.scopes[category] ?? []).union([category])
  }

  /// The term list's categories that hold for a product: those of its own category, and those that
  /// words in its title, tags and the catalogue's own category name.
  public func scopes(of product: Product) -> Set<String> {
    let words = [product.title] + product.tags + product.categoryEvidence.map(\.text)
    let folded = rules.folded(words.joined(separator: "\n"))
    let named = rules.triggers.hits(in: folded.scalars)
      .filter { folded.standsAlone($0.range) }.map { rules.triggered[$0.word] }
    return scopes(of: product.category).union(named)
  }

  /// Whether nothing in a text could ever be blocked: in whichever category, on whichever platform.
  /// False says only that it must be looked at.
  public func neverBlocks(_ text: String) -> Bool {
    let folded = rules.folded(text)
    return rules.neverBlocks(folded) && !contacts.contains { $0.canOccur(in: folded) }
  }

  private func distinct(_ hits: [Hit]) -> [Finding] {
    var seen: Set<Finding> = []
    return hits.map(\.finding).filter { seen.insert($0).inserted }
  }

  /// Every hit in a text, in the text's order.
  ///
  /// - Parameter scopes: the term list's categories that hold, as `scopes(of:)` names them.
  /// - Complexity: linear in the text and its hits.
  public func hits(
    in text: String, place: String, scopes: Set<String>, platforms: [String]
  ) -> [Hit] {
    let folded = rules.folded(text)
    guard !folded.scalars.isEmpty else { return [] }
    var spans = rules.spans(
      in: folded, scopes: scopes, platforms: rules.names(of: platforms))
    spans += contactSpans(in: folded, platforms: platforms)
    let original = Array(text.unicodeScalars.indices) + [text.endIndex]
    return Span.longest(of: spans).map { span in
      var finding = span.finding
      finding.place = place
      if finding.rule == "absolute", selfComparison.excuses(span.range, in: folded) {
        finding.severity = .note
        finding.basis = selfComparison.basis
      }
      let first = folded.origins[span.range.lowerBound]
      let last = folded.origins[span.range.upperBound - 1]
      return Hit(range: original[first]..<original[last + 1], finding: finding)
    }
  }

  private func contactSpans(in folded: FoldedText, platforms ids: [String]) -> [Span] {
    let asked = ids.compactMap { platforms[$0] }
    guard !asked.isEmpty, folded.digits > 0 || folded.hasLatin else { return [] }
    return contacts.flatMap { rule -> [Span] in
      guard let platform = asked.first(where: rule.holds), rule.canOccur(in: folded) else {
        return []
      }
      return rule.spans(in: folded, for: platform)
    }
  }
}
