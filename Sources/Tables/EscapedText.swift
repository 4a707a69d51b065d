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

  /// Text as XML may hold it in a workbook: entities for marks, escapes for what XML forbids.
  static func encode(_ text: String) -> String {
    var result = ""
    let bytes = Array(text.utf8)
    var place = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "_" where unit(in: bytes, at: place) != nil: result += "_x005F_"
      case "\u{FFFE}": result += "_xFFFE_"
      case "\u{FFFF}": result += "_xFFFF_"
      case "\r": result += "&#13;"
      case "\0"..."\u{1F}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
      default: result.unicodeScalars.append(scalar)
      }
      place += UTF8.width(scalar)
    }
    return result
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
