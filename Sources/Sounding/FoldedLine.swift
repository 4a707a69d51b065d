import Foundation

/// A text's tokens: spaces and the hyphens inside words are left out.
struct FoldedLine: Sendable {
  private(set) var tokens: [FoldedToken] = []
  private let letters: [Character]
  private var index = 0

  init(_ text: String) {
    letters = Array(text.precomposedStringWithCompatibilityMapping.lowercased())
    while index < letters.count { readToken() }
  }

  /// A run of tokens as it reads.
  func text(of range: Range<Int>) -> String {
    var result = ""
    for token in tokens[range] {
      let apart = token.kind == .word && result.last?.isASCII == true
      result += (apart && !token.isGlued ? " " : "") + token.text
    }
    return result
  }

  private mutating func readToken() {
    let letter = letters[index]
    if letter.isWhitespace {
      index += 1
    } else if letter.isFigure || isMinus {
      readNumber()
    } else if letter.isHan {
      add(.han, String(letter), from: index)
      index += 1
    } else if letter.isLatin {
      readWord()
    } else if letter.isLetter || letter.isNumber {
      add(.foreign, String(letter), from: index)
      index += 1
    } else {
      readSign(letter)
    }
  }

  /// A minus before a figure that no word or number stands before.
  private var isMinus: Bool {
    "-−–".contains(letters[index]) && index + 1 < letters.count && letters[index + 1].isFigure
      && !(index > 0 && (letters[index - 1].isLetter || letters[index - 1].isFigure))
  }

  private mutating func readNumber() {
    let start = index
    var text = ""
    if !letters[index].isFigure {
      text = "-"
      index += 1
    }
    while index < letters.count {
      let next = index + 1 < letters.count ? letters[index + 1] : " "
      if letters[index].isFigure {
        text.append(letters[index])
      } else if letters[index] == ".", next.isFigure, !text.contains(".") {
        text.append(".")
      } else if letters[index] != "," || !next.isFigure || text.contains(".") {
        break
      }
      index += 1
    }
    add(.number, FoldedLine.plain(text), from: start)
  }

  /// `39.90` as `39.9`, `007` as `7`.
  static func plain(_ number: String) -> String {
    var text = Substring(number)
    let sign = text.first == "-" ? "-" : ""
    if !sign.isEmpty { text = text.dropFirst() }
    if text.contains(".") {
      while text.last == "0" { text = text.dropLast() }
      if text.last == "." { text = text.dropLast() }
    }
    while text.count > 1, text.first == "0", text.dropFirst().first != "." {
      text = text.dropFirst()
    }
    return text == "0" ? "0" : sign + text
  }

  private mutating func readWord() {
    let start = index
    while index < letters.count {
      let inner =
        "'’".contains(letters[index]) && index + 1 < letters.count
        && letters[index + 1].isLatin
      guard letters[index].isLatin || inner else { break }
      index += 1
    }
    add(.word, String(letters[start..<index].map { $0 == "’" ? "'" : $0 }), from: start)
  }

  private mutating func readSign(_ letter: Character) {
    let before = index > 0 ? letters[index - 1] : " "
    let after = index + 1 < letters.count ? letters[index + 1] : " "
    defer { index += 1 }
    if "-‐‑".contains(letter), before.isJoinable, after.isJoinable { return }
    let isPlain = ",.!?;:…—–-'\"“”‘’、。《》&".contains(letter)
    add(isPlain ? .sign : .other, String(letter), from: index)
  }

  private mutating func add(_ kind: FoldedToken.Kind, _ text: String, from start: Int) {
    let joins = kind == .word || kind == .number
    let glued = joins && start > 0 && (letters[start - 1].isLatin || letters[start - 1].isFigure)
    tokens.append(
      FoldedToken(
        kind: kind, text: text, stem: kind == .word ? EnglishStem.of(text) : text, isGlued: glued))
  }
}

extension Character {
  var isFigure: Bool { ("0"..."9").contains(self) }

  var isHan: Bool {
    unicodeScalars.count == 1 && unicodeScalars.allSatisfy(\.properties.isIdeographic)
  }

  /// A letter of the Latin alphabet, with or without a mark.
  var isLatin: Bool {
    isLetter && unicodeScalars.allSatisfy { $0.value < 0x250 }
  }

  fileprivate var isJoinable: Bool { isLatin || isFigure }
}
