/// A half-open stretch of time: the start belongs to it, the end does not.
public struct TimeRange: Sendable, Hashable, Codable {
  public var start: Time
  public var duration: Time

  public init(start: Time, duration: Time) {
    self.start = start
    self.duration = duration
  }

  public init(from start: Time, to end: Time) {
    self.init(start: start, duration: end - start)
  }

  public var end: Time { start + duration }

  public func contains(_ time: Time) -> Bool { start <= time && time < end }

  /// Whether the two share any time at all.
  public func overlaps(_ other: TimeRange) -> Bool { start < other.end && other.start < end }

  /// The shared stretch, or nil when there is none.
  public func intersection(_ other: TimeRange) -> TimeRange? {
    guard overlaps(other) else { return nil }
    return TimeRange(from: max(start, other.start), to: min(end, other.end))
  }
}

extension TimeRange: CustomStringConvertible {
  public var description: String { "\(start)–\(end)" }
}
