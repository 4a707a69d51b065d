import Model

/// Puts a product in a playbook's category by the words of the shop.
struct CategoryFinder: Sendable {
  /// A catalogue's text, and which field it stands in.
  struct Clue {
    var field: String
    var text: String
    /// The header of its column.
    var header: String?
  }

  struct Answer: Equatable {
    var category: String
    var evidence: [CategoryEvidence]
  }

  private let index: WordIndex
  private let ids: [String]
  private let rule: ClothingRule
  private let clothing: Int
  private let genders: WordIndex

  init(_ rules: CategoryRules) {
    var words = WordIndex()
    for (place, category) in rules.categories.enumerated() {
      for word in category.words { words.add(word, place, .own) }
      for word in category.weak { words.add(word, place, .weak) }
      for word in category.not { words.add(word, place, .not) }
      words.forbid(category.notFollowedBy, after: place)
    }
    clothing = rules.categories.count
    for word in rules.clothing.words { words.add(word, clothing, .own) }
    for word in rules.clothing.weak { words.add(word, clothing, .weak) }
    index = words
    ids = rules.categories.map(\.id)
    rule = rules.clothing
    var genders = WordIndex()
    for (place, list) in [rule.women, rule.men, rule.children].enumerated() {
      for word in list { genders.add(word, place, .own) }
    }
    self.genders = genders
  }

  /// - Parameter clues: The most trusted first: category, type, tags, title.
  func find(_ clues: [Clue]) -> Answer {
    let hits = clues.map { index.hits(in: $0.text) }
    for strength in [WordIndex.Role.own, .weak] {
      for (clue, found) in zip(clues, hits) {
        guard let best = best(of: found, strength) else { continue }
        let evidence = CategoryEvidence(
          field: clue.field, text: clue.text.shortened(to: 200), matched: best.matched)
        if best.group == clothing { return dressed(evidence, clues) }
        return Answer(category: ids[best.group], evidence: [evidence])
      }
    }
    return Answer(category: "general", evidence: [])
  }

  private func best(of hits: [WordIndex.Hit], _ role: WordIndex.Role) -> WordIndex.Hit? {
    let forbidden = Set(hits.filter { $0.role == .not }.map(\.group))
    return hits.filter { $0.role == role && !forbidden.contains($0.group) }
      .max { ($0.weight, $0.place) < ($1.weight, $1.place) }
  }

  /// A garment is for whom the first clue says that says so.
  private func dressed(_ garment: CategoryEvidence, _ clues: [Clue]) -> Answer {
    let homes = ["womens-clothing", "mens-clothing", "mother-baby"]
    for clue in clues {
      let hits = genders.hits(in: clue.text)
      guard let hit = hits.first(where: { $0.group == 2 }) ?? hits.min(by: { $0.place < $1.place })
      else { continue }
      let evidence = CategoryEvidence(
        field: clue.field, text: clue.text.shortened(to: 200), matched: hit.matched)
      return Answer(category: homes[hit.group], evidence: [garment, evidence])
    }
    let byRule = CategoryEvidence(
      field: "rule", text: "no word says whose garment it is: default of clothing",
      matched: rule.fallback)
    return Answer(category: rule.fallback, evidence: [garment, byRule])
  }
}
