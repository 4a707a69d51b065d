extension Unicode.Scalar {
  /// Full-width letters, digits and signs as their half-width kin; the wide space as a space.
  var halfWidth: Unicode.Scalar {
    switch value {
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
    case 0x3000, 0xA0: " "
    case 0xFFE5: "¥"
    default: self
    }
  }
}

extension String {
  /// Half-width, lower case, no white space around.
  var folded: String {
    if utf8.allSatisfy({ $0 < 0x80 && !(0x41...0x5A).contains($0) }) { return cleaned }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(scalar.halfWidth) }
    return String(scalars).lowercased().cleaned
  }

  /// Letters and digits alone, folded: what two spellings of a header have in common.
  var headerKey: String {
    var key = String.UnicodeScalarView()
    for scalar in folded.unicodeScalars where scalar.isLetterOrDigit { key.append(scalar) }
    return String(key)
  }

  /// Without bracketed parts, `价格（元）` → `价格`; the whole where nothing else is left.
  var withoutBrackets: String {
    var depth = 0
    var result = ""
    for letter in self {
      if "([（【［".contains(letter) {
        depth += 1
      } else if ")]）】］".contains(letter) {
        depth = max(0, depth - 1)
      } else if depth == 0 {
        result.append(letter)
      }
    }
    return result.isBlank ? self : result
  }
}

extension Unicode.Scalar {
  var isLetterOrDigit: Bool {
    if value < 0x80 {
      return (0x30...0x39).contains(value) || (0x61...0x7A).contains(value)
        || (0x41...0x5A).contains(value)
    }
    return properties.isAlphabetic || properties.numericType != nil
  }

  var isDigit: Bool { (0x30...0x39).contains(value) }
}
