import Model

/// The words of cells that are one of a few.
struct WordLists {
  let yes: Set<String>
  let no: Set<String>
  let listed: Set<String>
  let unlisted: Set<String>
  let soldOut: Set<String>
  let totals: Set<String>
  let notLabels: Set<String>

  init(_ rules: ValueRules) {
    func folded(_ words: [String]) -> Set<String> { Set(words.map(\.folded)) }
    yes = folded(rules.yes)
    no = folded(rules.no)
    listed = folded(rules.listed)
    unlisted = folded(rules.unlisted)
    soldOut = folded(rules.soldOut)
    totals = folded(rules.totals)
    notLabels = folded(rules.notLabels)
  }

  func bool(_ text: String) -> Bool? {
    let word = text.folded
    if yes.contains(word) { return true }
    return no.contains(word) ? false : nil
  }
}
