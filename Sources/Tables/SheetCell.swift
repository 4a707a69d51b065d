/// A cell as the file writes it.
struct SheetCell {
  enum Kind {
    case number, shared, inline, formulaText, boolean, error, date

    /// By the attribute `t`.
    init(_ text: UnsafePointer<CChar>) {
      if MarkupAttributes.matches(text, "s") {
        self = .shared
      } else if MarkupAttributes.matches(text, "str") {
        self = .formulaText
      } else if MarkupAttributes.matches(text, "inlineStr") {
        self = .inline
      } else if MarkupAttributes.matches(text, "b") {
        self = .boolean
      } else if MarkupAttributes.matches(text, "e") {
        self = .error
      } else if MarkupAttributes.matches(text, "d") {
        self = .date
      } else {
        self = .number
      }
    }
  }

  /// The first being 1; 0 for a cell of no legal place.
  var column = 0
  var kind = Kind.number
  var style = 0
  /// The ordinal of what Excel keeps beside the value, from 1.
  var richValue: Int?
  var hasFormula = false
  var hasValue = false
  var value: [UInt8] = []
  var formula: [UInt8] = []

  mutating func begin() {
    kind = .number
    style = 0
    richValue = nil
    hasFormula = false
    hasValue = false
    value.removeAll(keepingCapacity: true)
    formula.removeAll(keepingCapacity: true)
  }
}
