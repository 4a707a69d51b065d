/// The candidate a typo most likely meant, or nil when none is near.
///
/// Near is an edit distance of at most a third of the longer word.
/// - Complexity: O(candidates × length²).
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let scored = candidates.map { (word: $0, distance: editDistance(word, $0)) }
  let best = scored.min { ($0.distance, $0.word) < ($1.distance, $1.word) }
  guard let best, best.distance * 3 <= max(word.count, best.word.count) else { return nil }
  return best.word
}

/// The least number of insertions, deletions and substitutions that turn one word into another.
func editDistance(_ a: String, _ b: String) -> Int {
  let target = Array(b)
  var row = Array(0...target.count)
  for (i, letter) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for j in target.indices {
      let cost = min(row[j] + 1, row[j + 1] + 1, diagonal + (letter == target[j] ? 0 : 1))
      diagonal = row[j + 1]
      row[j + 1] = cost
    }
  }
  return row[target.count]
}
