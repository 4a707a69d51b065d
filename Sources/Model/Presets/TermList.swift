/// Words that copy may not use, with the rules for finding them.
public struct TermList: Sendable, Codable, Hashable {
  public var name: String
  public var terms: [Term]
  public var matching: Matching

  public init(name: String, terms: [Term], matching: Matching = Matching()) {
    self.name = name
    self.terms = terms
    self.matching = matching
  }

  /// A word or, after `re:`, a regular expression over folded text.
  public struct Term: Sendable, Codable, Hashable {
    public var text: String
    /// `absolute`, `diversion`, `price`, …
    public var rule: String
    /// Law or platform rule.
    public var basis: String
    /// The list's own categories; empty for all.
    public var categories: [String]
    /// The list's own platforms; empty for all.
    public var platforms: [String]
    public var severity: Finding.Level
    public var suggestion: String
    /// Phrases inside which the term is harmless.
    public var exceptions: [String]

    public init(
      text: String, rule: String, basis: String, categories: [String] = [],
      platforms: [String] = [], severity: Finding.Level, suggestion: String,
      exceptions: [String] = []
    ) {
      self.text = text
      self.rule = rule
      self.basis = basis
      self.categories = categories
      self.platforms = platforms
      self.severity = severity
      self.suggestion = suggestion
      self.exceptions = exceptions
    }

    /// The regular expression, or nil for a plain word.
    public var pattern: String? { text.hasPrefix("re:") ? String(text.dropFirst(3)) : nil }
  }

  /// How terms are found, and which products and platforms they hold for.
  public struct Matching: Sendable, Codable, Hashable {
    /// A term's category → playbook ids.
    public var categories: [String: [String]]
    /// A term's category → words in a product's own title, type or tags that bring it in.
    public var triggers: [String: [String]]
    /// A term's platform → platform preset ids beside its own name.
    public var platforms: [String: [String]]
    public var selfComparison: SelfComparison
    /// A letter → letters that stand in for it; folded for rule `diversion` only.
    public var lookalikes: [String: [String]]
    public var disguise: Disguise

    public init(
      categories: [String: [String]] = [:], triggers: [String: [String]] = [:],
      platforms: [String: [String]] = [:], selfComparison: SelfComparison = SelfComparison(),
      lookalikes: [String: [String]] = [:], disguise: Disguise = Disguise()
    ) {
      self.categories = categories
      self.triggers = triggers
      self.platforms = platforms
      self.selfComparison = selfComparison
      self.lookalikes = lookalikes
      self.disguise = disguise
    }
  }

  /// Other ways in which a forbidden word is written.
  public struct Disguise: Sendable, Codable, Hashable {
    /// A letter → its traditional and rare forms; folded for every rule.
    public var letters: [String: [String]]
    /// Letters that only part others.
    public var separators: [String]
    /// A letter → its sound in Latin letters; for terms that block.
    public var spellings: [String: [String]]
    /// A letter → common letters of the same sound; for terms of three letters and more.
    public var homophones: [String: [String]]
    /// A term → other ways to write all of it.
    public var words: [String: [String]]
    /// A Latin letter → digits that stand in for it.
    public var latin: [String: [String]]

    public init(
      letters: [String: [String]] = [:], separators: [String] = [],
      spellings: [String: [String]] = [:], homophones: [String: [String]] = [:],
      words: [String: [String]] = [:], latin: [String: [String]] = [:]
    ) {
      self.letters = letters
      self.separators = separators
      self.spellings = spellings
      self.homophones = homophones
      self.words = words
      self.latin = latin
    }
  }

  /// When an `absolute` term speaks of the shop's own range only and is lawful.
  public struct SelfComparison: Sendable, Codable, Hashable {
    public var words: [String]
    /// What a hit must start with.
    public var starts: [String]
    /// Wider fields that, between word and hit, undo it.
    public var unless: [String]
    /// Characters between word and hit, at most.
    public var within: Int
    public var basis: String

    public init(
      words: [String] = [], starts: [String] = [], unless: [String] = [], within: Int = 6,
      basis: String = ""
    ) {
      self.words = words
      self.starts = starts
      self.unless = unless
      self.within = within
      self.basis = basis
    }
  }
}
