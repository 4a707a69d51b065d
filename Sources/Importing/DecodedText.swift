/// A file's text as valid UTF-8, and what could not be read of it.
struct DecodedText {
  var utf8: [UInt8]
  /// `UTF-8`, `GB18030`, `UTF-16LE`, `UTF-16BE`.
  var encoding: String
  /// Lines, from 1, that hold bytes of no known encoding, each with the first such byte's offset.
  var damaged: [Int: Int] = [:]
  /// Lines, from 1, that are in another encoding than the file, and were read in it.
  var foreign: [Int: String] = [:]
  /// Whether the file ends in the middle of a character, and at which byte.
  var cutAt: Int?

  /// BOM, UTF-16 by its NULs, strict UTF-8, GB18030, and at last line by line.
  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(eightBit: Array(bytes.dropFirst(3)), offset: 3)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(utf16: bytes[2...], bigEndian: false)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(utf16: bytes[2...], bigEndian: true)
    } else if let bigEndian = DecodedText.endiannessByNulls(bytes.prefix(8192)) {
      self.init(utf16: bytes[...], bigEndian: bigEndian)
    } else {
      self.init(eightBit: bytes, offset: 0)
    }
  }

  /// Whether at least half the lines and nine tenths of the letters could be read.
  var isMostlyReadable: Bool {
    guard !damaged.isEmpty else { return true }
    let lines = utf8.lazy.filter { $0 == 0x0A }.count + 1
    let unknown = String(decoding: utf8, as: UTF8.self).unicodeScalars.lazy
      .filter { $0 == "\u{FFFD}" }.count
    return (damaged.count * 2 <= lines || lines <= 2) && unknown * 10 <= utf8.count
  }

  init(utf8: [UInt8], encoding: String) {
    self.utf8 = utf8
    self.encoding = encoding
  }

  /// ASCII as UTF-16 has a NUL in every second place; other text has none.
  private static func endiannessByNulls(_ bytes: ArraySlice<UInt8>) -> Bool? {
    var nulls = [0, 0]
    for (index, byte) in bytes.enumerated() where byte == 0 { nulls[index % 2] += 1 }
    let pairs = max(1, bytes.count / 2)
    if nulls[1] * 20 >= pairs, nulls[0] * 8 < nulls[1] { return false }
    if nulls[0] * 20 >= pairs, nulls[1] * 8 < nulls[0] { return true }
    return nil
  }
}

extension DecodedText {
  private init(utf16 bytes: ArraySlice<UInt8>, bigEndian: Bool) {
    let name = bigEndian ? "UTF-16BE" : "UTF-16LE"
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(bigEndian ? a << 8 | b : b << 8 | a)
      index += 2
    }
    self.init(utf8: [], encoding: name)
    damaged = DecodedText.loneSurrogates(in: units, from: bytes.startIndex)
    utf8 = Array(String(decoding: units, as: UTF16.self).utf8)
    if index < bytes.endIndex { cutAt = index }
  }

  private static func loneSurrogates(in units: [UInt16], from offset: Int) -> [Int: Int] {
    var found: [Int: Int] = [:]
    var line = 1
    var index = 0
    while index < units.count {
      let unit = units[index]
      if unit == 0x0A { line += 1 }
      if UTF16.isLeadSurrogate(unit), index + 1 < units.count,
        UTF16.isTrailSurrogate(units[index + 1])
      {
        index += 1
      } else if UTF16.isSurrogate(unit), found[line] == nil {
        found[line] = offset + index * 2
      }
      index += 1
    }
    return found
  }
}
