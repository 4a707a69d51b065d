public import Timing

/// What one draft was joined from, and why each part was made or taken:
/// `work/renders/<platform>/<draft-id>.json`.
public struct RenderRecord: Artefact, Hashable {
  public static let schema = "render/1"

  /// The draft's id.
  public var id: String
  public var platform: String
  /// Pictures in the order of the timeline, then sound, then cover.
  public var spans: [Span]

  public init(id: String, platform: String, spans: [Span]) {
    self.id = id
    self.platform = platform
    self.spans = spans
  }

  /// One object of the content store, where it stands in the draft.
  public struct Span: Sendable, Codable, Hashable {
    public enum Kind: String, Sendable, Codable, CaseIterable { case picture, sound, cover }

    public enum State: String, Sendable, Codable, CaseIterable {
      /// Encoded in this run.
      case made
      /// Found in the store.
      case taken
    }

    /// Its name in the content store.
    public var key: String
    public var kind: Kind
    /// Seconds on the timeline.
    public var start: Time
    public var end: Time
    public var bytes: Int
    public var state: State
    /// Why it was made, or where it came from; in words.
    public var reason: String
    /// Hashes of what it was made from, by name: `source`, `window`, `framing`, `layers`,
    /// `encoder`; with them a later run says what has changed.
    public var parts: [String: String]

    public init(
      key: String, kind: Kind, start: Time, end: Time, bytes: Int, state: State,
      reason: String = "", parts: [String: String] = [:]
    ) {
      self.key = key
      self.kind = kind
      self.start = start
      self.end = end
      self.bytes = bytes
      self.state = state
      self.reason = reason
      self.parts = parts
    }
  }
}
