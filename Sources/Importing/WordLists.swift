import Model

/// The words of cells that are one of a few.
struct WordLists: Sendable {
  let yes: Set<String>
  let no: Set<String>
  let listed: Set<String>
  let unlisted: Set<String>
  let soldOut: Set<String>
  let totals: Set<String>
  let notLabels: Set<String>
  /// Labels that are known in titles, in any spelling.
  let labels: Set<String>
  let remarks: Set<String>
  let help: [String]
  private let soldOutKeys: Set<String>

  init(_ rules: ValueRules) {
    func folded(_ words: [String]) -> Set<String> { Set(words.map(\.folded)) }
    yes = folded(rules.yes)
    no = folded(rules.no)
    listed = folded(rules.listed)
    unlisted = folded(rules.unlisted)
    soldOut = folded(rules.soldOut)
    totals = folded(rules.totals)
    notLabels = folded(rules.notLabels)
    labels = folded(rules.labels)
    remarks = folded(rules.remarks)
    help = rules.help.map(\.folded)
    soldOutKeys = Set(rules.soldOut.map(\.headerKey))
  }

  /// `Out of stock`, `out-of-stock`, `OutOfStock`, `https://schema.org/OutOfStock`.
  func isSoldOut(_ text: String) -> Bool {
    let last = text.split(separator: "/").last.map(String.init) ?? text
    return soldOutKeys.contains(last.headerKey)
  }

  func bool(_ text: String) -> Bool? {
    let word = text.folded
    if yes.contains(word) { return true }
    return no.contains(word) ? false : nil
  }
}
