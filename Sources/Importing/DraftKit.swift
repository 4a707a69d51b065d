import Model

/// What every draft of a run is built with; one for all, so that none is copied.
final class DraftKit: Sendable {
  let rules: CatalogueRules
  let words: NumberWords
  let lists: WordLists
  let finder: CategoryFinder

  init(rules: CatalogueRules, words: NumberWords, lists: WordLists, finder: CategoryFinder) {
    self.rules = rules
    self.words = words
    self.lists = lists
    self.finder = finder
  }
}
