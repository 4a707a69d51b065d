/// A name's place among others when runs of digits count as numbers: `clip2` before `clip10`.
struct NaturalOrder: Comparable {
  private enum Part: Comparable {
    /// Digits without leading zeros, the shorter first.
    case number(length: Int, digits: String)
    case text(String)
  }

  private let parts: [Part]
  private let name: String

  init(_ name: String) {
    self.name = name
    var parts: [Part] = []
    var rest = Substring(name)
    while let first = rest.first {
      let isDigit = first.isASCII && first.isNumber
      let run = rest.prefix { ($0.isASCII && $0.isNumber) == isDigit }
      rest = rest[run.endIndex...]
      let digits = run.drop { $0 == "0" }
      parts.append(
        isDigit
          ? .number(length: digits.count, digits: String(digits)) : .text(run.lowercased()))
    }
    self.parts = parts
  }

  static func < (a: NaturalOrder, b: NaturalOrder) -> Bool {
    for (left, right) in zip(a.parts, b.parts) where left != right { return left < right }
    return (a.parts.count, a.name) < (b.parts.count, b.name)
  }
}
