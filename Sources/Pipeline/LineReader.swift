/// Cuts bytes of UTF-8 into lines; a very long one is handed on in parts.
struct LineReader {
  private var held: [UInt8] = []
  private var line = 1
  private var column = 1
  private static let most = 1 << 18

  mutating func read(_ bytes: [UInt8], _ use: (String, Int, Int) throws -> Void) throws {
    var start = 0
    while let feed = bytes[start...].firstIndex(of: 0x0A) {
      held += bytes[start..<feed]
      try hand(use)
      (line, column) = (line + 1, 1)
      start = feed + 1
    }
    held += bytes[start...]
    while held.count > Self.most {
      var cut = Self.most
      while cut > 0, held[cut] & 0xC0 == 0x80 { cut -= 1 }
      let rest = Array(held[cut...])
      held = Array(held[..<cut])
      column += try hand(use)
      held = rest
    }
  }

  mutating func finish(_ use: (String, Int, Int) throws -> Void) throws { try hand(use) }

  @discardableResult
  private mutating func hand(_ use: (String, Int, Int) throws -> Void) throws -> Int {
    defer { held = [] }
    if held.last == 0x0D { held.removeLast() }
    guard !held.isEmpty else { return 0 }
    let text = String(decoding: held, as: UTF8.self)
    try use(text, line, column)
    return text.count
  }
}
