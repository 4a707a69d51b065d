public import Model

/// A rule that speaks of a text, whatever it holds for, and whether it is excused there.
public struct Objection: Sendable, Hashable, Codable {
  /// The row of the term list; for rules without one, made of the finding.
  public var term: TermList.Term
  /// The stretch of the text, as it is written there.
  public var found: String
  public var severity: Finding.Level
  /// Written through signs, other letters or other spellings.
  public var isDisguised: Bool
  /// The exception phrase around it, which makes it lawful.
  public var excuse: String?

  public init(
    term: TermList.Term, found: String, severity: Finding.Level, isDisguised: Bool,
    excuse: String?
  ) {
    self.term = term
    self.found = found
    self.severity = severity
    self.isDisguised = isDisguised
    self.excuse = excuse
  }
}

extension Gate {
  /// Everything that any rule says of a text, in all categories and on all platforms, what
  /// exceptions excuse among it; in the text's order.
  public func objections(to text: String) -> [Objection] {
    let folded = rules.folded(text)
    let original = Array(text.unicodeScalars.indices) + [text.endIndex]
    func stretch(_ range: Range<Int>) -> String {
      let (first, last) = (folded.origins[range.lowerBound], folded.origins[range.upperBound - 1])
      return String(text[original[first]..<original[last + 1]])
    }
    func isParted(_ match: RuleBook.Match, _ term: TermList.Term) -> Bool {
      match.text == nil && !term.rule.hasPrefix("en_")
        && match.range.count > rules.folded(term.text).scalars.count
    }
    let matches = rules.matches(in: folded) { _ in true }
    var found = matches.found.map { match in
      let rule = rules.rules[match.rule]
      let excuse = matches.excuses[match.rule]?.first {
        $0.lowerBound <= match.range.lowerBound && $0.upperBound >= match.range.upperBound
      }
      return (
        match.range,
        Objection(
          term: rule.term, found: stretch(match.range), severity: rules.severity(of: match),
          isDisguised: match.isDisguised || isParted(match, rule.term), excuse: excuse.map(stretch))
      )
    }
    for platform in platforms.values.sorted(by: { $0.id < $1.id }) {
      for contact in contacts where contact.holds(on: platform) && contact.canOccur(in: folded) {
        found += contact.spans(in: folded, for: platform).map { span in
          (
            span.range,
            Objection(
              term: TermList.Term(
                text: span.finding.term, rule: span.finding.rule, basis: span.finding.basis,
                platforms: [platform.id], severity: span.finding.severity,
                suggestion: span.finding.suggestion), found: stretch(span.range),
              severity: span.finding.severity, isDisguised: false, excuse: nil)
          )
        }
      }
    }
    var seen: Set<Objection> = []
    return found.sorted {
      ($0.0.lowerBound, -$0.0.upperBound, $0.1.term.rule, $0.1.term.text)
        < ($1.0.lowerBound, -$1.0.upperBound, $1.1.term.rule, $1.1.term.text)
    }.map(\.1).filter { seen.insert($0).inserted }
  }
}
