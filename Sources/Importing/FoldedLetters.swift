/// A text as the words of the rules are compared with it: half-width lower-case letters, one space
/// for any run of blanks, hyphens and underscores, and one mark for what parts phrases.
struct FoldedLetters {
  /// Parts phrases: comma, slash, a dash between spaces.
  static let part: UInt32 = 0x7C
  /// Parts the levels of a category path.
  static let level: UInt32 = 0x3E
  static let space: UInt32 = 0x20

  private(set) var letters: [UInt32] = []

  /// - Parameters:
  ///   - limit: Letters read at most.
  ///   - isPath: A `>` parts levels rather than phrases.
  init(_ text: String, limit: Int = 1_000, isPath: Bool = false) {
    letters.reserveCapacity(min(limit, text.utf8.count) + 1)
    var dash = false
    for scalar in text.unicodeScalars {
      if letters.count >= limit { break }
      let value = scalar.value
      if value >= 0x4E00, value <= 0x9FFF {
        letters.append(value)
        continue
      }
      switch Self.folded(value) {
      case Self.space:
        if dash, letters.last == Self.space { mark(Self.part) }
        if letters.last != Self.space { letters.append(Self.space) }
        dash = false
      case 0x2D:
        dash = letters.last == Self.space
        if letters.last != Self.space { letters.append(Self.space) }
        continue
      case Self.level where isPath: mark(Self.level)
      case Self.level, Self.part: mark(Self.part)
      case 0: break
      case let letter: letters.append(letter)
      }
      dash = false
    }
  }

  private mutating func mark(_ mark: UInt32) {
    if letters.last == Self.space { letters.removeLast() }
    letters.append(mark)
  }

  private static func folded(_ value: UInt32) -> UInt32 {
    if value < 0x80 { return ascii[Int(value)] }
    switch value {
    case 0xFF1E, 0x203A, 0xBB, 0x2192: return level
    case 0xFF01...0xFF5E: return ascii[Int(value - 0xFEE0)]
    case 0x3000, 0xA0, 0x2009: return space
    case 0x2019, 0x2018: return 0x27
    case 0x2010, 0x2011: return 0x2D
    case 0x2012...0x2015, 0x2022, 0xB7, 0x3001, 0x3002, 0x3008...0x3011, 0x201C, 0x201D, 0x2605,
      0x2606, 0x30FB:
      return part
    case 0xC0...0xDE where value != 0xD7: return value + 0x20
    case 0x200B...0x200F, 0xFE0F, 0xFEFF, 0xAE, 0x2122: return 0
    case 0x100...0x17F:
      return Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
    default: return value
    }
  }

  private static let ascii: [UInt32] = (0..<0x80).map { value in
    switch UInt8(value) {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(value) + 0x20
    case UInt8(ascii: "-"): 0x2D
    case UInt8(ascii: "_"), 0...0x1F: space
    case UInt8(ascii: ">"): level
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "/"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "+"), UInt8(ascii: "\""),
      UInt8(ascii: "\\"), UInt8(ascii: "~"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "<"), UInt8(ascii: "*"):
      part
    default: UInt32(value)
    }
  }

  /// A Latin letter or a digit: words of them are matched whole.
  @inline(__always)
  static func isLatin(_ letter: UInt32) -> Bool {
    (letter >= 0x61 && letter <= 0x7A) || (letter >= 0x30 && letter <= 0x39)
      || (letter >= 0xC0 && letter <= 0x24F)
  }

  /// Neither blank nor mark.
  @inline(__always)
  static func isLetter(_ letter: UInt32) -> Bool {
    isLatin(letter) || letter >= 0x2E80
  }
}

extension Sequence<UInt32> {
  var written: String {
    var scalars = String.UnicodeScalarView()
    for letter in self { if let scalar = Unicode.Scalar(letter) { scalars.append(scalar) } }
    return String(scalars)
  }
}
