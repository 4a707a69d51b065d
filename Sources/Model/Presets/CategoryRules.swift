/// The words by which a product is put in a playbook's category.
public struct CategoryRules: Sendable, Codable, Hashable {
  public var categories: [CategoryWords]
  public var clothing: ClothingRule

  public init(categories: [CategoryWords], clothing: ClothingRule) {
    self.categories = categories
    self.clothing = clothing
  }
}

/// One category's words.
public struct CategoryWords: Sendable, Codable, Hashable {
  /// A playbook id.
  public var id: String
  public var words: [String]
  /// Broad words, heard only when no category's own word was found: `食品`, `accessories`.
  public var weak: [String]
  /// Words that forbid this category where they stand: `狗粮` for fresh food.
  public var not: [String]
  /// A word right before one of these does not count: `草莓` in `草莓味`.
  public var notFollowedBy: [String]

  public init(
    id: String, words: [String], weak: [String] = [], not: [String] = [],
    notFollowedBy: [String] = []
  ) {
    self.id = id
    self.words = words
    self.weak = weak
    self.not = not
    self.notFollowedBy = notFollowedBy
  }
}

/// Garments that anyone may wear: whose they are is told by a second word.
public struct ClothingRule: Sendable, Codable, Hashable {
  public var words: [String]
  public var weak: [String]
  public var women: [String]
  public var men: [String]
  public var children: [String]
  /// The category where no word says whose it is.
  public var fallback: String

  public init(
    words: [String], weak: [String], women: [String], men: [String], children: [String],
    fallback: String
  ) {
    self.words = words
    self.weak = weak
    self.women = women
    self.men = men
    self.children = children
    self.fallback = fallback
  }
}
