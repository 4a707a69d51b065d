internal import Model

/// Dates of a shoot's days.
struct ShootCalendar {
  /// Days after 1970-01-01 of the first day; nil when the shoot has no date.
  private let first: Int?
  private let workdays: [ShootPolicy.Weekday]

  /// - Parameter first: ISO date; anything else is no date.
  init(first: String, workdays: [ShootPolicy.Weekday]) {
    self.first = ShootCalendar.number(of: first)
    self.workdays = workdays
  }

  /// ISO date of a day from 1 on, or empty.
  ///
  /// The first day is the date that was given; further ones fall on workdays alone.
  func date(ofDay day: Int) -> String {
    guard let first, (1...100_000).contains(day) else { return "" }
    var number = first
    for _ in 1..<max(day, 2) where day > 1 {
      repeat { number += 1 } while !isWorkday(number)
    }
    return ShootCalendar.iso(number)
  }

  private func isWorkday(_ number: Int) -> Bool {
    // 1970-01-01 was a Thursday.
    let week = ShootPolicy.Weekday.allCases
    let day = week[(((number + 3) % 7) + 7) % 7]
    return workdays.isEmpty || workdays.contains(day)
  }

  private static func number(of iso: String) -> Int? {
    let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2]), (1...9999).contains(year),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let ofYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let (era, yearOfEra) = (shifted / 400, shifted % 400)
    let number =
      era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
    return ShootCalendar.iso(number) == iso ? number : nil
  }

  private static func iso(_ number: Int) -> String {
    let shifted = number + 719_468
    let (era, ofEra) = (shifted / 146_097, shifted % 146_097)
    let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let month = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * month + 2) / 5 + 1
    let civil = month < 10 ? month + 3 : month - 9
    return padded(era * 400 + year + (civil <= 2 ? 1 : 0), 4) + "-" + padded(civil, 2) + "-"
      + padded(day, 2)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
