import Foundation

/// A text reduced to what its words are compared by, each letter knowing where it came from.
///
/// Compatibility forms are one (NFKC), letters are lower case, what cannot be seen is gone.
struct FoldedText {
  private(set) var scalars: [Unicode.Scalar] = []
  /// For each folded scalar, the ordinal of the original scalar it came from.
  private(set) var origins: [Int] = []
  private(set) var digits = 0
  /// Digits and Chinese numerals.
  private(set) var numerals = 0
  private(set) var hasLatin = false
  private(set) var letters = LetterMask()

  /// - Parameter map: traditional and rare letters with what they are read as.
  init(_ text: String, reading map: LetterMap = LetterMap()) {
    scalars.reserveCapacity(text.utf8.count)
    origins.reserveCapacity(text.utf8.count)
    for (ordinal, scalar) in text.unicodeScalars.enumerated() {
      switch scalar.value {
      case 0x4E00...0x9FFF:
        append(map[scalar], ordinal)
      case 0x30...0x39, 0x61...0x7A, 0x20...0x2F, 0x3A...0x40:
        append(scalar, ordinal)
      case 0x41...0x5A, 0xFF21...0xFF3A:
        append(Unicode.Scalar((scalar.value & 0x1F) + 0x60)!, ordinal)
      case 0xFF01...0xFF20, 0xFF3B...0xFF5E:
        append(Unicode.Scalar(scalar.value - 0xFEE0)!, ordinal)
      case 0x3001...0x3003, 0x3008...0x3011: append(scalar, ordinal)
      default:
        guard !scalar.properties.isDefaultIgnorableCodePoint else { continue }
        for folded in Self.fold(scalar) { append(map[folded], ordinal) }
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ ordinal: Int) {
    scalars.append(scalar)
    origins.append(ordinal)
    letters.insert(scalar)
    if scalar.isNumeral { numerals += 1 }
    if scalar.isDigit { digits += 1 } else if scalar.isASCIILetter { hasLatin = true }
  }

  private static func fold(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    String(scalar).precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
  }

  /// Whether letters stand in a row somewhere; none always do.
  func contains(_ run: [Unicode.Scalar]) -> Bool {
    guard let first = run.first else { return true }
    guard run.count <= scalars.count else { return false }
    return (0...scalars.count - run.count).contains {
      scalars[$0] == first && scalars[$0..<$0 + run.count].elementsEqual(run)
    }
  }

  var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { (0x30...0x39).contains(value) }

  /// A digit or a Chinese numeral from nought to nine.
  var isNumeral: Bool {
    switch value {
    case 0x30...0x39, 0x3007, 0x4E00, 0x4E03, 0x4E09, 0x4E5D, 0x4E8C, 0x4E94, 0x516B, 0x516D,
      0x56DB, 0x5E7A, 0x96F6:
      true
    default: false
    }
  }

  var isASCIILetter: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }

  /// Whether a word written in Latin letters or digits goes on here.
  var isASCIIWord: Bool { isDigit || isASCIILetter }

  /// Letters, ideographs and numbers; not spaces, punctuation, signs or emoji.
  var isWordPart: Bool {
    if value < 0x80 { return isASCIIWord }
    if (0x4E00...0x9FFF).contains(value) { return true }
    switch properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}
