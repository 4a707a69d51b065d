/// Which words a proposed line may use beside the product's facts, and which it may not.
public struct PlainWords: Sendable, Codable, Hashable {
  /// Words that claim nothing: pointing, asking, addressing, joining.
  public var words: [CopyLocale: [String]]
  /// Words that say something of a product; none of them may stand outside a fact.
  public var claims: [CopyLocale: [String]]
  /// Words that turn what follows into its opposite.
  public var turning: [CopyLocale: [String]]
  /// Words that limit a fact: it may be told whole, or not at all.
  public var binding: [CopyLocale: [String]]

  public init(
    words: [CopyLocale: [String]], claims: [CopyLocale: [String]] = [:],
    turning: [CopyLocale: [String]] = [:], binding: [CopyLocale: [String]] = [:]
  ) {
    self.words = words
    self.claims = claims
    self.turning = turning
    self.binding = binding
  }
}
