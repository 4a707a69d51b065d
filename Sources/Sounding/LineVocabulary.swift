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
