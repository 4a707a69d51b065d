import Foundation
import Model

/// The words of the unit preset, ready to be found in a text.
struct UnitWords: Sendable {
  struct Unit: Sendable, Equatable {
    var id: String
    var factor: Decimal
    var most: Decimal?
  }

  private struct Word: Sendable {
    var letters: [Unicode.Scalar]
    var unit: Unit
    /// One Latin letter: `m` is a metre and `M` is not.
    var isExact: Bool
  }

  /// By first letter, in lower case; the longest word first.
  private var byFirst: [Unicode.Scalar: [Word]] = [:]

  init(_ rules: UnitRules) {
    for unit in rules.units {
      for (text, factor) in unit.words where factor > 0 {
        let isExact = text.unicodeScalars.count == 1 && text.utf8.count == 1
        let letters = Array(text.unicodeScalars.map { isExact ? $0 : $0.lowered })
        guard let first = letters.first else { continue }
        byFirst[first.lowered, default: []].append(
          Word(
            letters: letters, unit: Unit(id: unit.id, factor: factor, most: unit.most),
            isExact: isExact))
      }
    }
    for first in byFirst.keys {
      byFirst[first]?.sort {
        ($1.letters.count, $0.letters.text) < ($0.letters.count, $1.letters.text)
      }
    }
  }

  /// The unit of a word by itself.
  func unit(_ text: String) -> Unit? {
    let letters = text.cleaned.unicodeScalars.map(\.halfWidth)
    guard let found = match(letters, at: 0), found.end == letters.count else { return nil }
    return found.unit
  }

  /// The longest unit that begins at a place, and where it ends.
  func match(_ letters: [Unicode.Scalar], at start: Int) -> (unit: Unit, end: Int)? {
    guard start < letters.count else { return nil }
    for word in byFirst[letters[start].lowered] ?? [] {
      let end = start + word.letters.count
      guard end <= letters.count else { continue }
      let slice = letters[start..<end]
      let isSame =
        word.isExact
        ? slice.elementsEqual(word.letters)
        : slice.lazy.map(\.lowered).elementsEqual(word.letters)
      guard isSame else { continue }
      if let last = word.letters.last, last.isLatinLetter, end < letters.count,
        letters[end].isLatinLetter
      {
        continue
      }
      return (word.unit, end)
    }
    return nil
  }
}

extension Unicode.Scalar {
  var lowered: Unicode.Scalar {
    (0x41...0x5A).contains(value) ? Unicode.Scalar(value + 32) ?? self : self
  }

  var isLatinLetter: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
}
