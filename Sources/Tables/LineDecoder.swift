/// What the lines of a text that is not UTF-8 throughout are made of.
struct LineCensus {
  private(set) var isBlank = true
  private var chineseUTF8 = 0
  private var notASCII = 0
  private var isGBThroughout = true
  private let gb = GB18030()

  /// Whole lines.
  mutating func see(_ bytes: ArraySlice<UInt8>) {
    if isBlank { isBlank = !bytes.contains { $0 > 0x20 } }
    for line in bytes.split(separator: 0x0A) where line.contains(where: { $0 >= 0x80 }) {
      notASCII += 1
      if UTF8Check.isChineseUTF8(line) { chineseUTF8 += 1 }
      if isGBThroughout, gb?.decoded(line) == nil { isGBThroughout = false }
    }
  }

  /// Whether each line must be looked at by itself.
  var isMixed: Bool { chineseUTF8 > 0 || !isGBThroughout }

  var encoding: String {
    isMixed && chineseUTF8 * 2 >= notASCII ? "UTF-8" : "GB18030"
  }
}

/// Lines in GB18030, or some in it and some in UTF-8, to UTF-8.
struct LineDecoder {
  /// The line that was read last, from 1.
  private(set) var line = 0
  private(set) var damaged: [Int: Int] = [:]
  private(set) var foreign: [Int: String] = [:]
  private let encoding: String
  private let mixed: Bool
  private var offset: Int
  private let gb = GB18030()

  init(encoding: String, mixed: Bool, offset: Int) {
    self.encoding = encoding
    self.mixed = mixed
    self.offset = offset
  }

  /// - Parameter bytes: Whole lines.
  mutating func decoded(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 3 / 2)
    var start = 0
    while start < bytes.count {
      let feed = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count - 1
      line += 1
      append(bytes[start...feed], to: &text)
      start = feed + 1
    }
    offset += bytes.count
    return text
  }

  private mutating func append(_ line: ArraySlice<UInt8>, to text: inout [UInt8]) {
    guard line.contains(where: { $0 >= 0x80 }) else {
      text += line
      return
    }
    guard mixed else {
      text += gb?.decoded(line) ?? Array(line)
      return
    }
    let fault = UTF8Check.firstFault(in: line)
    let decoded = fault == nil ? nil : gb?.decoded(line)
    switch (fault, decoded) {
    case (nil, _):
      if encoding != "UTF-8", UTF8Check.isChineseUTF8(line) {
        foreign[self.line] = "UTF-8"
        text += line
      } else if encoding == "GB18030", let other = gb?.decoded(line) {
        text += other
      } else {
        text += line
      }
    case (_, let other?):
      if encoding != "GB18030" { foreign[self.line] = "GB18030" }
      text += other
    case (let place?, nil):
      damaged[self.line] = offset + place
      text += Array(String(decoding: line, as: UTF8.self).utf8)
    }
  }
}
