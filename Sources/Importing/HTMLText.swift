/// Plain text of a description: tags, scripts and entities are gone, blocks are lines.
struct HTMLText {
  var text: String

  static let breaking: Set<String> = [
    "p", "br", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6",
    "section", "article", "dt", "dd", "blockquote", "hr", "td", "th",
  ]
  private static let silent: Set<String> = ["script", "style", "head", "noscript", "iframe", "svg"]
  private static let entities: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "copy": "©",
    "reg": "®", "trade": "™", "mdash": "—", "ndash": "–", "hellip": "…", "times": "×",
    "deg": "°", "middot": "·", "bull": "•", "ldquo": "“", "rdquo": "”", "lsquo": "‘",
    "rsquo": "’", "yen": "¥", "euro": "€", "frac12": "½", "ensp": " ", "emsp": " ",
  ]

  init(_ source: String) {
    if source.isTidy {
      text = source
      return
    }
    guard source.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      text = HTMLText.tidy(source).shortened(to: ImportLimits.text)
      return
    }
    var output = String.UnicodeScalarView()
    HTMLText.walk(source) { piece in
      switch piece {
      case .scalar(let scalar): output.append(scalar)
      case .text(let text): output.append(contentsOf: text.unicodeScalars)
      case .tag(let name, _): if HTMLText.breaking.contains(name) { output.append("\n") }
      }
    }
    text = HTMLText.tidy(String(output)).shortened(to: ImportLimits.text)
  }

  /// What a description is made of.
  enum Piece {
    case scalar(Unicode.Scalar)
    /// What an entity stands for.
    case text(String)
    case tag(String, closes: Bool)
  }

  /// Visits text and tags in their order; what scripts and styles hold is passed over.
  static func walk(_ source: String, _ visit: (Piece) -> Void) {
    let letters = Array(source.unicodeScalars.prefix(ImportLimits.text * 20))
    var index = 0
    while index < letters.count {
      if letters[index] == "<", let tag = Tag(at: index, in: letters) {
        index = tag.end
        if silent.contains(tag.name), !tag.closes {
          index = end(of: tag.name, from: index, in: letters)
        }
        visit(.tag(tag.name, closes: tag.closes))
      } else if letters[index] == "&", let entity = entity(at: index, in: letters) {
        visit(.text(entity.text))
        index = entity.end
      } else {
        visit(.scalar(letters[index]))
        index += 1
      }
    }
  }

  var lines: [String] { text.split(separator: "\n").map(String.init) }

  /// One space between words, one break between lines, nothing around either.
  private static func tidy(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var pending: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\u{2028}", "\u{2029}": pending = "\n"
      case " ", "\t", "\u{A0}", "\u{3000}": if pending != "\n" { pending = " " }
      default:
        if scalar.value < 0x20 || scalar == "\u{FEFF}" || scalar == "\u{200B}" { continue }
        if let mark = pending, !output.isEmpty { output.append(mark) }
        pending = nil
        output.append(scalar)
      }
    }
    return String(output)
  }

  private static func entity(
    at start: Int, in letters: [Unicode.Scalar]
  ) -> (text: String, end: Int)? {
    let window = letters[(start + 1)...].prefix(10)
    guard let stop = window.firstIndex(of: ";"), stop > start + 1 else { return nil }
    let name = String(String.UnicodeScalarView(letters[(start + 1)..<stop]))
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let code =
        digits.lowercased().hasPrefix("x")
        ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      guard let code, code >= 0x20 || code == 10, let scalar = Unicode.Scalar(code) else {
        return ("", stop + 1)
      }
      return (String(scalar), stop + 1)
    }
    return entities[name].map { ($0, stop + 1) }
  }

  /// Behind `</name>`, or the end of the text.
  private static func end(of name: String, from start: Int, in letters: [Unicode.Scalar]) -> Int {
    var index = start
    while index < letters.count {
      if letters[index] == "<", let tag = Tag(at: index, in: letters), tag.closes,
        tag.name == name
      {
        return tag.end
      }
      index += 1
    }
    return letters.count
  }

  private struct Tag {
    var name: String
    var closes: Bool
    var end: Int

    /// Nil where `<` is only a sign: `<5kg`.
    init?(at start: Int, in letters: [Unicode.Scalar]) {
      var index = start + 1
      guard index < letters.count else { return nil }
      if letters[index...].starts(with: "!--".unicodeScalars) {
        name = "!"
        closes = false
        end = Tag.endOfComment(from: index + 3, in: letters)
        return
      }
      closes = letters[index] == "/"
      if closes { index += 1 }
      let word = letters[index...].prefix(20).prefix { $0.isASCII && $0.isLetterOrDigit }
      guard let first = word.first, !first.isDigit else { return nil }
      name = String(String.UnicodeScalarView(word)).lowercased()
      let window = letters[index...].prefix(4_000)
      guard let stop = window.firstIndex(of: ">") else { return nil }
      end = stop + 1
    }

    private static func endOfComment(from start: Int, in letters: [Unicode.Scalar]) -> Int {
      var index = start
      while index + 2 < letters.count {
        if letters[index] == "-", letters[index + 1] == "-", letters[index + 2] == ">" {
          return index + 3
        }
        index += 1
      }
      return letters.count
    }
  }
}

extension String {
  /// A quick look at the bytes: no mark-up, nothing to tidy, and not too long.
  fileprivate var isTidy: Bool {
    guard utf8.count <= ImportLimits.text else { return false }
    var last: UInt8 = 0x20
    for byte in utf8 {
      switch byte {
      case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: "&"), 0xC2, 0xE2, 0xE3: return false
      case 0x20 where last == 0x20: return false
      // The byte order mark; full-width signs begin with the same byte.
      case 0xBB where last == 0xEF: return false
      default: last = byte
      }
    }
    return last != 0x20
  }
}
