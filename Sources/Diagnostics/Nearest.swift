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

/// The least number of insertions, deletions, substitutions and swaps of neighbours that turn one
/// word into another.
func editDistance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a), Array(b))
  var rows = [Array(0...b.count)]
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, rows[i - 1][j - 1] + 1)
      }
      row.append(cost)
    }
    rows.append(row)
  }
  return rows[a.count][b.count]
}
