/// One place of a script that a line is wanted for.
public struct LineRequest: Sendable, Hashable {
  /// `beats[2].voice`.
  public var place: String
  /// `hook`, `pain`, `point`, as the script names its beats.
  public var role: String
  /// The words that the line must hold; empty where it need say nothing of the product.
  public var claim: String
  /// The most that the line may take, in the unit that the caller's `LineLimits` counts.
  public var limit: Int
  /// The playbook's own line for this place.
  public var example: String

  public init(place: String, role: String, claim: String, limit: Int, example: String) {
    self.place = place
    self.role = role
    self.claim = claim
    self.limit = limit
    self.example = example
  }
}
