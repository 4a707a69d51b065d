/// Characters that XML cannot hold, as workbooks write them: `_x000D_` is a carriage return.
enum EscapedText {
  /// Puts the characters in place of what stands for them.
  static func decode(_ text: inout [UInt8]) {
    guard let first = next(in: text, from: 0) else { return }
    var result = Array(text[..<first])
    var index = first
    while index < text.count {
      guard let unit = unit(in: text, at: index) else {
        result.append(text[index])
        index += 1
        continue
      }
      index += 7
      var units = [unit]
      if UTF16.isLeadSurrogate(unit), let trail = self.unit(in: text, at: index),
        UTF16.isTrailSurrogate(trail)
      {
        units.append(trail)
        index += 7
      }
      result += Array(String(decoding: units, as: UTF16.self).utf8)
    }
    text = result
  }

  /// The beginning of a text with escapes for what XML forbids; marks stay as they are.
  ///
  /// Neither the text nor what it becomes is longer than the limit, the first in UTF-16 units, the
  /// second in code points; no character is cut in half.
  static func encode(_ text: String, limit: Int) -> String {
    var result = String.UnicodeScalarView()
    let bytes = Array(text.utf8)
    var (place, units, length) = (0, 0, 0)
    for scalar in text.unicodeScalars {
      let piece = escape(of: scalar, isMark: scalar == "_" && unit(in: bytes, at: place) != nil)
      units += UTF16.width(scalar)
      length += piece?.unicodeScalars.count ?? 1
      guard units <= limit, length <= limit else { break }
      if let piece { result += piece.unicodeScalars } else { result.append(scalar) }
      place += UTF8.width(scalar)
    }
    return String(result)
  }

  /// The beginning of a text, never half a character.
  static func clipped(_ text: String, to units: Int) -> String {
    guard text.utf16.count > units else { return text }
    var (result, count) = ("", 0)
    for scalar in text.unicodeScalars {
      count += UTF16.width(scalar)
      if count > units { break }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// Nil for a character that stands for itself.
  private static func escape(of scalar: Unicode.Scalar, isMark: Bool) -> String? {
    if isMark { return "_x005F_" }
    switch scalar {
    case "\n", "\t": return nil
    case "\0"..."\u{1F}", "\u{FFFE}", "\u{FFFF}":
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
    default: return nil
    }
  }

  private static func next(in text: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 7 <= text.count {
      if text[index] == 0x5F, unit(in: text, at: index) != nil { return index }
      index += 1
    }
    return nil
  }

  /// The UTF-16 unit that `_xHHHH_` at the place stands for.
  private static func unit(in text: [UInt8], at index: Int) -> UInt16? {
    guard index + 7 <= text.count, text[index] == 0x5F, text[index + 1] == 0x78,
      text[index + 6] == 0x5F
    else { return nil }
    var value: UInt16 = 0
    for byte in text[(index + 2)..<(index + 6)] {
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt16(digit)
    }
    return value
  }
}
