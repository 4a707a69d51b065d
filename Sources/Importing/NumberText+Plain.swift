import Foundation

extension NumberText {
  /// Plain ASCII digits with at most one point, perhaps a percent sign behind them: what most cells
  /// of a number column are, without the walk that all others need.
  init?(plain text: String) {
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
  }
}
