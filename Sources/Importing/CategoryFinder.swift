public import Model

/// Puts a product in a playbook's category by the words of the shop.
///
/// Each clue is read for the heads of its phrases; what they say is weighed by how far a shop's
/// own path, type, title, tags and attributes can be trusted, and added up.
public final class CategoryFinder: Sendable {
  /// A catalogue's text, and which field it stands in.
  public struct Clue: Sendable {
    /// `category`, `type`, `tags`, `title`, or `attributes.` with the attribute's name.
    public var field: String
    public var text: String
    /// The header of its column.
    public var header: String?

    public init(field: String, text: String, header: String? = nil) {
      self.field = field
      self.text = text
      self.header = header
    }
  }

  /// Where a product belongs, and why.
  public struct Answer: Sendable, Equatable {
    /// A playbook id, or `general`.
    public var category: String
    /// The fewest clues that decide, and the runner-up under the field `runner-up`.
    public var evidence: [CategoryEvidence]
    /// 0…1; at 0.8 and more nearly always right.
    public var certainty: Double
    /// The category that came second, where it came near.
    public var runnerUp: String?
  }

  let lexicon: CategoryLexicon
  let attributes: AttributeVocabulary
  let fallback: String
  let paths = Memory<PhraseReader.Reading>()
  let women: Int?
  let men: Int?
  let children: Int?

  public init(_ rules: CategoryRules) {
    lexicon = CategoryLexicon(rules)
    attributes = AttributeVocabulary(rules)
    fallback = rules.clothing.fallback
    women = lexicon.ids.firstIndex(of: "womens-clothing")
    men = lexicon.ids.firstIndex(of: "mens-clothing")
    children = lexicon.ids.firstIndex(of: "mother-baby")
  }

  /// - Parameters:
  ///   - clues: What the catalogue says, in any order.
  ///   - correction: The category the team wants, which is taken as it is.
  public func find(_ clues: [Clue], correction: String? = nil) -> Answer {
    if let correction {
      return Answer(
        category: correction,
        evidence: [CategoryEvidence(field: "team", text: correction, matched: correction)],
        certainty: 1)
    }
    var tally = CategoryTally(finder: self)
    for clue in clues { tally.add(clue) }
    return tally.answer
  }
}
