import Foundation
import Tables

/// A number as people write it in a cell.
struct NumberText: Equatable {
  var value: Decimal
  /// The upper end of a range.
  var high: Decimal?
  var isPercent = false
  /// `1.2万+`: the true number is this or more.
  var isAtLeast = false
  /// The digits and how many of them are behind the point, where that is all the text says.
  var plain: Plain?

  struct Plain: Equatable {
    var digits: Int64
    var places: Int
  }

  /// Nil where the text is not one number or one range.
  init?(_ text: String, _ words: NumberWords) {
    if let plain = NumberText(plain: text) ?? words.unsigned(text).flatMap(NumberText.init(plain:))
    {
      self = plain
      return
    }
    var scanner = NumberScanner(Array(text.folded.unicodeScalars.prefix(80)), words)
    guard let numbers = scanner.scan(), let first = numbers.first, numbers.count <= 2 else {
      return nil
    }
    var low = first.value
    var high = numbers.count == 2 ? numbers[1].value : nil
    if numbers.count == 2, first.factor == 1, numbers[1].factor > 1, low < numbers[1].digits {
      low *= numbers[1].factor
    }
    if let top = high, top < low { (low, high) = (top, low) }
    value = low
    self.high = high == low ? nil : high
    isPercent = scanner.sawPercent
    isAtLeast = scanner.sawPlus
  }
}

/// Walks over a cell's letters, number by number.
private struct NumberScanner {
  let letters: [Unicode.Scalar]
  let words: NumberWords
  var index = 0
  var sawPercent = false
  var sawPlus = false

  private static let ranges: [Unicode.Scalar] = ["-", "−", "–", "—", "~", "～", "至", "到"]
  private static let marks: [Unicode.Scalar] = [":", "/", ",", "'", "’", "(", ")"]

  struct Found {
    var digits: Decimal
    var factor: Decimal
    var value: Decimal { digits * factor }
  }

  init(_ letters: [Unicode.Scalar], _ words: NumberWords) {
    self.letters = letters
    self.words = words
  }

  /// Every number, or nil at anything that does not belong.
  mutating func scan() -> [Found]? {
    guard letters.count <= 64 else { return nil }
    var found: [Found] = []
    var isNegative = false
    while index < letters.count {
      let letter = letters[index]
      if letter.isDigit || (letter == "." && nextIsDigit) {
        guard var number = number() else { return nil }
        if isNegative { number.digits.negate() }
        isNegative = false
        found.append(number)
      } else if NumberScanner.ranges.contains(letter) {
        if found.isEmpty { isNegative = letter == "-" || letter == "−" }
        index += 1
      } else if letter == "+" {
        sawPlus = !found.isEmpty
        index += 1
      } else if letter == "%" || letter == "％" {
        sawPercent = true
        index += 1
      } else if let length = besideWord() {
        index += length
      } else if letter.isEdge || NumberScanner.marks.contains(letter) {
        index += 1
      } else {
        return nil
      }
    }
    return found.isEmpty ? nil : found
  }

  private var nextIsDigit: Bool {
    index + 1 < letters.count && letters[index + 1].isDigit
  }

  private func besideWord() -> Int? {
    words.beside.first { letters[index...].starts(with: $0) }?.count
  }

  private mutating func number() -> Found? {
    let start = index
    while index < letters.count,
      letters[index].isDigit || ([".", ","].contains(letters[index]) && nextIsDigit)
    {
      index += 1
    }
    guard let plain = plainDigits(letters[start..<index]), plain.count <= 24,
      let digits = Decimal(string: plain)
    else { return nil }
    guard let power = exponent() else { return nil }
    var factor: Decimal = 1
    let saved = index
    while index < letters.count, letters[index].isEdge { index += 1 }
    if let found = words.multipliers.first(where: { letters[index...].starts(with: $0.word) }) {
      factor = found.factor
      index += found.word.count
    } else {
      index = saved
    }
    return Found(digits: digits * power, factor: factor)
  }

  /// 1 where there is none, nil where it is absurd.
  private mutating func exponent() -> Decimal? {
    guard index < letters.count, letters[index] == "e" else { return 1 }
    var place = index + 1
    var isNegative = false
    if place < letters.count, letters[place] == "+" || letters[place] == "-" {
      isNegative = letters[place] == "-"
      place += 1
    }
    let digits = letters[place...].prefix(while: \.isDigit)
    guard !digits.isEmpty else { return 1 }
    guard digits.count <= 2, let power = Int(digits.text), power <= 18 else { return nil }
    index = place + digits.count
    return Decimal(sign: .plus, exponent: isNegative ? -power : power, significand: 1)
  }

  /// `1,204.50`, `1.204,50`, `39,90` → digits with one point.
  private func plainDigits(_ text: ArraySlice<Unicode.Scalar>) -> String? {
    let points = text.filter { $0 == "." }.count
    let commas = text.filter { $0 == "," }.count
    let marks = (text.lastIndex(of: "."), text.lastIndex(of: ","))
    switch marks {
    case (nil, nil): return text.text
    case (let point?, let comma?):
      let decimal: Unicode.Scalar = point > comma ? "." : ","
      guard (decimal == "." ? points : commas) == 1 else { return nil }
      let other: Unicode.Scalar = decimal == "." ? "," : "."
      return text.filter { $0 != other }.map { $0 == "," ? "." : $0 }.text
    case (_?, nil):
      return points == 1 ? text.text : grouped(text, by: ".")
    case (nil, _?):
      if let whole = grouped(text, by: ",") { return whole }
      return commas == 1 ? text.map { $0 == "," ? "." : $0 }.text : nil
    }
  }

  /// The digits where every mark stands before exactly three of them.
  private func grouped(_ text: ArraySlice<Unicode.Scalar>, by mark: Unicode.Scalar) -> String? {
    let groups = text.split(separator: mark, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return groups.joined().text
  }
}
