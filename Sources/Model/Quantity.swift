/// What a text like `500g×3袋`, `36-41码` or `续航30h` measures.
public struct Quantity: Sendable, Codable, Hashable {
  /// In `unit`; the lowest of a range.
  public var value: Double
  /// The highest of a range.
  public var high: Double?
  /// The canonical unit's id from the unit preset: `g`, `ml`, `cm`, `h`, `piece`, `percent`.
  public var unit: String
  /// How many times: 3 in `500g×3袋`.
  public var count: Int?
  /// What the amount is of: `棉` in `棉95%`.
  public var of: String?

  public init(
    value: Double, high: Double? = nil, unit: String, count: Int? = nil, of: String? = nil
  ) {
    self.value = value
    self.high = high
    self.unit = unit
    self.count = count
    self.of = of
  }
}
