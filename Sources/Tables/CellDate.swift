/// A day and time of day out of a workbook's serial number.
struct CellDate {
  /// Days in 1900's system from its day 0 to 1 January 1904.
  private static let offset1904 = 1462
  /// 31 December 9999.
  private static let last = 2_958_465

  /// As `2026-11-23`, with ` 14:30:00` unless it is midnight; without a date, as `14:30:00`.
  ///
  /// - Returns: nil where the number lies before or beyond what a date can be.
  static func text(_ number: CellNumber, hasDate: Bool, is1904: Bool) -> String? {
    let serial = number.double
    guard !number.isNegative, serial < Double(last + 1) else { return nil }
    let milliseconds = (serial * 86_400_000).rounded()
    var (days, rest) = Int(milliseconds).quotientAndRemainder(dividingBy: 86_400_000)
    if !hasDate { return clock(days * 86_400_000 + rest) }
    if is1904 { days += offset1904 }
    guard days <= last else { return nil }
    // Dust of a thousandth around a whole second is not part of the time.
    let second = rest % 1000
    if second <= 1 { rest -= second } else if second == 999 { rest += 1 }
    if days == 0 { return rest == 0 ? nil : clock(rest) }
    return date(days) + (rest == 0 ? "" : " " + clock(rest))
  }

  private static func date(_ serial: Int) -> String {
    // The 1900 system holds a 29 February 1900 that never was.
    if serial == 60 { return "1900-02-29" }
    // Days since 1 March of year 0, by the proleptic Gregorian calendar.
    let days = serial + 693_899 - (serial > 60 ? 1 : 0) + 1
    let shifted = days
    let era = shifted / 146_097
    let ofEra = shifted % 146_097
    let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let part = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * part + 2) / 5 + 1
    let month = part < 10 ? part + 3 : part - 9
    let full = year + era * 400 + (month <= 2 ? 1 : 0)
    return padded(full, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  private static func clock(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1000
    let rest = milliseconds % 1000
    return padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":"
      + padded(seconds % 60, 2) + (rest == 0 ? "" : "." + padded(rest, 3))
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
