/// How hard a server is asked.
public struct SoundingLimits: Sendable, Hashable {
  /// Requests at once, after the first was answered.
  public var atOnce: Int
  /// Times that a busy server (429, 503) is asked again for one script.
  public var retries: Int
  /// Longest pause that a busy server is granted, in seconds.
  public var longestPause: Double
  /// Failures in a row after which a server is given up.
  public var failures: Int

  public init(
    atOnce: Int = 4, retries: Int = 2, longestPause: Double = 20, failures: Int = 3
  ) {
    self.atOnce = atOnce
    self.retries = retries
    self.longestPause = longestPause
    self.failures = failures
  }
}
