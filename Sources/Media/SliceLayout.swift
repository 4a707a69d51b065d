/// As much of the parameter sets as it takes to find `idr_pic_id` in a slice.
struct SliceLayout {
  private var frameNumberBits = 0

  init?(parameterSets: [UInt8]) {
    let units = AVCUnits.ranges(parameterSets)
    guard let unit = units.first(where: { parameterSets[$0.lowerBound] & 31 == 7 }) else {
      return nil
    }
    var bits = BitReader(AVCUnits.unescaped(parameterSets[unit]))
    guard read(&bits) == true else { return nil }
  }

  /// Reads up to `frame_mbs_only_flag`; true for a stream of frames that is understood.
  private mutating func read(_ bits: inout BitReader) -> Bool? {
    bits.skip(8)
    guard let profile = bits.number(8) else { return nil }
    bits.skip(16)
    guard bits.golomb() != nil else { return nil }
    if [100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135].contains(profile) {
      // 4:2:0 or 4:2:2, any depth, no scaling lists of its own.
      guard let chroma = bits.golomb(), chroma < 3, bits.golomb() != nil, bits.golomb() != nil
      else { return nil }
      bits.skip(1)
      guard bits.number(1) == 0 else { return nil }
    }
    guard let extra = bits.golomb(), extra <= 12, let order = bits.golomb() else { return nil }
    frameNumberBits = extra + 4
    switch order {
    case 0: guard bits.golomb() != nil else { return nil }
    case 2: break
    default: return nil
    }
    guard bits.golomb() != nil else { return nil }
    bits.skip(1)
    guard bits.golomb() != nil, bits.golomb() != nil, let frames = bits.number(1) else {
      return nil
    }
    return frames == 1
  }

  /// The number of an IDR slice and the bit that its code begins at.
  func number(_ slice: [UInt8]) -> (bit: Int, value: Int)? {
    var bits = BitReader(slice)
    bits.skip(8)
    guard bits.golomb() != nil, bits.golomb() != nil, bits.golomb() != nil,
      bits.number(frameNumberBits) != nil
    else { return nil }
    let place = bits.place
    guard let value = bits.golomb(), value < 1 << 16 else { return nil }
    return (place, value)
  }
}

/// Bits from the highest of each byte down.
private struct BitReader {
  private let bytes: [UInt8]
  private(set) var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func skip(_ count: Int) { place += count }

  mutating func number(_ count: Int) -> Int? {
    guard place + count <= bytes.count * 8 else { return nil }
    var value = 0
    for _ in 0..<count {
      value = value << 1 | Int(bytes[place / 8] >> UInt8(7 - place % 8) & 1)
      place += 1
    }
    return value
  }

  /// An unsigned Exp-Golomb number.
  mutating func golomb() -> Int? {
    var zeros = 0
    while let bit = number(1) {
      if bit == 1 { return number(zeros).map { 1 << zeros - 1 + $0 } }
      zeros += 1
      if zeros > 32 { return nil }
    }
    return nil
  }
}
