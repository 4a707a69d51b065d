/// The units of an H.264 access unit that stand behind start codes.
enum AVCUnits {
  /// Where units begin and end, start codes left out.
  static func ranges(_ bytes: some RandomAccessCollection<UInt8>) -> [Range<Int>] {
    let all = Array(bytes)
    var found: [Range<Int>] = []
    var start: Int?
    var place = 0
    while place + 2 < all.count {
      // A byte above 1 in third place rules out the next two places as well.
      if all[place + 2] > 1 {
        place += 3
      } else if all[place] == 0, all[place + 1] == 0, all[place + 2] == 1 {
        if let start { found.append(start..<end(all, start, place)) }
        start = place + 3
        place += 3
      } else {
        place += 1
      }
    }
    if let start, start < all.count { found.append(start..<all.count) }
    return found
  }

  /// Zeros before a start code belong to neither unit.
  private static func end(_ bytes: [UInt8], _ start: Int, _ place: Int) -> Int {
    var end = place
    while end > start, bytes[end - 1] == 0 { end -= 1 }
    return end
  }

  /// A unit without the bytes that keep start codes from arising inside it.
  static func unescaped(_ unit: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(unit.count)
    var zeros = 0
    for byte in unit {
      if zeros >= 2, byte == 3 {
        zeros = 0
        continue
      }
      zeros = byte == 0 ? zeros + 1 : 0
      result.append(byte)
    }
    return result
  }

  /// A unit with those bytes.
  static func escaped(_ unit: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(unit.count + unit.count / 64)
    var zeros = 0
    for byte in unit {
      if zeros >= 2, byte <= 3 {
        result.append(3)
        zeros = 0
      }
      zeros = byte == 0 ? zeros + 1 : 0
      result.append(byte)
    }
    return result
  }

  /// Bytes that x264's text about itself takes at the beginning of a packet; 0 when it is not there.
  static func versionLength(_ packet: UnsafeBufferPointer<UInt8>) -> Int {
    // Unit 6 holds messages; message 5 is free text after a mark of sixteen bytes.
    let head = Array(packet.prefix(64))
    guard let one = head.firstIndex(of: 1), (2...3).contains(one),
      head[..<one].allSatisfy({ $0 == 0 }), head.count > one + 20, head[one + 1] & 31 == 6,
      head[one + 2] == 5
    else { return 0 }
    var place = one + 3
    while place < head.count, head[place] == 255 { place += 1 }
    guard place + mark.count < head.count, Array(head[(place + 1)...].prefix(16)) == mark else {
      return 0
    }
    var next = place
    while next + 3 < packet.count {
      if packet[next] == 0, packet[next + 1] == 0, packet[next + 2] <= 1 {
        // Three zeros and a one, or two and a one: the next unit's start code.
        if packet[next + 2] == 1 || packet[next + 3] == 1 { return next }
      }
      next += 1
    }
    return 0
  }

  private static let mark: [UInt8] = [
    0xDC, 0x45, 0xE9, 0xBD, 0xE6, 0xD9, 0x48, 0xB7, 0x96, 0x2C, 0xD8, 0x20, 0xD9, 0x23, 0xEE, 0xEF,
  ]
}
