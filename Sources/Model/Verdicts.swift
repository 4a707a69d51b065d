/// What all decisions together come to.
public struct Verdicts: Sendable, Codable, Hashable {
  /// The last approval or rejection of each draft that has not been taken back, by draft id.
  private var last: [String: Decision] = [:]
  /// Takes that are not to be shown again, with the rejection that says so.
  public private(set) var barred: [String: Decision] = [:]
  /// Words for lines, in the order of time; later ones win.
  public private(set) var lines: [Decision] = []
  /// Covers counted from 1, by draft id.
  public private(set) var covers: [String: Int] = [:]
  /// Takes that a draft's shots are to be shown with, by draft id, then shot id.
  public private(set) var wishes: [String: [String: String]] = [:]

  public init(_ decisions: [Decision] = []) { decisions.forEach { add($0) } }

  private mutating func add(_ decision: Decision) {
    switch decision.choice {
    case .approve: last[decision.draft] = decision
    case .reject(_, let takes):
      last[decision.draft] = decision
      for take in takes { barred[take] = decision }
    case .reopen:
      last[decision.draft] = nil
      barred = barred.filter { $0.value.draft != decision.draft }
    case .cover(let number): covers[decision.draft] = number
    case .take(let shot, let take): wishes[decision.draft, default: [:]][shot] = take
    case .line: lines.append(decision)
    }
  }

  /// How a draft stands, as it lies there now.
  public func verdict(on draft: Draft) -> Verdict {
    guard let decision = last[draft.id] else { return Verdict(state: .waiting) }
    let isSame = decision.edition == draft.edition
    switch decision.choice {
    case .approve: return Verdict(state: isSame ? .approved : .changed, by: decision)
    case .reject(let note, _):
      return Verdict(state: isSame ? .rejected : .changed, by: decision, note: note)
    case .reopen, .line, .cover, .take: return Verdict(state: .waiting)
    }
  }
}

/// How a draft stands with its reviewers.
public struct Verdict: Sendable, Codable, Hashable {
  public enum State: String, Sendable, Codable, CaseIterable {
    case waiting, approved, rejected
    /// Decided once, and made anew since.
    case changed
  }

  public var state: State
  public var who: String?
  public var when: String?
  public var note: String?

  public init(state: State, by decision: Decision? = nil, note: String? = nil) {
    self.state = state
    who = decision?.who
    when = decision?.when
    self.note = note
  }
}
