/// What became of one proposed line.
public struct LineOutcome: Sendable, Hashable, Codable {
  public var place: String
  /// As it was proposed, without white space at its ends; empty where nothing was.
  public var text: String
  /// Why it is not taken; nil for one that is.
  public var objection: Objection?

  public var isTaken: Bool { objection == nil }

  public init(place: String, text: String, objection: Objection? = nil) {
    self.place = place
    self.text = text
    self.objection = objection
  }
}

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
