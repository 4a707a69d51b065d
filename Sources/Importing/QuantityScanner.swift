import Tables
import Foundation
import Model

/// One sign of a text that measures something.
enum QuantityMark: Equatable {
  /// A number with the unit behind it, where there is one.
  case amount(Decimal, UnitWords.Unit?)
  /// A unit without a number: `盒` in `10片/盒`.
  case unit(UnitWords.Unit)
  case times
  case range
  case per
  /// White space, and the ends of clauses.
  case space, stop
  case word(String)
}

/// Takes a text apart into numbers with units, signs between them and words.
struct QuantityScanner {
  private let letters: [Unicode.Scalar]
  private let words: UnitWords

  init(_ text: String, _ words: UnitWords) {
    letters = text.unicodeScalars.prefix(600).map(\.halfWidth)
    self.words = words
  }

  func marks() -> [QuantityMark] {
    var marks: [QuantityMark] = []
    var index = 0
    while index < letters.count {
      let letter = letters[index]
      if letter.isDigit {
        let (number, end) = number(at: index)
        index = end
        guard let number else {
          marks.append(.stop)
          continue
        }
        let unit = unit(after: index, number)
        if let unit { index = unit.end }
        marks.append(.amount(number, unit?.unit))
      } else if letter.isLatinLetter {
        index = word(at: index, &marks)
      } else {
        index = sign(at: index, &marks)
      }
    }
    return marks
  }

  /// The marks with a unit for numbers that have none, where the text is nothing but numbers.
  func bare(_ marks: [QuantityMark], _ unit: UnitWords.Unit) -> [QuantityMark] {
    let isBare = marks.allSatisfy {
      switch $0 {
      case .amount(_, nil), .range, .space, .times: true
      case .word(let word): ["约", "~", "大约", "about"].contains(word)
      default: false
      }
    }
    guard isBare else { return [] }
    return marks.map { if case .amount(let value, _) = $0 { .amount(value, unit) } else { $0 } }
  }

  /// `1,204.5`; nil for what has too many digits or points to be one number.
  private func number(at start: Int) -> (Decimal?, end: Int) {
    var index = start
    var text = ""
    var points = 0
    while index < letters.count {
      let letter = letters[index]
      let nextIsDigit = index + 1 < letters.count && letters[index + 1].isDigit
      if letter.isDigit {
        text.unicodeScalars.append(letter)
      } else if letter == ".", nextIsDigit {
        points += 1
        text.append(".")
      } else if letter == ",", nextIsDigit, points == 0, groupsOfThree(from: index) {
        // A thousands comma.
      } else {
        break
      }
      index += 1
    }
    guard points <= 1, text.count <= 15 else { return (nil, index) }
    return (Decimal(string: text), index)
  }

  private func groupsOfThree(from comma: Int) -> Bool {
    let digits = letters[(comma + 1)...].prefix(while: \.isDigit)
    return digits.count == 3
  }

  private func unit(after end: Int, _ number: Decimal) -> (unit: UnitWords.Unit, end: Int)? {
    var index = end
    while index < letters.count, index - end < 2, letters[index].isEdge { index += 1 }
    guard let found = words.match(letters, at: index) else { return nil }
    // `4G` and `5G` are networks, `2 in 1` is no length.
    if letters[index] == "G", found.end == index + 1, number <= 6 { return nil }
    if letters[index] == "i", found.end == index + 2 {
      let rest = letters[found.end...].drop { $0.isEdge }
      if rest.first?.isDigit == true { return nil }
    }
    if let most = found.unit.most, number * found.unit.factor > most { return nil }
    return found
  }

  /// A Latin word, with the digits that belong to it: `A4`, `USB3.0`, `x`.
  private func word(at start: Int, _ marks: inout [QuantityMark]) -> Int {
    var index = start
    while index < letters.count, letters[index].isLatinLetter { index += 1 }
    let word = letters[start..<index].text
    let isTimes = ["x", "X"].contains(word)
    if isTimes, next(from: index)?.isDigit == true, marks.endWithAmount {
      marks.append(.times)
      return index
    }
    if ["to", "of"].contains(word.lowercased()) {
      marks.append(word.lowercased() == "to" ? .range : .space)
      return index
    }
    if case .unit(let unit)? = lone(at: start), marks.last == .per {
      marks.append(.unit(unit))
      return index
    }
    let code = letters[index...].prefix { $0.isDigit || $0.isLatinLetter || $0 == "." }
    if let first = code.first, first.isDigit {
      marks.append(.stop)
      return index + code.count
    }
    marks.append(.word(word))
    return index
  }

  private func lone(at start: Int) -> QuantityMark? {
    words.match(letters, at: start).map { .unit($0.unit) }
  }

  private func next(from start: Int) -> Unicode.Scalar? {
    letters[min(start, letters.count)...].first { !$0.isEdge }
  }

  private func sign(at start: Int, _ marks: inout [QuantityMark]) -> Int {
    let letter = letters[start]
    if "×*✕╳".unicodeScalars.contains(letter) {
      marks.append(.times)
    } else if "-~～至到–—−".unicodeScalars.contains(letter) {
      marks.append(.range)
    } else if letter == "/" || letter == "每" {
      marks.append(.per)
    } else if letter.isEdge {
      if marks.last != .space { marks.append(.space) }
    } else if marks.last == .per, let found = words.match(letters, at: start) {
      marks.append(.unit(found.unit))
      return found.end
    } else if letter.isLetterOrDigit {
      let end = letters[start...].firstIndex {
        !$0.isLetterOrDigit || $0.isDigit || $0.isLatinLetter || "至到每".unicodeScalars.contains($0)
      }
      marks.append(.word(letters[start..<(end ?? letters.count)].text))
      return end ?? letters.count
    } else {
      marks.append(.stop)
    }
    return start + 1
  }
}

extension [QuantityMark] {
  fileprivate var endWithAmount: Bool {
    let last = self.last { $0 != .space }
    if case .amount? = last { return true }
    if case .unit? = last { return true }
    return false
  }
}
