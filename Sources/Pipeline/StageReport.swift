public import Diagnostics

/// What one stage did.
public struct StageReport: Sendable, Codable {
  public enum State: String, Sendable, Codable {
    /// Nothing it depends on has changed.
    case fresh
    case made
    /// With `--dry-run`: it would be made.
    case stale
    /// What it reads is not there.
    case missing
  }

  /// One item that could not be made; the others went on.
  public struct Failure: Sendable, Codable, Hashable {
    public var item: String
    public var reason: String

    public init(_ item: String, _ reason: String) {
      self.item = item
      self.reason = reason
    }
  }

  public var verb: Verb
  public var state: State
  /// Items made, and items kept as they were.
  public var made = 0
  public var kept = 0
  public var failed: [Failure] = []
  /// Items left for the next run, with the reason: no time, or no space.
  public var left: [Failure] = []
  public var findings: [Diagnostic] = []
  /// What a person reads about it, one line each.
  public var notes: [String] = []
  /// Where the result lies, relative to the workspace.
  public var places: [String] = []
  public var seconds = 0.0

  public init(_ verb: Verb, _ state: State) {
    self.verb = verb
    self.state = state
  }

  /// Whether every item was made.
  public var isWhole: Bool { failed.isEmpty && !findings.contains { $0.severity == .error } }
}
