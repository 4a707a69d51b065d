public import Model

/// One place of a script that a line is wanted for.
public struct LineRequest: Sendable, Hashable {
  /// `beats[2].voice`.
  public var place: String
  /// `hook`, `pain`, `point`, as the script names its beats.
  public var role: String
  /// The words that the line must hold; empty where it need say nothing of the product.
  public var claim: String
  /// The most that the line may take, in the unit that the caller's `LineLimits` counts.
  public var limit: Int
  /// The playbook's own line for this place.
  public var example: String

  public init(place: String, role: String, claim: String, limit: Int, example: String) {
    self.place = place
    self.role = role
    self.claim = claim
    self.limit = limit
    self.example = example
  }
}

/// Words of the playbook that lines may use as they stand; none of them says anything of a product.
public struct LineVocabulary: Sendable, Hashable {
  public var nouns: [String]
  public var questions: [String]
  public var pains: [String]
  public var scenes: [String]
  public var audiences: [String]
  /// What is filmed, and the words over it.
  public var shots: [String]

  public init(
    nouns: [String] = [], questions: [String] = [], pains: [String] = [], scenes: [String] = [],
    audiences: [String] = [], shots: [String] = []
  ) {
    self.nouns = nouns
    self.questions = questions
    self.pains = pains
    self.scenes = scenes
    self.audiences = audiences
    self.shots = shots
  }
}

/// Everything about one script that its lines are asked with.
public struct ScriptRequest: Sendable, Hashable {
  /// The script's id; answers carry it.
  public var id: String
  public var locale: CopyLocale
  /// How it should sound: `calm`, `to the point`.
  public var tone: [String]
  /// All that may be said of the product.
  public var facts: [Fact]
  public var vocabulary: LineVocabulary
  /// Words that may not occur.
  public var forbidden: [String]
  public var seed: Int
  public var lines: [LineRequest]

  public init(
    id: String, locale: CopyLocale, tone: [String] = [], facts: [Fact],
    vocabulary: LineVocabulary = LineVocabulary(), forbidden: [String] = [], seed: Int = 1,
    lines: [LineRequest]
  ) {
    self.id = id
    self.locale = locale
    self.tone = tone
    self.facts = facts
    self.vocabulary = vocabulary
    self.forbidden = forbidden
    self.seed = seed
    self.lines = lines
  }
}
