/// Finds key words in lines, also where a line break parts them.
enum AccentRanges {
  /// UTF-8 ranges within each line.
  static func find(_ accents: [String], inLines lines: [String]) -> [[Range<Int>]] {
    // Spaces are left out: a break may have swallowed one.
    var letters: [(line: Int, range: Range<Int>, text: String)] = []
    for (index, line) in lines.enumerated() {
      var offset = 0
      for character in line {
        let length = character.utf8.count
        if !character.isWhitespace {
          letters.append((index, offset..<offset + length, character.lowercased()))
        }
        offset += length
      }
    }
    var marked = [Bool](repeating: false, count: letters.count)
    for accent in accents {
      let wanted = accent.filter { !$0.isWhitespace }.map { $0.lowercased() }
      guard !wanted.isEmpty, wanted.count <= letters.count else { continue }
      for start in 0...letters.count - wanted.count
      where (0..<wanted.count).allSatisfy({ letters[start + $0].text == wanted[$0] }) {
        for index in start..<start + wanted.count { marked[index] = true }
      }
    }
    var found = [[Range<Int>]](repeating: [], count: lines.count)
    for (letter, isMarked) in zip(letters, marked) where isMarked {
      if let last = found[letter.line].last, last.upperBound == letter.range.lowerBound {
        found[letter.line][found[letter.line].count - 1] = last.lowerBound..<letter.range.upperBound
      } else {
        found[letter.line].append(letter.range)
      }
    }
    return found
  }
}
