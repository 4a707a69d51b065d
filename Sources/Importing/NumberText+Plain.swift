import Foundation

extension NumberText {
  /// Plain ASCII digits with at most one point, perhaps a percent sign behind them: what most cells
  /// of a number column are, without the walk that all others need.
  init?(plain text: some StringProtocol) {
    var digits: Int64 = 0
    var (count, places) = (0, 0)
    var sawPoint = false
    var sawPercent = false
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39 where !sawPercent:
        digits = digits * 10 + Int64(byte & 15)
        count += 1
        if sawPoint { places += 1 }
      case UInt8(ascii: ".") where !sawPoint && !sawPercent && count > 0: sawPoint = true
      case UInt8(ascii: "%") where !sawPercent: sawPercent = true
      default: return nil
      }
      guard count <= 17 else { return nil }
    }
    guard count > 0, !sawPoint || places > 0 else { return nil }
    value = Decimal(digits)
    if places > 0 { value = Decimal(sign: .plus, exponent: -places, significand: value) }
    isPercent = sawPercent
    if count <= 15 { self.plain = Plain(digits: digits, places: places) }
  }

  /// The nearest double of the value, moved by some decimal places.
  func double(shifted places: Int = 0) -> Double {
    // Both are exact, so that their quotient is the nearest there is.
    if let plain { return Double(plain.digits) / NumberText.tens[plain.places + places] }
    return places == 0
      ? value.double : (value / Decimal(sign: .plus, exponent: places, significand: 1)).double
  }

  /// The value without its fraction, or nil past a million million.
  var whole: Int? {
    guard let plain, plain.places == 0, plain.digits < 1_000_000_000_000 else {
      return value.wholeNumber
    }
    return Int(plain.digits)
  }

  private static let tens: [Double] = (0...20).map { Double("1e\($0)")! }
}
