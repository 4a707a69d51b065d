import Model

/// Words for buyers together with the cells that bear them out.
struct Copy: Hashable {
  var text: String
  var facts: [Fact]

  init(_ text: String, _ facts: [Fact] = []) {
    self.text = text
    self.facts = facts
  }

  /// Words that are a fact in themselves.
  init(_ text: String, field: String, source: String) {
    self.init(text, [Fact(text: text, field: field, source: source)])
  }

  var isEmpty: Bool { text.isEmpty }

  /// The words with another word for every amount of money, so that what is planned from them stays
  /// when a price changes.
  func withoutMoney(_ word: String) -> String {
    facts.filter(\.isMoney).map(\.text).sorted { ($1.count, $0) < ($0.count, $1) }
      .reduce(text) { $0.replacing($1, with: word) }
  }

  /// The same words without the full stop or comma at the end, as titles are set.
  var asTitle: Copy {
    let trimmed = text.trimmingEnd { "。，、；：.,;: ".contains($0) }
    return Copy(trimmed, facts)
  }
}

extension String {
  func trimmingEnd(while drop: (Character) -> Bool) -> String {
    var rest = self[...]
    while let last = rest.last, drop(last) { rest.removeLast() }
    return String(rest)
  }

  /// The first letter as a sentence begins.
  var sentenceCased: String { prefix(1).uppercased() + dropFirst() }
}

extension Fact {
  var isMoney: Bool { field.hasPrefix("price") || field == "reference_price.amount" }
}

extension [Fact] {
  /// The facts in order, each once.
  var unique: [Fact] {
    var seen: Set<Fact> = []
    return filter { seen.insert($0).inserted }
  }
}
