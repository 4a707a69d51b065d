/// An exact fraction in lowest terms with a positive denominator.
public struct Rational: Sendable, Hashable {
  public let numerator: Int64
  public let denominator: Int64

  public static let zero = Rational(0, 1)

  /// - Precondition: `denominator` is not zero.
  public init(_ numerator: Int64, _ denominator: Int64 = 1) {
    precondition(denominator != 0, "a fraction needs a denominator")
    let sign: Int64 = denominator < 0 ? -1 : 1
    let divisor = max(1, Rational.gcd(numerator.magnitude, denominator.magnitude))
    self.numerator = sign * numerator / Int64(divisor)
    self.denominator = sign * denominator / Int64(divisor)
  }

  public var double: Double { Double(numerator) / Double(denominator) }

  private static func gcd(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  /// The largest whole number not above this one.
  public var floor: Int64 {
    let quotient = numerator / denominator
    return numerator % denominator < 0 ? quotient - 1 : quotient
  }

  /// The nearest whole number, halves upwards.
  public var rounded: Int64 { (self + Rational(1, 2)).floor }

  /// The smallest whole number not below this one.
  public var ceiling: Int64 { -(-self).floor }

  public static func + (a: Rational, b: Rational) -> Rational {
    Rational(
      a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
  }
  public static func - (a: Rational, b: Rational) -> Rational { a + -b }
  public static prefix func - (a: Rational) -> Rational { Rational(-a.numerator, a.denominator) }
  public static func * (a: Rational, b: Rational) -> Rational {
    // Cross-reduced first, so that products of frame rates and clock ticks stay in range.
    let left = Rational(a.numerator, b.denominator)
    let right = Rational(b.numerator, a.denominator)
    return Rational(left.numerator * right.numerator, left.denominator * right.denominator)
  }
  /// - Precondition: `b` is not zero.
  public static func / (a: Rational, b: Rational) -> Rational {
    a * Rational(b.denominator, b.numerator)
  }
}

extension Rational: Comparable {
  public static func < (a: Rational, b: Rational) -> Bool { (a - b).numerator < 0 }
}

extension Rational: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int64) { self.init(value) }
}

extension Rational: CustomStringConvertible {
  public var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}
