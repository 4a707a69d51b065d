/// What a person decided about a draft on the review page, with who and when.
///
/// One line of JSON each in `edits/decisions.jsonl`, in the order of time; later ones win.
public struct Decision: Sendable, Codable, Hashable {
  public enum Choice: Sendable, Codable, Hashable {
    case approve
    /// With the takes, by id, that are not to be shown again, in any draft.
    case reject(note: String, takes: [String])
    /// Takes an approval or a rejection back, with the takes it barred.
    case reopen
    /// A line of the draft's script: `post.douyin.title`, `beats[2].voice`.
    case line(place: String, text: String)
    /// Counted from 1, as in the sidecar's `covers`.
    case cover(Int)
    /// A shot of the script is to be shown with this take, in this draft.
    case take(shot: String, take: String)
  }

  /// Draft id.
  public var draft: String
  public var platform: String
  /// Of the draft that was seen: `Draft.edition`.
  public var edition: String
  public var choice: Choice
  public var who: String
  /// ISO 8601, in UTC.
  public var when: String

  public init(
    draft: String, platform: String, edition: String, choice: Choice, who: String, when: String
  ) {
    self.draft = draft
    self.platform = platform
    self.edition = edition
    self.choice = choice
    self.who = who
    self.when = when
  }
}
