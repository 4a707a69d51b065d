/// Which letters a text has, ASCII exactly and others by a few of their bits: a quick no, never a
/// quick yes.
struct LetterMask: Sendable, Equatable {
  private var bits: SIMD8<UInt64> = .zero

  init() {}

  init(_ letters: some Sequence<Unicode.Scalar>) {
    for letter in letters { insert(letter) }
  }

  mutating func insert(_ letter: Unicode.Scalar) {
    let value = Int(letter.value)
    let place = value < 128 ? value : 128 + value &* 0x9E37 % 383
    bits[place >> 6] |= 1 << UInt64(place & 63)
  }

  func union(_ other: LetterMask) -> LetterMask {
    var result = self
    result.bits |= other.bits
    return result
  }

  func intersects(_ other: LetterMask) -> Bool { (bits & other.bits) != .zero }

  func isWithin(_ other: LetterMask) -> Bool { (bits & ~other.bits) == .zero && bits != .zero }

  /// Signs are rarer than letters and digits.
  var commonness: Int { count + (intersects(LetterMask.words) ? 1_000 : 0) }

  private static let words = LetterMask("abcdefghijklmnopqrstuvwxyz0123456789".unicodeScalars)

  /// How many letters it can stand for.
  var count: Int { (0..<8).reduce(0) { $0 + bits[$1].nonzeroBitCount } }
}
