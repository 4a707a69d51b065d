import Foundation
import Model

/// What may stand in a cell beside a number.
struct NumberWords: Sendable {
  let empty: Set<String>
  /// For each first byte the lengths, a bit each, of the words for nothing that begin with it.
  private let shapes: [UInt64]
  let multipliers: [(word: [Unicode.Scalar], factor: Decimal)]
  /// Longest first.
  let beside: [[Unicode.Scalar]]
  /// Signs and words that name a currency, longest first.
  let currencies: [(word: [Unicode.Scalar], code: String)]

  init(_ rules: ValueRules) {
    empty = Set(rules.empty.map(\.folded))
    shapes = NumberWords.shapes(of: empty)
    multipliers = rules.multipliers.map { ($0.key.folded, Decimal($0.value)) }
      .sorted { ($0.0.count, $0.0) > ($1.0.count, $1.0) }
      .map { (Array($0.0.unicodeScalars), $0.1) }
    let words = rules.besideNumbers.map(\.folded) + rules.currency.hints.keys.map(\.folded)
    beside = Set(words).sorted { ($0.count, $0) > ($1.count, $1) }.map { Array($0.unicodeScalars) }
    currencies = rules.currency.hints.map { (word: $0.key.folded, code: $0.value) }
      .sorted { ($0.word.count, $0.word) > ($1.word.count, $1.word) }
      .map { (Array($0.word.unicodeScalars), $0.code) }
  }

  /// The currency that a cell's own sign or word names.
  func currency(in text: String) -> String? {
    let letters = Array(text.folded.unicodeScalars.prefix(64))
    for (word, code) in currencies {
      guard let first = word.first else { continue }
      for start in letters.indices where letters[start] == first {
        if letters[start...].starts(with: word) { return code }
      }
    }
    return nil
  }

  /// The text without one sign before it that may stand beside a number: `¥59.9`.
  func unsigned(_ text: String) -> Substring? {
    guard let first = text.unicodeScalars.first, !first.isLetterOrDigit,
      beside.contains([first.halfWidth])
    else { return nil }
    return text.dropFirst()
  }

  func isEmpty(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    // Full-width signs begin with this byte, and fold into others.
    if first != 0xEF {
      guard text.utf8.count < 64, shapes[Int(first)] & (1 << UInt64(text.utf8.count)) != 0 else {
        return false
      }
    }
    let folded = text.folded
    return folded.isEmpty || empty.contains(folded)
  }

  private static func shapes(of words: Set<String>) -> [UInt64] {
    var shapes = [UInt64](repeating: 0, count: 256)
    for word in words {
      guard let first = word.utf8.first, word.utf8.count < 64 else { continue }
      let bit: UInt64 = 1 << UInt64(word.utf8.count)
      shapes[Int(first)] |= bit
      if (0x61...0x7A).contains(first) { shapes[Int(first - 0x20)] |= bit }
    }
    return shapes
  }
}
