import Model

/// How far two scripts' spoken words are apart, worked out without the program's own index: shared
/// runs of three letters in Chinese, of two words in English, money left out.
struct TextDistance {
  private let runs: Set<[String]>

  init(_ script: Script) {
    var runs: Set<[String]> = []
    for beat in script.beats {
      let amounts = beat.facts.filter {
        $0.field.hasPrefix("price") || $0.field == "reference_price.amount"
      }.map(\.text).sorted { ($1.count, $0) < ($0.count, $1) }
      let text = amounts.reduce(beat.voice) { $0.replacing($1, with: "") }
      let chinese = script.locale == .zh
      let parts =
        chinese
        ? text.unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.generalCategory == .decimalNumber
        }.map { String($0) }
        : text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
      let length = chinese ? 3 : 2
      if parts.count < length, !parts.isEmpty { runs.insert(parts) }
      for start in parts.indices where start + length <= parts.count {
        runs.insert(Array(parts[start..<(start + length)]))
      }
    }
    self.runs = runs
  }

  func to(_ other: TextDistance) -> Double {
    let all = runs.union(other.runs).count
    return all == 0 ? 0 : 1 - Double(runs.intersection(other.runs).count) / Double(all)
  }
}
