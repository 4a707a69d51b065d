/// A day of the calendar, for counting days between two.
struct Day: Sendable, Comparable {
  /// Days after 1970-01-01.
  let number: Int
  let month: Int

  /// Nil unless the text starts with a day such as `2026-11-23`.
  init?(_ text: String?) {
    let parts = (text ?? "").prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), (1...9999).contains(year), (1...12).contains(month),
      (1...31).contains(day)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let ofYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    number =
      era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
    self.month = month
  }

  static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}
