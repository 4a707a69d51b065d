extension DecodedText {
  /// Text in UTF-8 or GB18030, or some lines in either.
  init(eightBit bytes: [UInt8], offset: Int) {
    if UTF8Check.firstFault(in: bytes[...]) == nil {
      self.init(utf8: bytes, encoding: "UTF-8")
      return
    }
    let lines = Lines(of: bytes)
    let utf8Lines = lines.ranges.filter { UTF8Check.isChineseUTF8(bytes[$0]) }.count
    if utf8Lines == 0, let decoded = GB18030.decoded(bytes[...]) {
      self.init(utf8: decoded, encoding: "GB18030")
      return
    }
    let main = utf8Lines * 2 >= lines.notASCII(in: bytes) ? "UTF-8" : "GB18030"
    self.init(utf8: [], encoding: main)
    utf8.reserveCapacity(bytes.count)
    for (index, range) in lines.ranges.enumerated() {
      append(bytes[range], line: index + 1, offset: offset)
    }
    noteCut(lastLine: lines.ranges.count, fileSize: bytes.count + offset)
  }

  private mutating func append(_ line: ArraySlice<UInt8>, line number: Int, offset: Int) {
    let fault = UTF8Check.firstFault(in: line)
    let gb = fault == nil ? nil : GB18030.decoded(line)
    switch (fault, gb) {
    case (nil, _):
      if encoding != "UTF-8", UTF8Check.isChineseUTF8(line) {
        foreign[number] = "UTF-8"
        utf8 += line
      } else if encoding == "GB18030", let text = GB18030.decoded(line) {
        utf8 += text
      } else {
        utf8 += line
      }
    case (_, let text?):
      if encoding != "GB18030" { foreign[number] = "GB18030" }
      utf8 += text
    case (let place?, nil):
      damaged[number] = place + offset
      utf8 += Array(String(decoding: line, as: UTF8.self).utf8)
    }
  }

  /// A fault in the last few bytes of a file is a cut, not a wrong encoding.
  private mutating func noteCut(lastLine: Int, fileSize: Int) {
    if let place = damaged[lastLine], fileSize - place <= 3 { cutAt = place }
  }
}

/// The lines of a text, each with its line feed.
private struct Lines {
  var ranges: [Range<Int>] = []

  init(of bytes: [UInt8]) {
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      ranges.append(start..<index + 1)
      start = index + 1
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
  }

  func notASCII(in bytes: [UInt8]) -> Int {
    ranges.filter { bytes[$0].contains { $0 >= 0x80 } }.count
  }
}

/// Strict UTF-8: no overlong forms, no surrogates, nothing past U+10FFFF.
enum UTF8Check {
  /// The index of the first byte that does not fit.
  static func firstFault(in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      guard let length = sequenceLength(at: index, in: bytes) else { return index }
      index += length
    }
    return nil
  }

  /// Whether the line is sound UTF-8 with at least two characters of three bytes: a line of
  /// GB18030 that passes for this by chance is rare.
  static func isChineseUTF8(_ line: ArraySlice<UInt8>) -> Bool {
    line.lazy.filter { (0xE0...0xEF).contains($0) }.prefix(2).count == 2
      && firstFault(in: line) == nil
  }

  private static func sequenceLength(at index: Int, in bytes: ArraySlice<UInt8>) -> Int? {
    let lead = bytes[index]
    let (length, second): (Int, ClosedRange<UInt8>)
    switch lead {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard index + length <= bytes.endIndex, second.contains(bytes[index + 1]) else { return nil }
    for place in 2..<max(2, length) where !(0x80...0xBF).contains(bytes[index + place]) {
      return nil
    }
    return length
  }
}
