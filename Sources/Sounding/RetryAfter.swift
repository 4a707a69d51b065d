import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// How long a server asks to be left alone.
enum RetryAfter {
  /// Seconds, or a date reckoned from the answer's own.
  static func seconds(of response: HTTPURLResponse) -> Double? {
    guard let text = response.value(forHTTPHeaderField: "Retry-After")?.trimmed else { return nil }
    if let seconds = Double(text) { return seconds.isFinite ? max(0, seconds) : nil }
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(secondsFromGMT: 0)
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
    guard let date = format.date(from: text),
      let now = response.value(forHTTPHeaderField: "Date").flatMap(format.date)
    else { return nil }
    return max(0, date.timeIntervalSince(now))
  }
}
