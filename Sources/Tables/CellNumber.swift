/// A number as a file writes it, in decimal and without binary dust.
///
/// Its value is `mantissa` × 10^`exponent`; the mantissa has at most 15 digits and no zero at its
/// end.
struct CellNumber: Equatable {
  static let digits = 15

  private(set) var isNegative = false
  private(set) var mantissa: UInt64 = 0
  private(set) var exponent = 0

  /// Nil unless it is a number as XML Schema writes doubles, except INF and NaN.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var (seen, fraction, taken) = (false, false, 0)
    if let first = text.first, first == 0x2D || first == 0x2B {
      isNegative = first == 0x2D
      index = 1
    }
    while index < text.count {
      let byte = text[index]
      if byte == 0x2E, !fraction {
        fraction = true
      } else if (0x30...0x39).contains(byte) {
        seen = true
        // Nineteen digits fit; those after are far beyond what is kept.
        if taken < 18 {
          mantissa = mantissa * 10 + UInt64(byte - 0x30)
          if mantissa > 0 { taken += 1 }
          if fraction { exponent -= 1 }
        } else if !fraction {
          exponent += 1
        }
      } else {
        break
      }
      index += 1
    }
    guard seen, takeExponent(text[index...]) else { return nil }
    round()
  }

  private mutating func takeExponent(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let mark = text.first else { return true }
    guard mark == 0x45 || mark == 0x65 else { return false }
    let power = text.dropFirst()
    guard !power.isEmpty, power.count <= 6,
      let value = Int(String(decoding: power, as: UTF8.self))
    else { return false }
    exponent += value
    return true
  }

  private mutating func round() {
    var carry: UInt64 = 0
    while mantissa >= 1_000_000_000_000_000 {
      carry = mantissa % 10
      mantissa /= 10
      exponent += 1
      if mantissa < 1_000_000_000_000_000, carry >= 5 { mantissa += 1 }
    }
    if mantissa == 0 {
      (exponent, isNegative) = (0, false)
    }
    while mantissa > 0, mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
    }
  }

  /// Multiplies by a power of ten.
  func shifted(_ power: Int) -> CellNumber {
    var result = self
    if mantissa > 0 { result.exponent += power }
    return result
  }

  var double: Double { Double("\(isNegative ? "-" : "")\(mantissa)e\(exponent)") ?? 0 }

  /// Digits before the decimal point, at least those asked for, and after it; in scientific
  /// notation where there are more than fifteen before it, or many zeros after it.
  func text(leadingZeros width: Int = 1) -> String {
    let digits = String(mantissa)
    let point = digits.count + exponent
    let sign = isNegative ? "-" : ""
    if mantissa > 0, point > CellNumber.digits || point < -9 {
      let rest = digits.dropFirst()
      let power = point - 1
      return sign + digits.prefix(1) + (rest.isEmpty ? "" : "." + rest)
        + "E" + (power < 0 ? "-" : "+") + (abs(power) < 10 ? "0" : "") + String(abs(power))
    }
    var whole: String
    var fraction = ""
    if exponent >= 0 {
      whole = digits + String(repeating: "0", count: exponent)
    } else if point > 0 {
      whole = String(digits.prefix(point))
      fraction = String(digits.dropFirst(point))
    } else {
      whole = "0"
      fraction = String(repeating: "0", count: -point) + digits
    }
    whole = String(repeating: "0", count: max(0, width - whole.count)) + whole
    return sign + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// Whether a text already stands as `text()` would write it, and can be taken over as it is.
  static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, text.count <= digits + 1 else { return false }
    var index = first == 0x2D ? 1 : 0
    let start = index
    guard index < text.count, (0x31...0x39).contains(text[index]) || text[index] == 0x30 else {
      return false
    }
    if text[index] == 0x30, index + 1 < text.count, text[index + 1] != 0x2E { return false }
    var point: Int?
    while index < text.count {
      if text[index] == 0x2E {
        guard point == nil else { return false }
        point = index
      } else if !(0x30...0x39).contains(text[index]) {
        return false
      }
      index += 1
    }
    guard let point else {
      return text.count - start <= digits && !(start == 1 && text[start] == 0x30)
    }
    // No zero at the end, not -0.…, few zeros after the point.
    return point > start && text[text.count - 1] != 0x30 && text[text.count - 1] != 0x2E
      && (text[start] != 0x30 || text.count <= 10)
  }
}
