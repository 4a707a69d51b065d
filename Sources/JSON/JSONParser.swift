/// Reads strict JSON, with a bound on nesting.
public struct JSONParser {
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var depth = 0

  private static let deepest = 100

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// The one value of the text.
  ///
  /// - Parameter bytes: UTF-8.
  /// - Throws: `JSONFault` with the line where reading stopped.
  public static func parse(_ bytes: ArraySlice<UInt8>) throws(JSONFault) -> JSONValue {
    var parser = JSONParser(bytes)
    let value = try parser.value()
    parser.skipSpace()
    guard parser.index == bytes.endIndex else { throw parser.fault("text after the JSON's end") }
    return value
  }

  private func fault(_ message: String) -> JSONFault {
    let line = 1 + bytes[..<min(index, bytes.endIndex)].lazy.filter { $0 == 0x0A }.count
    let isCut = index >= bytes.endIndex
    return JSONFault(
      message: isCut ? "the file ends in the middle of the JSON" : message, line: line)
  }

  private var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || (0x09...0x0D).contains(byte) { index += 1 }
  }

  private mutating func value() throws(JSONFault) -> JSONValue {
    skipSpace()
    guard let byte = peek else { throw fault("a value is missing") }
    switch byte {
    case UInt8(ascii: "{"): return try nested { parser throws(JSONFault) in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws(JSONFault) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), 0x30...0x39: return try number()
    default:
      for (word, value) in [
        ("true", JSONValue.bool(true)), ("false", .bool(false)), ("null", .null),
      ]
      where bytes[index...].starts(with: word.utf8) {
        index += word.utf8.count
        return value
      }
      throw fault("'\(Character(Unicode.Scalar(byte)))' is no JSON value")
    }
  }

  private mutating func nested(
    _ read: (inout JSONParser) throws(JSONFault) -> JSONValue
  ) throws(JSONFault) -> JSONValue {
    depth += 1
    guard depth <= JSONParser.deepest else {
      throw fault("nested deeper than \(JSONParser.deepest)")
    }
    index += 1
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(JSONFault) -> JSONValue {
    var members: [JSONValue.Member] = []
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw fault("a key in double quotes is missing") }
      let key = try string()
      skipSpace()
      guard take(":") else { throw fault("a ':' is missing after '\(key.prefix(40))'") }
      members.append(JSONValue.Member(key: key, value: try value()))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw fault("a ',' or '}' is missing") }
    }
  }

  private mutating func array() throws(JSONFault) -> JSONValue {
    var items: [JSONValue] = []
    skipSpace()
    if take("]") { return .array(items) }
    while true {
      items.append(try value())
      skipSpace()
      if take("]") { return .array(items) }
      guard take(",") else { throw fault("a ',' or ']' is missing") }
    }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  private mutating func number() throws(JSONFault) -> JSONValue {
    let start = index
    while let byte = peek, (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte) {
      index += 1
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard Double(text) != nil else { throw fault("'\(text.prefix(40))' is no number") }
    return .number(text)
  }

  private mutating func string() throws(JSONFault) -> String {
    index += 1
    var text: [UInt8] = []
    while true {
      let start = index
      while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { index += 1 }
      guard let byte = peek else { throw fault("a text is opened and never closed") }
      let run = bytes[start..<index]
      index += 1
      if byte == UInt8(ascii: "\"") {
        return text.isEmpty
          ? String(decoding: run, as: UTF8.self) : String(decoding: text + run, as: UTF8.self)
      }
      text += run
      guard let escape = peek else { throw fault("a text is opened and never closed") }
      index += 1
      switch escape {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
      case UInt8(ascii: "u"): text += Array(String(try escaped()).utf8)
      default: text.append(escape)
      }
    }
  }

  private mutating func escaped() throws(JSONFault) -> Unicode.Scalar {
    let first = try unit()
    if UTF16.isLeadSurrogate(first), bytes[index...].starts(with: "\\u".utf8) {
      let mark = index
      index += 2
      let second = try unit()
      if UTF16.isTrailSurrogate(second) {
        let code = 0x10000 + ((UInt32(first) - 0xD800) << 10) + (UInt32(second) - 0xDC00)
        return Unicode.Scalar(code) ?? "\u{FFFD}"
      }
      index = mark
    }
    return Unicode.Scalar(first) ?? "\u{FFFD}"
  }

  private mutating func unit() throws(JSONFault) -> UInt16 {
    let digits = bytes[index...].prefix(4)
    guard digits.count == 4,
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault("a \\u needs four hex digits") }
    index += 4
    return unit
  }
}
