/// How the trade sells one category of goods: words, questions, pictures.
///
/// Lines are patterns with slots such as `{value}`; they hold no figures of their own, so that
/// every figure in a script comes from a cell.
public struct Playbook: Sendable, Codable, Hashable {
  /// A category id of the catalogue, for example `womens-clothing`.
  public var id: String
  public var name: String
  public var nameZh: String
  public var note: String
  /// Key of the attribute that says how much there is, for goods bought by weight or volume.
  public var soldBy: String?
  /// Short product words; the first is the category's own, used when a title holds none.
  public var nouns: [Noun]
  /// Selling-point dimensions.
  public var attributes: [AttributeRule]
  public var questions: [Question]
  public var pains: [Pain]
  public var beliefs: [Belief]
  /// Words that name buyers and occasions, looked for in titles and tags.
  public var audiences: [CopyLocale: [String]]
  public var scenes: [CopyLocale: [String]]
  /// Days that goods are bought for: 中秋, Christmas.
  public var holidays: [CopyLocale: [String]]
  public var shots: [ShotRule]
  public var lines: [LineKind: [CopyLocale: [String]]]
  /// How a value begins that says what the goods cannot do: no selling point.
  public var lacks: [CopyLocale: [String]]
  /// English words that keep their capital inside a sentence: Sunday, German.
  public var proper: [String]
  /// Topic words without the sign.
  public var topics: [CopyLocale: [String]]
  /// What the law or platforms look at closely in this category.
  public var delicate: [String]

  public init(
    id: String, name: String, nameZh: String, note: String, soldBy: String? = nil, nouns: [Noun],
    attributes: [AttributeRule], questions: [Question] = [], pains: [Pain] = [],
    beliefs: [Belief] = [],
    audiences: [CopyLocale: [String]] = [:], scenes: [CopyLocale: [String]] = [:],
    holidays: [CopyLocale: [String]] = [:],
    shots: [ShotRule], lines: [LineKind: [CopyLocale: [String]]] = [:],
    lacks: [CopyLocale: [String]] = [:], proper: [String] = [],
    topics: [CopyLocale: [String]] = [:], delicate: [String] = []
  ) {
    self.id = id
    self.name = name
    self.nameZh = nameZh
    self.note = note
    self.soldBy = soldBy
    self.nouns = nouns
    self.attributes = attributes
    self.questions = questions
    self.pains = pains
    self.beliefs = beliefs
    self.audiences = audiences
    self.scenes = scenes
    self.holidays = holidays
    self.shots = shots
    self.lines = lines
    self.lacks = lacks
    self.proper = proper
    self.topics = topics
    self.delicate = delicate
  }
}

/// Where a line of a playbook is used.
public enum LineKind: String, Sendable, Codable, CaseIterable {
  case pain, reveal, point, proof
  /// The same part where people search: no story.
  case revealSearch = "reveal_search"
  /// The same parts where photos are all there is: nothing is said to be picked up or tried.
  case revealPhoto = "reveal_photo"
  case attributePhoto = "attribute_photo"
  case proofPhoto = "proof_photo"
  case rating, sales, offer
  /// A test report, a buyer's words, a step of use, a trait beside another product's.
  case report, review, step, compare
  /// What is saved, until when it holds, how many are left, what comes with it.
  case saving, until, stock, bonus
  /// A call to add the shop's own contact, where a platform allows one.
  case contact
  case offerPack = "offer_pack"
  case offerReference = "offer_reference"
  case referenceNote = "reference_note"
  case cta, title, cover
}
