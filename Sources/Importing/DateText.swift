/// A day as people and exports write it.
struct DateText: Equatable {
  /// `2026-06-01`.
  var iso: String

  private static let days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  /// Nil where the text is no day, or where day and month cannot be told apart.
  init?(_ text: String) {
    let letters = Array(text.folded.unicodeScalars.prefix(40))
    var parts: [[Unicode.Scalar]] = [[]]
    var marks: [Unicode.Scalar] = []
    var index = 0
    while index < letters.count, parts.count <= 3 {
      let letter = letters[index]
      if letter.isDigit {
        parts[parts.count - 1].append(letter)
      } else if "-/.年月".unicodeScalars.contains(letter), parts.last?.isEmpty == false {
        marks.append(letter)
        parts.append([])
      } else {
        break
      }
      index += 1
    }
    let rest = letters[index...].text
    guard rest.isEmpty || DateText.isTime(rest) else { return nil }
    if parts.last?.isEmpty == true { parts.removeLast() }
    guard let day = DateText.day(parts.map(\.text), marks) else { return nil }
    iso = day
  }

  /// Days since 1899-12-30, as spreadsheets keep them.
  static func serial(_ text: String) -> DateText? {
    let whole = text.cleaned.prefix { $0 != "." }
    guard whole.count == 5, let days = Int(whole), (30_000...60_000).contains(days) else {
      return nil
    }
    // Civil date from a count of days, in eras of 400 years that begin on 1 March.
    let shifted = days - 25_569 + 719_468
    let era = shifted / 146_097
    let ofEra = shifted - era * 146_097
    let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let month = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * month + 2) / 5 + 1
    let civil = month < 10 ? month + 3 : month - 9
    return DateText(year: era * 400 + year + (civil <= 2 ? 1 : 0), month: civil, day: day)
  }

  private init?(year: Int, month: Int, day: Int) {
    guard (1990...2100).contains(year), (1...12).contains(month),
      (1...DateText.days[month - 1]).contains(day)
    else { return nil }
    if month == 2, day == 29, !year.isMultiple(of: 4) || year == 2100 { return nil }
    iso = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// `日`, and a time of the day behind it.
  private static func isTime(_ rest: String) -> Bool {
    var rest = rest[...]
    if rest.hasPrefix("日") || rest.hasPrefix("号") { rest = rest.dropFirst() }
    if rest.isEmpty { return true }
    guard rest.first == " " || rest.first == "t" || rest.first == "\t" else { return false }
    return rest.dropFirst().unicodeScalars.allSatisfy {
      $0.isDigit || ":.+-z tpam时分秒".unicodeScalars.contains($0)
    }
  }

  private static func day(_ parts: [String], _ marks: [Unicode.Scalar]) -> String? {
    if parts.count == 1, parts[0].count == 8, let whole = Int(parts[0]) {
      return DateText(year: whole / 10_000, month: whole / 100 % 100, day: whole % 100)?.iso
    }
    guard parts.count == 3, parts.allSatisfy({ $0.count <= 4 }) else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    if parts[0].count == 4 {
      return DateText(year: numbers[0], month: numbers[1], day: numbers[2])?.iso
    }
    guard parts[2].count == 4, marks.first != "年" else { return nil }
    // 13/06/2026 can only be a day first, 06/13/2026 only a month first.
    let dayFirst = DateText(year: numbers[2], month: numbers[1], day: numbers[0])
    let monthFirst = DateText(year: numbers[2], month: numbers[0], day: numbers[1])
    if let dayFirst, let monthFirst, dayFirst != monthFirst { return nil }
    return (dayFirst ?? monthFirst)?.iso
  }
}
