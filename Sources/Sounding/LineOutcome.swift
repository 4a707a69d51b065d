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
