/// Keeps IDR pictures that follow each other apart: H.264 wants another `idr_pic_id` in each.
///
/// An encoder alternates it within a span and begins each span with the same number, so it clashes
/// where a GOP of one picture ends a span. Numbers are replaced so that the rest of the slice moves
/// by whole bytes and stays as it is, whatever the entropy coding: 0 by 15, whose code is eight
/// bits longer, any other by a neighbour with a code as long.
struct IDRNumbers {
  private let layout: SliceLayout
  /// The picture before, when it was a key picture.
  private var before: ArraySlice<UInt8>?

  /// Nil when the parameter sets are not those of a progressive stream.
  init?(parameterSets: [UInt8]) {
    guard let layout = SliceLayout(parameterSets: parameterSets) else { return nil }
    self.layout = layout
  }

  /// Notes a picture that is no key picture.
  mutating func pass() { before = nil }

  /// The key picture with another number, when it has that of a key picture right before it; nil
  /// when it can stay as it is.
  mutating func distinct(_ picture: ArraySlice<UInt8>) -> [UInt8]? {
    let previous = before
    before = picture
    guard let previous, let number = number(in: previous), number == self.number(in: picture) else {
      return nil
    }
    let replaced = replacing(number, in: Array(picture))
    if let replaced { before = replaced[...] }
    return replaced
  }

  /// The number in an access unit's first IDR slice.
  private func number(in picture: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(picture)
    let unit = AVCUnits.ranges(bytes).first { bytes[$0.lowerBound] & 31 == 5 }
    return unit.flatMap { layout.number(AVCUnits.unescaped(bytes[$0]))?.value }
  }

  private func replacing(_ number: Int, in bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var copied = 0
    for unit in AVCUnits.ranges(bytes) where bytes[unit.lowerBound] & 31 == 5 {
      var slice = AVCUnits.unescaped(bytes[unit])
      guard let (place, value) = layout.number(slice), value == number,
        IDRNumbers.replace(value, at: place, in: &slice)
      else { return nil }
      result += bytes[copied..<unit.lowerBound] + AVCUnits.escaped(slice)
      copied = unit.upperBound
    }
    return result + bytes[copied...]
  }

  /// Writes another number over the one at a bit.
  private static func replace(_ value: Int, at bit: Int, in slice: inout [UInt8]) -> Bool {
    let (byte, offset) = (bit / 8, bit % 8)
    if value == 0 {
      // One bit, a one, becomes the nine bits 000010000.
      let old = Int(slice[byte])
      let head = (old >> (8 - offset)) << (16 - offset)
      let word = head | 0b1_0000 << (7 - offset) | old & (1 << (7 - offset) - 1)
      slice.replaceSubrange(byte...byte, with: [UInt8(word >> 8 & 255), UInt8(word & 255)])
      return true
    }
    // The code is `value + 1` in binary behind zeros: only its last bit turns.
    let length = 2 * (Int.bitWidth - 1 - (value + 1).leadingZeroBitCount) + 1
    let last = bit + length - 1
    guard last / 8 < slice.count else { return false }
    slice[last / 8] ^= 1 << UInt8(7 - last % 8)
    return true
  }
}
