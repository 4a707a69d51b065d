/// Frames a second, exact; always above zero.
public struct FrameRate: Sendable, Hashable {
  public let framesPerSecond: Rational

  /// Nil unless the rate is above zero.
  public init?(_ framesPerSecond: Rational) {
    guard framesPerSecond > .zero else { return nil }
    self.framesPerSecond = framesPerSecond
  }

  /// - Precondition: `framesPerSecond` is above zero.
  public init(_ framesPerSecond: Int) {
    precondition(framesPerSecond > 0, "a frame rate is above zero")
    self.framesPerSecond = Rational(Int64(framesPerSecond))
  }

  /// The length of one frame.
  public var frame: Time { Time(Rational(1) / framesPerSecond) }
}

extension FrameRate: Codable {
  /// Reads `30`, `29.97` or `"30000/1001"`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try? container.decode(String.self)
    let rate =
      try text.map(FrameRate.parse)
      ?? FrameRate.parse("\(try container.decode(Double.self))")
    guard let rate else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a frame rate is a number above zero or 'n/d'")
    }
    self = rate
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if framesPerSecond.denominator == 1 {
      try container.encode(framesPerSecond.numerator)
    } else {
      try container.encode("\(framesPerSecond)")
    }
  }

  /// `30`, `29.97` (read as the broadcast fraction) or `30000/1001`.
  public static func parse(_ text: String) -> FrameRate? {
    let parts = text.split(separator: "/").map(String.init)
    if parts.count == 2, let n = Int64(parts[0]), let d = Int64(parts[1]), d > 0 {
      return FrameRate(Rational(n, d))
    }
    guard parts.count == 1, let value = Double(text), value > 0, value < 1000 else { return nil }
    let broadcast = (value * 1.001).rounded()
    if value != value.rounded(), abs(broadcast * 1000 / 1001 - value) < 0.005 {
      return FrameRate(Rational(Int64(broadcast) * 1000, 1001))
    }
    return FrameRate(Rational(Int64((value * 1000).rounded()), 1000))
  }
}

extension FrameRate: CustomStringConvertible {
  public var description: String { "\((framesPerSecond.double * 1000).rounded() / 1000) fps" }
}
