/// What a number format makes of a number: a date, a share, a price, a code with leading zeros.
///
/// It only adds what tells the meaning (signs, units, zeros in front); it never rounds.
enum NumberFormat: Equatable, Sendable {
  case general
  /// What stands before and after; the power of ten that it is shown by; the least digits before
  /// the decimal point.
  case number(prefix: String, suffix: String, power: Int, width: Int)
  /// A date, a time, or both.
  case date(hasDate: Bool)

  /// By a built-in number.
  ///
  /// Built-in prices (5–8, 42, 44) get no sign: the format shows the sign of whoever opens it.
  init(builtin number: Int) {
    switch number {
    case 9, 10: self = .number(prefix: "", suffix: "%", power: 2, width: 1)
    case 14...17, 22, 27...31, 34...36, 50...54, 57, 58: self = .date(hasDate: true)
    case 18...21, 32, 33, 45...47, 55, 56: self = .date(hasDate: false)
    default: self = .general
    }
  }

  /// By its code, such as `"¥"#,##0.00` or `yyyy-mm-dd`.
  init(code: String) {
    var sections = FormatSection.sections(of: code)
    // A condition chooses by the value: what is shown is then no plain number.
    if sections.contains(where: \.isConditional) { sections = [] }
    guard let first = sections.first else {
      self = .general
      return
    }
    self = first.format
  }

  var isDate: Bool { if case .date = self { true } else { false } }
}

/// What stands between the semicolons of a format code.
struct FormatSection {
  private(set) var isConditional = false
  private var prefix = ""
  private var suffix = ""
  private var hasDigits = false
  private var letters = ""
  private var width = 0
  private var pastPoint = false
  private var commas = 0
  private var percents = 0
  private var elapsed = false
  private var isScientific = false
  private var isText = false

  static func sections(of code: String) -> [FormatSection] {
    var scalars = Array(code.unicodeScalars.prefix(1024))[...]
    var result: [FormatSection] = []
    repeat {
      var section = FormatSection()
      section.take(&scalars)
      result.append(section)
    } while !scalars.isEmpty
    return result
  }

  var format: NumberFormat {
    let marks = letters.lowercased()
    // Month or minute: `m` alone is a month, beside hours or seconds a minute.
    let hasTime = elapsed || marks.contains("h") || marks.contains("s")
    let hasDate =
      marks.contains("y") || marks.contains("d") || marks.contains("e") || marks.contains("aaa")
      || (marks.contains("m") && !hasTime)
    if hasDate || hasTime { return .date(hasDate: hasDate) }
    guard hasDigits, !isText, !isScientific, marks.isEmpty else { return .general }
    let power = percents * 2 - commas * 3
    let before = String(prefix.drop { $0 == " " })
    let after = FormatSection.trimmingEnd(suffix)
    if before.isEmpty, after.isEmpty, power == 0, width <= 1 { return .general }
    return .number(prefix: before, suffix: after, power: power, width: max(1, width))
  }

  private static func trimmingEnd(_ text: String) -> String {
    var text = text
    while text.last == " " || text.last == "\u{A0}" { text.removeLast() }
    return text
  }

  private mutating func take(_ scalars: inout ArraySlice<Unicode.Scalar>) {
    while let scalar = scalars.popFirst() {
      switch scalar {
      case ";": return
      case "\"":
        let text = scalars.prefix { $0 != "\"" }
        scalars = scalars.dropFirst(text.count + 1)
        add(String(String.UnicodeScalarView(text)))
      case "\\": if let next = scalars.popFirst() { add(String(next)) }
      case "_": _ = scalars.popFirst()
      case "*": _ = scalars.popFirst()
      case "[":
        let text = scalars.prefix { $0 != "]" }
        scalars = scalars.dropFirst(text.count + 1)
        bracket(String(String.UnicodeScalarView(text)))
      case "A" where scalars.starts(with: "M/PM".unicodeScalars):
        scalars = scalars.dropFirst(4)
        letters += "h"
      case "G" where scalars.starts(with: "eneral".unicodeScalars):
        scalars = scalars.dropFirst(6)
        hasDigits = true
      case "E" where scalars.first == "+" || scalars.first == "-": isScientific = true
      default: place(scalar)
      }
    }
  }

  private mutating func place(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "0", "#", "?":
      // Text between digits is a mask, such as of a telephone number: it is not a unit.
      if hasDigits, !suffix.isEmpty { isText = true }
      hasDigits = true
      commas = 0
      if scalar == "0", !pastPoint { width += 1 }
    case ".": if hasDigits || suffix.isEmpty { pastPoint = true }
    case ",": if hasDigits { commas += 1 }
    case "%":
      percents += 1
      add("%")
    case "/": if hasDigits { isText = true }
    case "@": isText = true
    case "a"..."z", "A"..."Z": letters.unicodeScalars.append(scalar)
    default: add(String(scalar))
    }
  }

  private mutating func add(_ text: String) {
    if hasDigits || pastPoint { suffix += text } else { prefix += text }
  }

  /// `[$¥-804]` is a sign, `[h]` elapsed time, `[>100]` a condition, `[Red]` nothing.
  private mutating func bracket(_ text: String) {
    if text.hasPrefix("$") {
      add(String(text.dropFirst().prefix { $0 != "-" }))
    } else if let first = text.first, "<>=".contains(first) {
      isConditional = true
    } else if !text.isEmpty, text.lowercased().allSatisfy({ "hms".contains($0) }) {
      elapsed = true
    }
  }
}
