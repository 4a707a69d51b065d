/// Cuts bytes of UTF-8 into lines; a very long one is handed on in parts.
struct LineReader {
  private var held: [UInt8] = []
  private var line = 1
  private var column = 1
  /// Bytes of a part, and of what is read on behind it.
  private static let most = 1 << 18
  private static let more = 512

  /// A line, or a part of a long one: its text, where it starts, and how many of its characters are
  /// its own; what begins behind those comes again with the next part.
  typealias Use = (_ text: String, _ line: Int, _ column: Int, _ own: Int) throws -> Void

  mutating func read(_ bytes: [UInt8], _ use: Use) throws {
    var start = 0
    while let feed = bytes[start...].firstIndex(of: 0x0A) {
      held += bytes[start..<feed]
      try shorten(use)
      try finish(use)
      (line, column) = (line + 1, 1)
      start = feed + 1
    }
    held += bytes[start...]
    try shorten(use)
  }

  mutating func finish(_ use: Use) throws {
    if held.last == 0x0D { held.removeLast() }
    let text = String(decoding: held, as: UTF8.self)
    held = []
    if !text.isEmpty { try use(text, line, column, text.count) }
  }

  /// Hands on all that is longer than a part and what follows it.
  private mutating func shorten(_ use: Use) throws {
    while held.count > Self.most + Self.more {
      let cut = boundary(before: Self.most)
      let text = String(decoding: held[..<boundary(before: Self.most + Self.more)], as: UTF8.self)
      let own = String(decoding: held[..<cut], as: UTF8.self).count
      try use(text, line, column, own)
      column += own
      held.removeFirst(cut)
    }
  }

  /// The nearest start of a character.
  private func boundary(before index: Int) -> Int {
    var cut = index
    while cut > 1, held[cut] & 0xC0 == 0x80 { cut -= 1 }
    return cut
  }
}
