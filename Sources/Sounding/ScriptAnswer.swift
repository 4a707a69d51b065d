/// The lines proposed for one script, each judged.
public struct ScriptAnswer: Sendable, Hashable {
  public enum Origin: String, Sendable, Codable { case server, kept, none }

  /// The script's id.
  public var id: String
  public var origin: Origin
  /// In the order of the request; lines for places that were not asked for come last.
  public var outcomes: [LineOutcome]
  /// Why there is no answer at all; nil where there is one.
  public var fault: SoundingError?

  /// The lines that are taken, by place.
  public var lines: [String: String] {
    Dictionary(outcomes.filter(\.isTaken).map { ($0.place, $0.text) }) { first, _ in first }
  }
}
