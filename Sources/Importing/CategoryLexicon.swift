import Model

/// The words of `CategoryRules`, ready to be found in texts.
struct CategoryLexicon: Sendable {
  /// What a word may say; it may say several things at once.
  struct Entry: Sendable {
    /// The place of its category among `ids`, or −1.
    var group = -1
    var strength = Strength.none
    /// The place of the audience it names, or −1.
    var audience = -1
    /// 0 women, 1 men, 2 children, or −1.
    var gender = -1
    /// The audiences, as bits, that take this product over.
    var takenBy: UInt32 = 0
    var grammar: Grammar = []

    /// It stands here only to be taken over by an audience.
    var isBlank: Bool { group < 0 && audience < 0 && gender < 0 && grammar.isEmpty }
  }

  enum Strength: UInt8, Sendable, Comparable {
    case none, weak, tail, own

    static func < (one: Strength, other: Strength) -> Bool { one.rawValue < other.rawValue }
  }

  struct Grammar: OptionSet, Sendable {
    var rawValue: UInt16
    static let silent = Grammar(rawValue: 1)
    static let hollow = Grammar(rawValue: 2)
    static let makesModifier = Grammar(rawValue: 4)
    static let complement = Grammar(rawValue: 8)
    static let filler = Grammar(rawValue: 16)
    static let dedicated = Grammar(rawValue: 32)
    static let of = Grammar(rawValue: 64)
    static let and = Grammar(rawValue: 128)
    static let container = Grammar(rawValue: 256)
  }

  struct Audience: Sendable {
    var group: Int
    /// The categories, as bits, all of whose goods it takes over.
    var over: UInt64
    var paths: Bool
  }

  private(set) var trie = LetterTrie()
  private(set) var entries: [Entry] = []
  /// Playbook ids by place; the garments that anyone may wear stand after the last.
  let ids: [String]
  let clothing: Int
  private(set) var audiences: [Audience] = []
  /// By group: beginnings of what may not follow its words.
  private(set) var stops: [[[UInt32]]]
  /// Groups whose nouns also name flavours of other goods.
  let flavors: Set<Int>
  /// Groups whose goods are sold by the bag, jar or tray.
  let packed: Set<Int>
  /// Groups whose nouns do not modify the next.
  let firm: Set<Int>
  private(set) var numbers: [Int: Int] = [:]

  init(_ rules: CategoryRules) {
    ids = rules.categories.map(\.id)
    clothing = ids.count
    flavors = Set(rules.categories.indices.filter { rules.categories[$0].flavors })
    packed = Set(rules.categories.indices.filter { rules.categories[$0].packed })
    firm = Set(rules.categories.indices.filter { rules.categories[$0].firm })
    stops = rules.categories.map { $0.notFollowedBy.map { FoldedLetters($0).letters } } + [[]]
    for (place, category) in rules.categories.enumerated() {
      add(category.words, place, .own)
      add(category.tails, place, .tail)
      add(category.weak, place, .weak)
      for number in category.google { numbers[number] = place }
    }
    add(rules.clothing)
    markGenders(rules)
    for (place, audience) in rules.audiences.prefix(32).enumerated() { add(audience, place) }
    markAudiences(rules)
    let grammar = rules.grammar
    for (words, role) in [
      (grammar.silent, Grammar.silent), (grammar.hollow, .hollow),
      (grammar.makesModifier, .makesModifier), (grammar.complement, .complement),
      (grammar.fillers, .filler), (grammar.containers, .container), (grammar.dedicated, .dedicated),
      (["of"], .of),
      (["and", "&"], .and),
    ] {
      for word in words { change(word) { $0.grammar.insert(role) } }
    }
  }

  private mutating func add(_ rule: ClothingRule) {
    add(rule.words, clothing, .own)
    add(rule.tails, clothing, .tail)
    add(rule.weak, clothing, .weak)
    for number in rule.google { numbers[number] = clothing }
    for (place, list) in [rule.women, rule.men, rule.children].enumerated() {
      for word in list { change(word) { $0.gender = place } }
    }
  }

  /// `男士保暖内衣` says whose it is as `男士` does.
  private mutating func markGenders(_ rules: CategoryRules) {
    let homes = [("womens-clothing", rules.clothing.women), ("mens-clothing", rules.clothing.men)]
    for (place, (id, names)) in homes.enumerated() {
      for word in rules.categories.first(where: { $0.id == id })?.words ?? []
      where names.contains(where: { word.hasPrefix($0) || word.hasSuffix($0) }) {
        change(word) { if $0.gender < 0 { $0.gender = place } }
      }
    }
  }

  /// `Cat carrier` makes a backpack behind it the cat's, as `cat` does.
  private mutating func markAudiences(_ rules: CategoryRules) {
    for (place, audience) in rules.audiences.prefix(audiences.count).enumerated() {
      let names = audience.words.map { $0.utf8.first.map { $0 < 0x80 } == true ? $0 + " " : $0 }
      for word in rules.categories.first(where: { $0.id == audience.category })?.words ?? []
      where names.contains(where: word.hasPrefix) {
        change(word) { if $0.audience < 0, $0.takenBy == 0 { $0.audience = place } }
      }
    }
  }

  private mutating func add(_ audience: CategoryAudience, _ place: Int) {
    guard let group = ids.firstIndex(of: audience.category) else { return }
    var over: UInt64 = 0
    for id in audience.over {
      let home = id == "clothing" ? clothing : ids.firstIndex(of: id) ?? group
      over |= 1 << UInt64(min(home, 63))
    }
    audiences.append(Audience(group: group, over: over, paths: audience.paths))
    let number = audiences.count - 1
    for word in audience.words { change(word) { $0.audience = number } }
    for word in audience.takes { change(word) { $0.takenBy |= 1 << UInt32(number) } }
  }

  private mutating func add(_ words: [String], _ group: Int, _ strength: Strength) {
    for word in words {
      change(word) {
        guard strength > $0.strength else { return }
        $0.group = group
        $0.strength = strength
      }
    }
  }

  private mutating func change(_ word: String, _ change: (inout Entry) -> Void) {
    let letters = FoldedLetters(word).letters.trimmed
    guard !letters.isEmpty else { return }
    var forms = [letters]
    // `battery` is found in `batteries`; an `s` or `es` is found without a form of its own.
    if letters.count > 3, letters.last == 0x79, let before = letters.dropLast().last,
      FoldedLetters.isLatin(before), !"aeiou".unicodeScalars.contains(where: { $0.value == before })
    {
      forms.append(letters.dropLast() + "ies".unicodeScalars.map(\.value))
    }
    for form in forms {
      let number = trie.insert(form)
      if number == entries.count { entries.append(Entry()) }
      change(&entries[number])
    }
  }
}

extension [UInt32] {
  fileprivate var trimmed: [UInt32] {
    var letters = self[...]
    while letters.first == FoldedLetters.space { letters.removeFirst() }
    while letters.last == FoldedLetters.space { letters.removeLast() }
    return Array(letters)
  }
}
