import Foundation
import Model

/// Puts numbers, units and signs together into quantities.
struct QuantityBuilder {
  private let marks: [QuantityMark]
  private var index = 0
  private var found: [Quantity] = []

  init(_ marks: [QuantityMark]) { self.marks = marks }

  /// One factor of a product: a number or a range, and its unit.
  private struct Factor {
    var low: Decimal
    var high: Decimal?
    var unit: UnitWords.Unit?
    /// Place behind the factor.
    var end: Int
  }

  func quantities() -> [Quantity] {
    var builder = self
    while builder.index < marks.count {
      let start = builder.index
      guard let first = factor(at: start) else {
        builder.index += 1
        continue
      }
      var factors = [first]
      while let next = nextFactor(after: factors[factors.count - 1].end), factors.count < 8 {
        factors.append(next)
      }
      builder.index = max(start + 1, factors[factors.count - 1].end)
      builder.add(factors, from: start)
      if builder.found.count >= 40 { break }
    }
    return builder.found
  }

  private func skipSpaces(_ place: Int) -> Int {
    var place = place
    while place < marks.count, marks[place] == .space { place += 1 }
    return place
  }

  private func factor(at place: Int) -> Factor? {
    guard place < marks.count, case .amount(let low, let unit) = marks[place] else { return nil }
    var factor = Factor(low: low, high: nil, unit: unit, end: place + 1)
    let sign = skipSpaces(place + 1)
    if sign < marks.count, marks[sign] == .range {
      let second = skipSpaces(sign + 1)
      if second < marks.count, case .amount(let high, let upper) = marks[second], let upper,
        unit == nil || unit == upper, high != low
      {
        factor = Factor(
          low: min(low, high), high: max(low, high), unit: upper, end: second + 1)
      }
    }
    let per = skipSpaces(factor.end)
    if per + 1 < marks.count, marks[per] == .per, case .unit = marks[per + 1] {
      factor.end = per + 2
    }
    return factor
  }

  /// The factor behind a `×`, with at most a word such as `共` between.
  private func nextFactor(after end: Int) -> Factor? {
    let sign = skipSpaces(end)
    guard sign < marks.count, marks[sign] == .times else { return nil }
    return factor(at: skipSpaces(sign + 1))
  }

  private mutating func add(_ factors: [Factor], from start: Int) {
    guard let lastUnit = factors.last(where: { $0.unit != nil })?.unit else { return }
    let measured = factors.filter { ($0.unit?.id ?? "piece") != "piece" }
    if lastUnit.id == "cm", factors.count > 1, factors.allSatisfy({ $0.unit?.id ?? "cm" == "cm" }) {
      for factor in factors { append(factor, factor.unit ?? lastUnit) }
      return
    }
    let main = measured.count == 1 ? measured[0] : factors.first { $0.unit != nil }
    guard let main, let unit = main.unit else { return }
    guard measured.count <= 1 else {
      for factor in factors where factor.unit != nil { append(factor, factor.unit ?? unit) }
      return
    }
    var count: Decimal = 1
    for factor in factors where factor.end != main.end { count *= factor.low }
    append(main, unit, count: factors.count > 1 ? count : nil)
    if unit.id == "percent", let name = name(start, factors[factors.count - 1].end) {
      found[found.count - 1].of = name
    }
  }

  private mutating func append(_ factor: Factor, _ unit: UnitWords.Unit, count: Decimal? = nil) {
    var quantity = Quantity(value: (factor.low * unit.factor).double, unit: unit.id)
    quantity.high = factor.high.map { ($0 * unit.factor).double }
    if let count, count > 0, count < 1_000_000_000, let whole = count.wholeNumber,
      Decimal(whole) == count
    {
      quantity.count = whole
    }
    found.append(quantity)
  }

  /// `棉` of `棉95%`, `95%棉`: words stand all before or all behind, as the text's first does.
  private func name(_ start: Int, _ end: Int) -> String? {
    let isBefore = marks.prefix { if case .amount = $0 { false } else { true } }
      .contains { if case .word = $0 { true } else { false } }
    var names: [String] = []
    var place = isBefore ? start - 1 : end
    while marks.indices.contains(place) {
      if case .word(let word) = marks[place] {
        names.append(word)
        if !word.unicodeScalars.allSatisfy({ $0.isLatinLetter }) { break }
      } else if marks[place] != .space {
        break
      }
      place += isBefore ? -1 : 1
    }
    let name = (isBefore ? names.reversed() : names).prefix(4).joined(separator: " ")
    return name.isEmpty ? nil : name.shortened(to: 40)
  }
}
