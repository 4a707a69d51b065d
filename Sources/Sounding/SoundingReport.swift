public import Diagnostics

/// Proposals for a run's scripts, and what the team should know about how they came.
public struct SoundingReport: Sendable {
  /// In the order of the requests.
  public var answers: [ScriptAnswer]
  /// One warning for each thing that went wrong, however many scripts it touched.
  public var diagnostics: [Diagnostic]
  /// Requests that were sent, repeated ones among them.
  public var asked: Int
  /// Scripts answered by what an earlier run kept.
  public var kept: Int

  /// Lines taken and lines dropped.
  public var taken: Int { answers.reduce(0) { $0 + $1.outcomes.count(where: \.isTaken) } }
  public var dropped: Int { answers.reduce(0) { $0 + $1.outcomes.count { !$0.isTaken } } }
}
