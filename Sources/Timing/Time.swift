/// A point or a length in time, exact, in seconds.
///
/// Decimal seconds are text at the edge: a `Time` is coded as a number with at most six places.
public struct Time: Sendable, Hashable {
  public let seconds: Rational

  public static let zero = Time(.zero)

  public init(_ seconds: Rational) { self.seconds = seconds }

  /// Whole frames at a rate.
  public init(frames: Int, at rate: FrameRate) {
    seconds = Rational(Int64(frames)) / rate.framesPerSecond
  }

  /// Decimal seconds, rounded to a millionth.
  public init(decimal: Double) {
    seconds = Rational(Int64((decimal * 1_000_000).rounded()), 1_000_000)
  }

  /// Decimal seconds, for text at the edge and for measures that are never compared for equality.
  public var decimal: Double { seconds.double }

  /// The nearest frame on the grid of a rate.
  public func frames(at rate: FrameRate) -> Int { Int((seconds * rate.framesPerSecond).rounded) }

  /// This time moved to the nearest frame of a rate.
  public func snapped(to rate: FrameRate) -> Time { Time(frames: frames(at: rate), at: rate) }

  /// The nearest sample at a sampling rate in hertz.
  public func samples(at hertz: Int) -> Int { Int((seconds * Rational(Int64(hertz))).rounded) }

  public static func + (a: Time, b: Time) -> Time { Time(a.seconds + b.seconds) }
  public static func - (a: Time, b: Time) -> Time { Time(a.seconds - b.seconds) }
  public static func * (a: Time, b: Rational) -> Time { Time(a.seconds * b) }
  public static func += (a: inout Time, b: Time) { a = a + b }
}

extension Time: Comparable {
  public static func < (a: Time, b: Time) -> Bool { a.seconds < b.seconds }
}

extension Time: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(decimal: try decoder.singleValueContainer().decode(Double.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode((decimal * 1_000_000).rounded() / 1_000_000)
  }
}

extension Time: CustomStringConvertible {
  public var description: String { "\((decimal * 1000).rounded() / 1000) s" }
}
