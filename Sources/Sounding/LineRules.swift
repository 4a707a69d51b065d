public import Model

/// What the caller holds proposed lines against, beside the facts.
public struct LineRules: Sendable {
  /// How long a text is when it is spoken, in the unit of `LineRequest.limit`.
  public var length: @Sendable (_ text: String, _ locale: CopyLocale) -> Int
  /// The term list's findings in a text, for the script of an id.
  public var gate: @Sendable (_ text: String, _ place: String, _ script: String) -> [Finding]

  public init(
    length: @escaping @Sendable (_ text: String, _ locale: CopyLocale) -> Int,
    gate: @escaping @Sendable (_ text: String, _ place: String, _ script: String) -> [Finding]
  ) {
    self.length = length
    self.gate = gate
  }
}
