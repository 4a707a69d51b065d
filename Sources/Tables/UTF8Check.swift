/// Strict UTF-8 over pieces: no overlong forms, no surrogates, nothing past U+10FFFF.
struct UTF8Check {
  /// Offset of the first byte that does not fit, from the first piece's beginning.
  private(set) var fault: Int?
  private(set) var isBlank = true
  private var carried: [UInt8] = []
  private var seen = 0

  mutating func see(_ piece: [UInt8]) {
    guard fault == nil else { return }
    var bytes = piece
    if !carried.isEmpty { bytes = carried + piece }
    let tail = UTF8Check.openTail(of: bytes)
    let whole = bytes[..<(bytes.count - tail)]
    if isBlank { isBlank = !whole.contains { $0 > 0x20 } }
    if let place = UTF8Check.firstFault(in: whole) {
      fault = seen - carried.count + place
    }
    carried = Array(bytes[(bytes.count - tail)...])
    seen += piece.count
  }

  /// The first fault, now that nothing more comes.
  mutating func end() -> Int? {
    if fault == nil, !carried.isEmpty { fault = seen - carried.count }
    return fault
  }

  /// Bytes at the end that begin a character and do not finish it.
  static func openTail(of bytes: [UInt8]) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte < 0x80 { return 0 }
      if byte >= 0xC0 {
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        return length > back ? back : 0
      }
    }
    return 0
  }

  /// The index of the first byte that does not fit.
  static func firstFault(in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBufferPointer { all in
      var index = 0
      let count = all.count
      while index < count {
        if all[index] < 0x80 {
          index += 1
          continue
        }
        guard let length = sequenceLength(at: index, in: all) else {
          return bytes.startIndex + index
        }
        index += length
      }
      return nil
    }
  }

  /// Whether the line is sound UTF-8 with at least two characters of three bytes: a line of
  /// GB18030 that passes for this by chance is rare.
  static func isChineseUTF8(_ line: ArraySlice<UInt8>) -> Bool {
    line.lazy.filter { (0xE0...0xEF).contains($0) }.prefix(2).count == 2
      && firstFault(in: line) == nil
  }

  /// How many U+FFFD a text has.
  static func replacements(in utf8: [UInt8]) -> Int {
    utf8.indices.lazy.filter {
      utf8[$0] == 0xEF && $0 + 2 < utf8.count && utf8[$0 + 1] == 0xBF && utf8[$0 + 2] == 0xBD
    }.count
  }

  private static func sequenceLength(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let lead = bytes[index]
    let (length, low, high): (Int, UInt8, UInt8)
    switch lead {
    case 0xC2...0xDF: (length, low, high) = (2, 0x80, 0xBF)
    case 0xE0: (length, low, high) = (3, 0xA0, 0xBF)
    case 0xED: (length, low, high) = (3, 0x80, 0x9F)
    case 0xE1...0xEF: (length, low, high) = (3, 0x80, 0xBF)
    case 0xF0: (length, low, high) = (4, 0x90, 0xBF)
    case 0xF1...0xF3: (length, low, high) = (4, 0x80, 0xBF)
    case 0xF4: (length, low, high) = (4, 0x80, 0x8F)
    default: return nil
    }
    guard index + length <= bytes.count, bytes[index + 1] >= low, bytes[index + 1] <= high
    else { return nil }
    if length > 2, bytes[index + 2] & 0xC0 != 0x80 { return nil }
    if length > 3, bytes[index + 3] & 0xC0 != 0x80 { return nil }
    return length
  }
}
