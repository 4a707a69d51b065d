import Gating
public import Model

extension CopyDesk {
  /// What the rules say of a word or sentence, everywhere.
  public struct Explanation: Sendable, Codable {
    public var text: String
    public var rules: [Item]

    public struct Item: Sendable, Codable {
      /// As it stands in the text.
      public var found: String
      /// As the list has it.
      public var term: String
      public var rule: String
      /// By language: `zh`, `en`.
      public var name: [String: String]
      public var severity: Finding.Level
      public var disguised: Bool
      public var basis: [String: String]
      /// Playbook ids; empty for all.
      public var categories: [String]
      /// Platform preset ids; empty for all.
      public var platforms: [String]
      /// Phrases in which it is lawful.
      public var exceptions: [String]
      /// The one that makes it lawful here.
      public var excusedBy: String?
      public var suggestion: [String: String]
    }

    /// Whether anything objects that is not excused.
    public var objects: Bool { rules.contains { $0.excusedBy == nil } }
  }

  /// Every rule that speaks of a text, with what would make it lawful.
  public func explain(_ text: String) -> Explanation {
    let items = gate.terms.objections(to: text).map(item)
    let context = CopyContext(platforms: [])
    let claims = gate.structure.hits(
      in: CopyText(text, place: "", kind: .voice), context: context,
      scopes: Set(terms.matching.categories.keys))
    return Explanation(
      text: text,
      rules: items + claims.map { claim(String(text[$0.range]), $0.finding) })
  }

  private func item(_ objection: Objection) -> Explanation.Item {
    let term = objection.term
    var words = words(of: term.rule, basis: term.basis, suggestion: term.suggestion)
    words.term = term.text
    words.found = objection.found
    words.severity = objection.severity
    words.disguised = objection.isDisguised
    words.categories =
      term.categories.flatMap { terms.matching.categories[$0] ?? [$0] }
      .unique
    if words.categories.isEmpty { words.categories = term.categories }
    words.platforms = term.platforms.isEmpty ? [] : ids(of: term.platforms)
    words.exceptions = term.exceptions
    words.excusedBy = objection.excuse
    return words
  }

  private func claim(_ found: String, _ finding: Finding) -> Explanation.Item {
    var words = words(of: finding.rule, basis: finding.basis, suggestion: finding.suggestion)
    (words.found, words.term, words.severity) = (found, found, finding.severity)
    return words
  }

  /// The platform presets that the list's names stand for.
  private func ids(of names: [String]) -> [String] {
    let known = platforms.filter { platform in
      names.contains { name in
        name == platform.id || name == platform.region.rawValue
          || terms.matching.platforms[name]?.contains(platform.id) ?? false
      }
    }.map(\.id)
    return known.isEmpty ? names : known
  }

  /// A rule's name, law and advice: the row's own in its language, the glossary's in the other.
  private func words(of rule: String, basis: String, suggestion: String) -> Explanation.Item {
    let entry = glossary.entries[rule]
    func both(_ own: String, _ other: [CopyLocale: String]?) -> [String: String] {
      let locale = CopyLocale.detected(in: own)
      var result = Dictionary(
        (other ?? [:]).map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { $1 })
      if !own.isEmpty { result[locale.rawValue] = own }
      return result
    }
    let names = Dictionary(
      (entry?.name ?? [:]).map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { $1 })
    return Explanation.Item(
      found: "", term: "", rule: rule, name: names, severity: .warn, disguised: false,
      basis: both(basis, entry?.basis), categories: [], platforms: [], exceptions: [],
      suggestion: both(suggestion, entry?.advice))
  }
}

extension [String] {
  /// Each once, in order.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
