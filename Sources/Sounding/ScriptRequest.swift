public import Model

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
