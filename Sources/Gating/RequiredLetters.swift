/// Letters that a regular expression cannot do without: of each mask, a text must have one.
///
/// What it does not understand it asks nothing of, so that a text is never passed over wrongly.
struct RequiredLetters: Sendable {
  /// For each way the pattern can go; one of them must be open.
  private var branches: [[LetterMask]] = [[]]
  /// How many digits a text must have.
  private(set) var digits = 0
  /// How many digits and Chinese numerals.
  private(set) var numerals = 0
  /// The longest run of letters that every match has, folded; empty for none.
  private(set) var anchor: [Unicode.Scalar] = []

  init(of pattern: String) {
    var reader = PatternReader(Array(pattern.unicodeScalars))
    guard reader.alternatives() != nil, reader.isAtEnd else { return }
    branches = reader.branches
    digits = reader.digits
    if branches.count == 1 { numerals = reader.numerals }
    if branches.count == 1 { anchor = reader.anchor }
  }

  func canOccur(in text: FoldedText) -> Bool {
    text.digits >= digits && text.numerals >= numerals
      && branches.contains { $0.allSatisfy { $0.intersects(text.letters) } }
  }
}

/// Walks over a pattern; each part answers the masks it needs, or nil for what it cannot read.
private struct PatternReader {
  private let letters: [Unicode.Scalar]
  private var index = 0
  private var depth = 0
  /// Digits that the outermost sequence cannot do without.
  private(set) var digits = 0
  /// The ways of the outermost alternative.
  private(set) var branches: [[LetterMask]] = []
  private(set) var numerals = 0
  /// Whether the class that was read last holds nothing but numerals.
  private var isNumeral = false
  /// The longest run of plain letters in the outermost sequence.
  private(set) var anchor: [Unicode.Scalar] = []
  private var run: [Unicode.Scalar] = []
  private static let digit = LetterMask("0123456789".unicodeScalars)

  init(_ letters: [Unicode.Scalar]) { self.letters = letters }

  var isAtEnd: Bool { index >= letters.count }
  private var peek: Unicode.Scalar? { isAtEnd ? nil : letters[index] }

  /// `a|b`: one of the two's strictest masks together.
  mutating func alternatives() -> [LetterMask]? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 50 else { return nil }
    var branches: [[LetterMask]] = []
    while true {
      guard let branch = sequence() else { return nil }
      branches.append(branch)
      guard peek == "|" else { break }
      index += 1
    }
    if depth == 1 { self.branches = branches }
    if branches.count == 1 { return branches[0] }
    if depth == 1 { digits = 0 }
    let strictest = branches.map { $0.min { $0.commonness < $1.commonness } }
    if strictest.contains(where: { $0 == nil }) { return [] }
    return [strictest.compactMap { $0 }.reduce(LetterMask()) { $0.union($1) }]
  }

  private mutating func sequence() -> [LetterMask]? {
    var needed: [LetterMask] = []
    while let letter = peek, letter != "|", letter != ")" {
      let start = index
      guard let part = atom() else { return nil }
      let isPlain = index == start + 1 && !"[(.^$\\".unicodeScalars.contains(letter)
      let behind = index
      let counts = letter == "[" && isNumeral
      guard let least = quantifier() else { return nil }
      if depth == 1, counts { numerals += least }
      if depth == 1 { note(isPlain && index == behind ? letter : nil) }
      if least > 0 { needed += part }
      if depth == 1, part.count == 1, part[0].isWithin(PatternReader.digit) { digits += least }
    }
    return needed
  }

  /// Goes on with the run of plain letters, or ends it.
  private mutating func note(_ letter: Unicode.Scalar?) {
    if let letter { run += FoldedText(String(letter)).scalars } else { run = [] }
    if run.count > anchor.count { anchor = run }
  }

  private mutating func atom() -> [LetterMask]? {
    guard let letter = peek else { return nil }
    index += 1
    switch letter {
    case "(": return group()
    case "[": return letterClass()
    case "\\": return escape()
    case ".", "^", "$": return []
    case "*", "+", "?", "{", "}", "]": return nil
    default: return [LetterMask(PatternReader.folded(letter))]
    }
  }

  /// Behind `(`; what only looks around asks for nothing.
  private mutating func group() -> [LetterMask]? {
    var looks = false
    if peek == "?" {
      index += 1
      guard let kind = peek else { return nil }
      index += 1
      switch kind {
      case ":": break
      case "=", "!": looks = true
      case "<":
        guard let sign = peek, sign == "=" || sign == "!" else { return nil }
        index += 1
        looks = true
      case "i":
        guard peek == ")" else { return nil }
        index += 1
        return []
      default: return nil
      }
    }
    guard let inner = alternatives(), peek == ")" else { return nil }
    index += 1
    return looks ? [] : inner
  }

  /// Behind `[`.
  private mutating func letterClass() -> [LetterMask]? {
    var mask = LetterMask()
    isNumeral = false
    if peek == "^" { return skipClass() ? [] : nil }
    let start = index
    while let letter = peek, letter != "]" {
      index += 1
      if letter == "[" { return nil }
      if letter == "\\" {
        guard let inner = escape() else { return nil }
        guard let only = inner.first else { return skipClass() ? [] : nil }
        mask = mask.union(only)
        continue
      }
      if peek == "-", index + 1 < letters.count, letters[index + 1] != "]" {
        let last = letters[index + 1]
        index += 2
        guard last.value >= letter.value, last.value - letter.value < 256 else { return nil }
        for value in letter.value...last.value {
          if let one = Unicode.Scalar(value) {
            mask = mask.union(LetterMask(PatternReader.folded(one)))
          }
        }
        continue
      }
      mask = mask.union(LetterMask(PatternReader.folded(letter)))
    }
    guard peek == "]" else { return nil }
    isNumeral = letters[start..<index].allSatisfy {
      $0.isNumeral || "-\\d".unicodeScalars.contains($0)
    }
    index += 1
    return [mask]
  }

  private mutating func skipClass() -> Bool {
    while let letter = peek {
      index += letter == "\\" ? 2 : 1
      if letter == "]" { return true }
    }
    return false
  }

  /// Behind a backslash.
  private mutating func escape() -> [LetterMask]? {
    guard let letter = peek else { return nil }
    index += 1
    switch letter {
    case "d": return [PatternReader.digit]
    case "s", "S", "D", "w", "W", "b", "B": return []
    default:
      let isWord = letter.properties.isAlphabetic || letter.isDigit
      return isWord ? nil : [LetterMask(PatternReader.folded(letter))]
    }
  }

  /// How often what stands before is needed at least; nil for what cannot be read.
  private mutating func quantifier() -> Int? {
    var count = 1
    guard let sign = peek else { return 1 }
    switch sign {
    case "*", "?":
      count = 0
      index += 1
    case "+": index += 1
    case "{":
      index += 1
      var digits = ""
      while let digit = peek, digit.isDigit {
        digits.unicodeScalars.append(digit)
        index += 1
      }
      guard let least = Int(digits), let end = letters[index...].firstIndex(of: "}") else {
        return nil
      }
      count = min(least, 1_000)
      index = end + 1
    default: return 1
    }
    if peek == "?" || peek == "+" { index += 1 }
    return count
  }

  /// A letter as texts have it once they are folded, and as it stands.
  private static func folded(_ letter: Unicode.Scalar) -> [Unicode.Scalar] {
    FoldedText(String(letter)).scalars + [letter]
  }
}
