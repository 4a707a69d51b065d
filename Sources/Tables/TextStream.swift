/// A text file as valid UTF-8, a piece at a time, whatever its encoding.
///
/// By its byte order mark; UTF-16 by its NULs; strict UTF-8; GB18030; and where lines differ, line
/// by line.
public struct TextStream {
  /// `UTF-8`, `GB18030`, `UTF-16LE`, `UTF-16BE`.
  public private(set) var encoding: String
  /// Lines, from 1, that hold bytes of no known encoding, each with the first such byte's offset.
  public private(set) var damaged: [Int: Int] = [:]
  /// Lines, from 1, that are in another encoding than the file, and are read in it.
  public private(set) var foreign: [Int: String] = [:]
  /// The byte in the middle of whose character the file ends.
  public private(set) var cutAt: Int?
  /// Whether at least half the lines and nine tenths of the letters can be read.
  public private(set) var isMostlyReadable = true
  /// Whether there is anything but white space.
  public private(set) var isBlank = false

  private let source: ByteSource
  private let start: Int
  private var offset: Int
  private var reading: Reading
  private static let piece = 1 << 20

  private enum Reading {
    case plain
    case lines(LineDecoder)
    case utf16(UTF16Decoder)
  }

  /// Looks through the file once to find its encoding.
  ///
  /// - Throws: `TableError` `cannotRead`.
  public init(_ source: ByteSource) throws(TableError) {
    self.source = source
    let head = try source.read(at: 0, count: 8192)
    if head.starts(with: [0xFF, 0xFE]) {
      (start, encoding, reading) = (2, "UTF-16LE", .utf16(UTF16Decoder(bigEndian: false)))
    } else if head.starts(with: [0xFE, 0xFF]) {
      (start, encoding, reading) = (2, "UTF-16BE", .utf16(UTF16Decoder(bigEndian: true)))
    } else if let bigEndian = UTF16Decoder.endiannessByNulls(head) {
      (start, encoding) = (0, bigEndian ? "UTF-16BE" : "UTF-16LE")
      reading = .utf16(UTF16Decoder(bigEndian: bigEndian))
    } else {
      (start, encoding, reading) = (head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, "UTF-8", .plain)
    }
    offset = start
    try survey()
  }

  /// The next piece, ending with a whole character; nil at the end.
  ///
  /// - Throws: `TableError` `cannotRead`.
  public mutating func next() throws(TableError) -> [UInt8]? {
    while true {
      var bytes = try source.read(at: offset, count: TextStream.piece)
      let isLast = offset + bytes.count >= source.count
      if bytes.isEmpty { return nil }
      switch reading {
      case .plain:
        if !isLast { bytes.removeLast(UTF8Check.openTail(of: bytes)) }
        offset += bytes.count
        return bytes
      case .lines(var decoder):
        if !isLast { try drawOut(&bytes) }
        offset += bytes.count
        let text = decoder.decoded(bytes)
        (damaged, foreign) = (decoder.damaged, decoder.foreign)
        reading = .lines(decoder)
        return text
      case .utf16(var decoder):
        offset += bytes.count
        let text = decoder.decoded(bytes, isLast: isLast)
        reading = .utf16(decoder)
        if !text.isEmpty || isLast { return text }
      }
    }
  }

  /// Everything that is left, for texts that are small or must be seen whole.
  public mutating func rest() throws(TableError) -> [UInt8] {
    var text: [UInt8] = []
    while let piece = try next() { text += piece }
    return text
  }

  /// Draws the piece out to the end of a line.
  private func drawOut(_ bytes: inout [UInt8]) throws(TableError) {
    while true {
      if let feed = bytes.lastIndex(of: 0x0A) {
        bytes.removeLast(bytes.count - feed - 1)
        return
      }
      let more = try source.read(at: offset + bytes.count, count: bytes.count)
      if more.isEmpty { return }
      bytes += more
    }
  }

  private mutating func survey() throws(TableError) {
    switch reading {
    case .utf16(let decoder): try surveyUTF16(decoder)
    default:
      var check = UTF8Check()
      var place = offset
      while place < source.count, check.fault == nil {
        let bytes = try source.read(at: place, count: TextStream.piece)
        if bytes.isEmpty { break }
        check.see(bytes)
        place += bytes.count
      }
      isBlank = check.isBlank
      guard check.end() != nil else { return }
      try surveyLines()
    }
  }

  private mutating func surveyUTF16(_ first: UTF16Decoder) throws(TableError) {
    var decoder = first
    var place = offset
    var blank = true
    while place < source.count {
      let bytes = try source.read(at: place, count: TextStream.piece)
      if bytes.isEmpty { break }
      place += bytes.count
      let text = decoder.decoded(bytes, isLast: place >= source.count)
      if text.contains(where: { $0 > 0x20 }) { blank = false }
    }
    isBlank = blank
    damaged = decoder.damaged(from: start)
    if decoder.isCut { cutAt = source.count - 1 }
    note(lines: decoder.line, unknown: damaged.count * 3)
  }

  private mutating func surveyLines() throws(TableError) {
    var census = LineCensus()
    var place = offset
    var tail: [UInt8] = []
    while place < source.count {
      let bytes = try source.read(at: place, count: TextStream.piece)
      if bytes.isEmpty { break }
      place += bytes.count
      tail += bytes
      let end = place >= source.count ? tail.count : (tail.lastIndex(of: 0x0A) ?? -1) + 1
      census.see(tail[..<end])
      tail.removeFirst(end)
    }
    isBlank = census.isBlank
    encoding = census.encoding
    var decoder = LineDecoder(
      encoding: encoding, mixed: census.isMixed, offset: start)
    var copy = self
    copy.reading = .lines(decoder)
    copy.offset = start
    var unknown = 0
    while let text = try copy.next() { unknown += UTF8Check.replacements(in: text) }
    if case .lines(let done) = copy.reading { decoder = done }
    (damaged, foreign) = (decoder.damaged, decoder.foreign)
    if let last = damaged[decoder.line], source.count - last <= 3 { cutAt = last }
    reading = .lines(
      LineDecoder(encoding: encoding, mixed: census.isMixed, offset: start))
    note(lines: decoder.line, unknown: unknown)
  }

  private mutating func note(lines: Int, unknown: Int) {
    guard !damaged.isEmpty else { return }
    isMostlyReadable =
      (damaged.count * 2 <= lines || lines <= 2) && unknown * 10 <= source.count - start
  }
}
