import ArgumentParser
import Foundation

/// A time of day as people write it, `07:00`, or from now on, `+3h`, `+90m`.
struct Deadline: ExpressibleByArgument {
  private enum Kind { case clock(hour: Int, minute: Int), after(TimeInterval) }
  private let kind: Kind

  init?(argument: String) {
    if argument.hasPrefix("+") {
      let units: [Character: Double] = ["h": 3600, "m": 60, "s": 1]
      guard let unit = argument.last.flatMap({ units[$0] }),
        let count = Double(argument.dropFirst().dropLast()), count >= 0, count * unit < 1e7
      else { return nil }
      kind = .after(count * unit)
      return
    }
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.count) }),
      let hour = UInt8(parts[0]), let minute = UInt8(parts[1]), hour < 24, minute < 60
    else { return nil }
    kind = .clock(hour: Int(hour), minute: Int(minute))
  }

  /// The next time the clock says so.
  func date(after now: Date, in calendar: Calendar = .current) -> Date {
    switch kind {
    case .after(let seconds): now.addingTimeInterval(seconds)
    case .clock(let hour, let minute):
      calendar.nextDate(
        after: now, matching: DateComponents(hour: hour, minute: minute, second: 0),
        matchingPolicy: .nextTime) ?? now
    }
  }
}
