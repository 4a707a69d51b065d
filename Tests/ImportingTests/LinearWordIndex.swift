/// Words by their first letter, each tried in turn: what the trie is measured against.
struct LinearWordIndex: Sendable {
  enum Role: Sendable { case own, weak, not }

  struct Hit: Equatable {
    var group: Int
    var role: Role
    var matched: String
    /// Bytes of the word; the longer one is the more exact.
    var weight: Int
    /// Where its last letter stands.
    var place: Int
  }

  private struct Entry: Sendable {
    var letters: [Unicode.Scalar]
    var group: Int
    var role: Role
    var weight: Int
  }

  private var byFirst: [Unicode.Scalar: [Entry]] = [:]
  private var stops: [Int: [[Unicode.Scalar]]] = [:]

  mutating func add(_ word: String, _ group: Int, _ role: Role) {
    let letters = word.plainFolded.unicodeScalars.map(\.withoutHyphen)
    guard let first = letters.first else { return }
    let weight = letters.reduce(0) { $0 + UTF8.width($1) }
    byFirst[first, default: []].append(
      Entry(letters: letters, group: group, role: role, weight: weight))
  }

  /// A match of a group right before one of these words does not count.
  mutating func forbid(_ words: [String], after group: Int) {
    stops[group] = words.map { Array($0.plainFolded.unicodeScalars) }
  }

  func hits(in text: String) -> [Hit] {
    let written = Array(text.plainFolded.unicodeScalars.prefix(2_000))
    let letters = written.map(\.withoutHyphen)
    var hits: [Hit] = []
    for start in letters.indices {
      guard let entries = byFirst[letters[start]] else { continue }
      for entry in entries {
        guard let end = end(of: entry, at: start, in: letters) else { continue }
        let matched = String(String.UnicodeScalarView(written[start..<end]))
        hits.append(
          Hit(
            group: entry.group, role: entry.role, matched: matched, weight: entry.weight,
            place: end))
      }
    }
    return hits
  }

  private func end(of entry: Entry, at start: Int, in letters: [Unicode.Scalar]) -> Int? {
    let stop = start + entry.letters.count
    guard stop <= letters.count, letters[start..<stop].elementsEqual(entry.letters) else {
      return nil
    }
    if entry.letters[0].isLatin, start > 0, letters[start - 1].isLatin { return nil }
    var end = stop
    if let last = entry.letters.last, last.isLatin, end < letters.count, letters[end].isLatin {
      for plural in ["es", "s"] where letters[end...].starts(with: plural.unicodeScalars) {
        let after = end + plural.unicodeScalars.count
        if after == letters.count || !letters[after].isLatin {
          end = after
          break
        }
      }
      guard end > stop else { return nil }
    }
    if entry.role != .not, let words = stops[entry.group],
      words.contains(where: { letters[end...].starts(with: $0) })
    {
      return nil
    }
    return end
  }
}

extension Unicode.Scalar {
  /// `bell-pepper` is `bell pepper`.
  fileprivate var withoutHyphen: Unicode.Scalar { self == "-" || self == "_" ? " " : self }

  fileprivate var isLatin: Bool {
    (0x61...0x7A).contains(value) || (0x41...0x5A).contains(value) || (0x30...0x39).contains(value)
      || (0xC0...0x24F).contains(value)
  }
}

extension String {
  /// Half-width lower case, by the standard library's own means.
  fileprivate var plainFolded: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let wide = (0xFF01...0xFF5E).contains(scalar.value)
      scalars.append(wide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(scalars).lowercased()
  }
}
