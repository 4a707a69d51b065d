/// UTF-16 over pieces, to UTF-8.
struct UTF16Decoder {
  /// The line that is being read, from 1.
  private(set) var line = 1
  private let bigEndian: Bool
  private var half: UInt8?
  private var lead: UInt16?
  private var seen = 0
  /// Lines with a surrogate that stands alone, and which byte that is.
  private var lone: [Int: Int] = [:]

  init(bigEndian: Bool) { self.bigEndian = bigEndian }

  /// Whether half a unit is left over.
  var isCut: Bool { half != nil }

  func damaged(from offset: Int) -> [Int: Int] { lone.mapValues { $0 + offset } }

  /// ASCII as UTF-16 has a NUL in every second place; other text has none.
  static func endiannessByNulls(_ bytes: [UInt8]) -> Bool? {
    var nulls = [0, 0]
    for (index, byte) in bytes.enumerated() where byte == 0 { nulls[index % 2] += 1 }
    let pairs = max(1, bytes.count / 2)
    if nulls[1] * 20 >= pairs, nulls[0] * 8 < nulls[1] { return false }
    if nulls[0] * 20 >= pairs, nulls[1] * 8 < nulls[0] { return true }
    return nil
  }

  /// - Parameter isLast: Whether nothing more comes: a lead surrogate at the end then stands alone.
  mutating func decoded(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2 + 2)
    if let lead { units.append(lead) }
    var place = seen - (half == nil ? 0 : 1) - (lead == nil ? 0 : 2)
    lead = nil
    for byte in bytes {
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      units.append(
        bigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first))
    }
    seen += bytes.count
    if !isLast, let last = units.last, UTF16.isLeadSurrogate(last) { lead = units.removeLast() }
    for index in units.indices {
      let unit = units[index]
      if unit == 0x0A { line += 1 }
      if UTF16.isSurrogate(unit), isAlone(index, in: units), lone[line] == nil {
        lone[line] = place
      }
      place += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private func isAlone(_ index: Int, in units: [UInt16]) -> Bool {
    if UTF16.isLeadSurrogate(units[index]) {
      return index + 1 >= units.count || !UTF16.isTrailSurrogate(units[index + 1])
    }
    return index == 0 || !UTF16.isLeadSurrogate(units[index - 1])
  }
}
