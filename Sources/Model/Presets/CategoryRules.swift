/// The words by which a product is put in a playbook's category.
public struct CategoryRules: Sendable, Codable, Hashable {
  public var categories: [CategoryWords]
  public var clothing: ClothingRule
  /// For whom a product is, where the trade files by that: pets, babies.
  public var audiences: [CategoryAudience]
  public var grammar: CategoryGrammar

  /// The ids a product's category may have: the playbooks', and `general`.
  public static let legalIDs = [
    "womens-clothing", "mens-clothing", "shoes", "hats-accessories", "bags", "snacks",
    "fresh-food", "beauty", "home", "kitchen", "electronics", "mother-baby", "pets", "sports",
    "cleaning", "toys-gifts", "general",
  ]

  public init(
    categories: [CategoryWords], clothing: ClothingRule, audiences: [CategoryAudience] = [],
    grammar: CategoryGrammar = CategoryGrammar()
  ) {
    self.categories = categories
    self.clothing = clothing
    self.audiences = audiences
    self.grammar = grammar
  }
}

/// One category's words.
public struct CategoryWords: Sendable, Codable, Hashable {
  /// A playbook id, or `general`.
  public var id: String
  /// Nouns that name one of its products.
  public var words: [String]
  /// Short nouns that count only where they end a phrase: `椅` in `折叠椅`, `cream` in `hand cream`.
  public var tails: [String]
  /// Broad words, which decide only where nothing better speaks: `食品`, `accessories`.
  public var weak: [String]
  /// Beginnings of attribute names that only its products have: `鞋面`, `heel height`.
  public var attributes: [String]
  /// A word right before one of these does not count: `草莓` in `草莓味`.
  public var notFollowedBy: [String]
  /// Google product taxonomy numbers.
  public var google: [Int]
  /// Its nouns also name flavours, scents and colours of other goods.
  public var flavors: Bool
  /// Its products are sold by the bag, jar or tray.
  public var packed: Bool
  /// Its nouns do not modify the next: a 收纳盒 before 耳环 is the product.
  public var firm: Bool

  public init(
    id: String, words: [String], tails: [String] = [], weak: [String] = [],
    attributes: [String] = [], notFollowedBy: [String] = [], google: [Int] = [],
    flavors: Bool = false, packed: Bool = false, firm: Bool = false
  ) {
    self.flavors = flavors
    self.packed = packed
    self.firm = firm
    self.id = id
    self.words = words
    self.tails = tails
    self.weak = weak
    self.attributes = attributes
    self.notFollowedBy = notFollowedBy
    self.google = google
  }
}

/// Garments that anyone may wear: whose they are is told by a second word.
public struct ClothingRule: Sendable, Codable, Hashable {
  public var words: [String]
  public var tails: [String]
  public var weak: [String]
  public var women: [String]
  public var men: [String]
  public var children: [String]
  public var attributes: [String]
  /// Google product taxonomy numbers.
  public var google: [Int]
  /// The category where no word says whose it is.
  public var fallback: String

  public init(
    words: [String], tails: [String] = [], weak: [String], women: [String], men: [String],
    children: [String], attributes: [String] = [], google: [Int] = [], fallback: String
  ) {
    self.words = words
    self.tails = tails
    self.weak = weak
    self.women = women
    self.men = men
    self.children = children
    self.attributes = attributes
    self.google = google
    self.fallback = fallback
  }
}

/// Those for whom goods of other categories are filed under one of their own.
public struct CategoryAudience: Sendable, Codable, Hashable {
  /// The playbook id under which their goods are filed.
  public var category: String
  /// Words that name them: `宠物`, `baby`.
  public var words: [String]
  /// Categories all of whose goods go over when made for them.
  public var over: [String]
  /// Single products that go over when made for them: `窝`, `bed`.
  public var takes: [String]
  /// A category path under the category's own words counts as made for them.
  public var paths: Bool

  public init(
    category: String, words: [String], over: [String], takes: [String], paths: Bool = false
  ) {
    self.category = category
    self.paths = paths
    self.words = words
    self.over = over
    self.takes = takes
  }
}

/// Words without a category that say which noun of a title is its head.
public struct CategoryGrammar: Sendable, Codable, Hashable {
  /// Phrases that hide the words inside them: `包邮`, `hot dog`.
  public var silent: [String]
  /// Heads that name no category and make a modifier of the noun before them: `grinder`, `贴膜`.
  public var hollow: [String]
  /// Words that make a modifier of the noun before them: `味`, `图案`, `print`.
  public var makesModifier: [String]
  /// Words after which a complement follows: `with`, `for`, `送`.
  public var complement: [String]
  /// Words that may follow a head and say nothing: `家用`, `set`.
  public var fillers: [String]
  /// Words after an audience that file the whole product under it: `专用`.
  public var dedicated: [String]
  /// What goods are packed in: behind a quantity no head, as in `caramels, 12 oz bag`.
  public var containers: [String]
  /// Names of attributes whose value names the kind of product.
  public var kindAttributes: [String]
  /// Names of attributes whose value says for whom it is.
  public var audienceAttributes: [String]

  public init(
    silent: [String] = [], hollow: [String] = [], makesModifier: [String] = [],
    complement: [String] = [], fillers: [String] = [], dedicated: [String] = [],
    containers: [String] = [], kindAttributes: [String] = [], audienceAttributes: [String] = []
  ) {
    self.silent = silent
    self.hollow = hollow
    self.makesModifier = makesModifier
    self.complement = complement
    self.fillers = fillers
    self.dedicated = dedicated
    self.containers = containers
    self.kindAttributes = kindAttributes
    self.audienceAttributes = audienceAttributes
  }
}
