internal import CIconv
internal import Foundation

/// Turns a stream of some encoding into UTF-8 by the system's iconv.
///
/// Bytes that do not fit become U+FFFD and are counted.
final class Transcoder {
  /// By the names that XML declarations use, in lower case; what expat reads itself is not here.
  private static let names: [String: String] = [
    "gbk": "GB18030", "gb2312": "GB18030", "gb18030": "GB18030", "cp936": "GB18030",
    "x-gbk": "GB18030", "windows-936": "GB18030", "big5": "BIG5-HKSCS", "big5-hkscs": "BIG5-HKSCS",
    "cp950": "CP950", "shift_jis": "SHIFT_JIS", "euc-jp": "EUC-JP", "euc-kr": "EUC-KR",
    "windows-1250": "CP1250", "windows-1251": "CP1251", "windows-1252": "CP1252",
    "cp1251": "CP1251", "cp1252": "CP1252", "koi8-r": "KOI8-R", "iso-8859-2": "ISO-8859-2",
    "iso-8859-5": "ISO-8859-5", "iso-8859-9": "ISO-8859-9", "iso-8859-15": "ISO-8859-15",
  ]
  private static let native: Set<String> = [
    "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "iso-8859-1", "us-ascii", "ascii", "latin1",
  ]

  private let descriptor: iconv_t
  private var held: [UInt8] = []
  private(set) var replaced = 0

  /// Nil where expat reads the encoding itself.
  ///
  /// - Throws: `TableError` for an encoding that is not known.
  init?(from name: String) throws {
    let key = name.lowercased()
    if Transcoder.native.contains(key) { return nil }
    guard let known = Transcoder.names[key], let opened = iconv_open("UTF-8", known),
      Int(bitPattern: opened) != -1
    else {
      throw TableError(
        .foreign,
        "the XML declares the encoding '\(name.clipped)', which is not known: export it as UTF-8")
    }
    descriptor = opened
  }

  deinit { iconv_close(descriptor) }

  func convert(
    _ bytes: UnsafeRawBufferPointer, _ use: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var input = held
    input.append(contentsOf: bytes)
    held = Array(input[try run(&input, use)...])
    // What iconv keeps is the beginning of one character.
    if held.count > 16 {
      held = []
      replaced += 1
    }
  }

  func finish(_ use: (UnsafeRawBufferPointer) throws -> Void) throws {
    guard !held.isEmpty else { return }
    held = []
    replaced += 1
    try [UInt8]("\u{FFFD}".utf8).withUnsafeBytes { try use($0) }
  }

  /// How many bytes were taken.
  private func run(
    _ input: inout [UInt8], _ use: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> Int {
    var output: [UInt8] = []
    output.reserveCapacity(input.count * 2 + 16)
    let taken = input.withUnsafeMutableBytes { source in
      var from = source.bindMemory(to: CChar.self).baseAddress
      var left = source.count
      while left > 0 {
        let failure = convertOnce(&from, &left, into: &output)
        if failure == 0 || failure == E2BIG { continue }
        if failure == EINVAL { break }
        output += Array("\u{FFFD}".utf8)
        replaced += 1
        from = from.map { $0 + 1 }
        left -= 1
      }
      return source.count - left
    }
    try output.withUnsafeBytes { if !$0.isEmpty { try use($0) } }
    return taken
  }

  /// The errno of the call, 0 where all went.
  private func convertOnce(
    _ from: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, into output: inout [UInt8]
  ) -> Int32 {
    withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 1) { space in
      var to = space.bindMemory(to: CChar.self).baseAddress
      var room = space.count
      let result = iconv(descriptor, &from, &left, &to, &room)
      let failure = errno
      output.append(contentsOf: space[..<(space.count - room)])
      return result == ~0 as Int ? failure : 0
    }
  }
}

/// The first line of an XML file.
enum XMLDeclaration {
  /// The encoding it names; nil where there is none, or the file is UTF-16.
  static func encoding(of head: [UInt8]) -> String? {
    var start = head[...]
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { return nil }
    start = start.prefix(256)
    guard start.starts(with: "<?xml".utf8), let end = start.firstIndex(of: 0x3E) else { return nil }
    let text = String(decoding: start[..<end], as: UTF8.self)
    guard let name = text.range(of: "encoding") else { return nil }
    let value = text[name.upperBound...].drop { $0 == " " || $0 == "=" }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return String(value.dropFirst().prefix { $0 != quote })
  }
}
