/// What copy has to bring along for what it says: rules about a text's shape and the facts behind
/// it, from `compliance/structure.yaml`.
public struct StructureRules: Sendable, Codable, Hashable {
  public var rules: [Rule]

  public init(rules: [Rule] = []) { self.rules = rules }

  /// What a claim must stand on.
  public enum Demand: String, Sendable, Codable, CaseIterable {
    /// A reference price of the catalogue with its basis.
    case referenceBasis = "reference_basis"
    /// Words of `satisfied` in the same clause.
    case words
    /// One of `attributes`, filled in.
    case attribute
    /// A fact of the catalogue that holds the same figure.
    case source
    /// A real person who speaks for the shop.
    case persona
    /// The catalogue's own stock.
    case stock
    /// Words of `satisfied` anywhere in the video or its post.
    case notice
    /// The word 广告, where the platform wants it.
    case adLabel = "ad_label"
    /// A label that something is synthetic.
    case aiLabel = "ai_label"
  }

  public struct Rule: Sendable, Codable, Hashable {
    public var id: String
    /// The rule's name in findings: `price`, `citation`, …
    public var rule: String
    public var severity: Finding.Level
    public var demand: Demand
    /// Regular expressions over folded text that call for the demand; empty for every video.
    public var triggers: [String]
    /// Phrases inside which a trigger is harmless.
    public var exceptions: [String]
    /// Regular expressions that meet the demand.
    public var satisfied: [String]
    /// Product attributes that meet the demand.
    public var attributes: [String]
    /// The term list's categories it holds for; empty for all.
    public var categories: [String]
    /// Regions of platforms it holds for; empty for all.
    public var regions: [Platform.Region]
    /// Whether it is only asked where the supported facts are known.
    public var onlyWithFacts: Bool
    /// What is shown in the picture to meet the demand, as the law words it; nil where that is for
    /// people to write.
    public var notice: String?
    public var basis: [CopyLocale: String]
    public var suggestion: [CopyLocale: String]

    public init(
      id: String, rule: String, severity: Finding.Level, demand: Demand, triggers: [String] = [],
      exceptions: [String] = [], satisfied: [String] = [], attributes: [String] = [],
      categories: [String] = [], regions: [Platform.Region] = [], onlyWithFacts: Bool = false,
      notice: String? = nil, basis: [CopyLocale: String] = [:],
      suggestion: [CopyLocale: String] = [:]
    ) {
      self.id = id
      self.rule = rule
      self.severity = severity
      self.demand = demand
      self.triggers = triggers
      self.exceptions = exceptions
      self.satisfied = satisfied
      self.attributes = attributes
      self.categories = categories
      self.regions = regions
      self.onlyWithFacts = onlyWithFacts
      self.notice = notice
      self.basis = basis
      self.suggestion = suggestion
    }
  }
}

/// What the rules of the gate are called, and the law behind each, in both languages.
public struct RuleGlossary: Sendable, Codable, Hashable {
  public var entries: [String: Entry]

  public init(entries: [String: Entry] = [:]) { self.entries = entries }

  public struct Entry: Sendable, Codable, Hashable {
    public var name: [CopyLocale: String]
    public var basis: [CopyLocale: String]
    public var advice: [CopyLocale: String]

    public init(
      name: [CopyLocale: String], basis: [CopyLocale: String], advice: [CopyLocale: String]
    ) {
      self.name = name
      self.basis = basis
      self.advice = advice
    }
  }
}

extension Finding.Level: CaseIterable {
  /// The gravest first.
  public static let allCases: [Finding.Level] = [.block, .warn, .note]
}
