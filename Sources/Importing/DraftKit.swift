import Model

/// What every draft of a run is built with; one for all, so that none is copied.
final class DraftKit: Sendable {
  let rules: CatalogueRules
  let words: NumberWords
  let lists: WordLists
  let finder: CategoryFinder
  /// Category → attribute's name, folded → the unit of its bare numbers.
  private let units: [String: [String: String]]

  init(rules: CatalogueRules, words: NumberWords, lists: WordLists, finder: CategoryFinder) {
    self.rules = rules
    self.words = words
    self.lists = lists
    self.finder = finder
    units = rules.vocabulary.mapValues { names in
      Dictionary(names.map { ($0.key.headerKey, $0.value) }, uniquingKeysWith: { a, _ in a })
    }
  }

  /// The unit that a category's playbook, or the general one, gives an attribute.
  func unit(of attribute: String, in category: String) -> String? {
    guard !units.isEmpty else { return nil }
    let key = attribute.withoutBrackets.headerKey
    return units[category]?[key] ?? units["general"]?[key]
  }
}
