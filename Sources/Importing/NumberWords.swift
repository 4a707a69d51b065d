import Foundation
import Model

/// What may stand in a cell beside a number.
struct NumberWords {
  let empty: Set<String>
  let multipliers: [(word: [Character], factor: Decimal)]
  /// Longest first.
  let beside: [[Character]]

  init(_ rules: ValueRules) {
    empty = Set(rules.empty.map(\.folded))
    multipliers = rules.multipliers.map { (Array($0.key.folded), Decimal($0.value)) }
      .sorted { ($0.0.count, String($0.0)) > ($1.0.count, String($1.0)) }
    let words = rules.besideNumbers.map(\.folded) + rules.currency.hints.keys.map(\.folded)
    beside = Set(words).sorted { ($0.count, $0) > ($1.count, $1) }.map(Array.init)
  }

  func isEmpty(_ text: String) -> Bool {
    let folded = text.folded
    return folded.isEmpty || empty.contains(folded)
  }
}
