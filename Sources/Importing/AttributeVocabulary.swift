import Model

/// What the names of attributes say: that only shoes have an `鞋面材质`, that `品类` names the kind.
struct AttributeVocabulary: Sendable {
  enum Meaning { case kind, audience, of(Int) }

  private var trie = LetterTrie()
  private var groups: [Int] = []
  private var kinds: Set<String> = []
  private var audiences: Set<String> = []

  init(_ rules: CategoryRules) {
    for (place, category) in rules.categories.enumerated() { add(category.attributes, place) }
    add(rules.clothing.attributes, rules.categories.count)
    kinds = Set(rules.grammar.kindAttributes.map(\.headerKey))
    audiences = Set(rules.grammar.audienceAttributes.map(\.headerKey))
  }

  private mutating func add(_ names: [String], _ group: Int) {
    for name in names {
      let number = trie.insert(FoldedLetters(name).letters)
      if number == groups.count { groups.append(group) }
    }
  }

  func meaning(of name: String) -> Meaning? {
    let key = name.headerKey
    if kinds.contains(key) { return .kind }
    if audiences.contains(key) { return .audience }
    var node = 0
    for letter in FoldedLetters(name, limit: 60).letters {
      node = trie.child(of: node, letter)
      if node < 0 { return nil }
      let word = trie.word(at: node)
      if word >= 0 { return .of(groups[word]) }
    }
    return nil
  }
}
