internal import CIconv

/// China's national encoding, by the system's iconv.
final class GB18030 {
  private let descriptor: iconv_t

  init?() {
    guard let opened = iconv_open("UTF-8", "GB18030"), Int(bitPattern: opened) != -1 else {
      return nil
    }
    descriptor = opened
  }

  deinit { iconv_close(descriptor) }

  /// The text as UTF-8, or nil where a byte does not fit.
  func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return Array(bytes) }
    _ = iconv(descriptor, nil, nil, nil, nil)
    // Two bytes become at most three, four at most four; one stays one.
    var output = [UInt8](repeating: 0, count: bytes.count * 2 + 16)
    var input = bytes.map { CChar(bitPattern: $0) }
    let written: Int? = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBytes { target in
        var from = source.baseAddress
        var fromLeft = source.count
        var to = target.bindMemory(to: CChar.self).baseAddress
        let room = target.count
        var toLeft = room
        let failed = ~0 as Int
        let result = iconv(descriptor, &from, &fromLeft, &to, &toLeft)
        return result == failed || fromLeft > 0 ? nil : room - toLeft
      }
    }
    guard let written, written >= 0 else { return nil }
    return Array(output.prefix(written))
  }
}
