import Model

/// Other ways to write a word, made ready.
struct Disguise: Sendable {
  /// Folded for every rule.
  let letters: LetterMap
  private let spellings: [Unicode.Scalar: [[Unicode.Scalar]]]
  private let homophones: [Unicode.Scalar: [[Unicode.Scalar]]]
  private let words: [String: [[Unicode.Scalar]]]
  private let digits: [Unicode.Scalar: [Unicode.Scalar]]
  /// A word is written in so many ways at most.
  private static let most = 120

  init(_ lists: TermList.Disguise) {
    let map = LetterMap(lists.letters)
    func table(_ lists: [String: [String]]) -> [Unicode.Scalar: [[Unicode.Scalar]]] {
      lists.sorted { $0.key < $1.key }.reduce(into: [:]) { result, list in
        guard let letter = FoldedText(list.key, reading: map).scalars.first else { return }
        result[letter, default: []] += list.value.map { FoldedText($0, reading: map).scalars }
      }
    }
    letters = map
    spellings = table(lists.spellings)
    homophones = table(lists.homophones)
    words = lists.words.mapValues { $0.map { FoldedText($0, reading: map).scalars } }
    digits = table(lists.latin).mapValues { $0.compactMap(\.first) }
  }

  /// The word with one letter, or two, written otherwise.
  func variants(of letters: [Unicode.Scalar], text: String, twice: Bool) -> [[Unicode.Scalar]] {
    let options = letters.map { letter in
      (spellings[letter] ?? []) + (letters.count > 2 ? homophones[letter] ?? [] : [])
    }
    func written(_ changes: [(at: Int, as: [Unicode.Scalar])]) -> [Unicode.Scalar] {
      letters.indices.flatMap { index in
        changes.first { $0.at == index }?.as ?? [letters[index]]
      }
    }
    var found = (words[text] ?? [])
    for first in letters.indices {
      for option in options[first] {
        found.append(written([(first, option)]))
        guard twice else { continue }
        for second in letters.indices where second > first {
          found += options[second].map { written([(first, option), (second, $0)]) }
        }
      }
    }
    return Array(found.prefix(Self.most))
  }

  /// The word with one letter written as the digit that looks like it.
  func digitsForLetters(in letters: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    letters.indices.flatMap { index in
      (digits[letters[index]] ?? []).map { digit in
        var way = letters
        way[index] = digit
        return way
      }
    }
  }

  /// `seller` as `sellers`, `warranty` as `warranties`, `detox` as `detoxes`.
  static func plurals(of letters: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    guard let last = letters.last, last.isASCIILetter, last != "s" else { return [] }
    if last == "x" { return [letters + ["e", "s"]] }
    if last == "y", let before = letters.dropLast().last, !"aeiou".unicodeScalars.contains(before) {
      return [letters.dropLast() + ["i", "e", "s"]]
    }
    return [letters + ["s"]]
  }
}
