/// Coded as `2`, or as `"1/2"` where it is no whole number.
extension Rational: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try? container.decode(String.self)
    guard let read = Rational.parse(try text ?? "\(container.decode(Int64.self))") else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a fraction is a whole number or 'n/d', below 10⁹ each")
    }
    self = read
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if denominator == 1 {
      try container.encode(numerator)
    } else {
      try container.encode("\(self)")
    }
  }

  /// `3` or `3/2`; nil for anything else, and for what is too large to be reckoned with.
  public static func parse(_ text: String) -> Rational? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int64($0) }
    let limit: Int64 = 1_000_000_000
    guard (1...2).contains(parts.count), let above = parts[0], (-limit...limit).contains(above)
    else { return nil }
    guard parts.count == 2 else { return Rational(above) }
    guard let below = parts[1], (1...limit).contains(below) else { return nil }
    return Rational(above, below)
  }
}
