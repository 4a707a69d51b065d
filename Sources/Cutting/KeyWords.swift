/// The words of a text that stand out: where nearly all of it would, its figures alone do.
enum KeyWords {
  /// The most of a text that may stand out.
  private static let share = 0.6

  static func of(_ text: String, among facts: [String]) -> [String] {
    let found = facts.filter { !$0.isEmpty && text.contains($0) }
    guard covered(text, by: found) > share else { return found }
    let figures = figures(of: text)
    return covered(text, by: figures) > share ? [] : figures
  }

  private static func covered(_ text: String, by words: [String]) -> Double {
    let letters = Array(text)
    var marked = [Bool](repeating: false, count: letters.count)
    for word in Set(words).map(Array.init) where !word.isEmpty && word.count <= letters.count {
      for start in 0...letters.count - word.count
      where letters[start..<start + word.count].elementsEqual(word) {
        for index in start..<start + word.count { marked[index] = true }
      }
    }
    return Double(marked.count { $0 }) / Double(max(1, letters.count))
  }

  /// Numbers with a currency before them and one character of unit behind.
  private static func figures(of text: String) -> [String] {
    let letters = Array(text)
    var found: [String] = []
    var start: Int?
    for index in 0...letters.count {
      let isPart =
        index < letters.count
        && (letters[index].isASCII && letters[index].isNumber
          || start != nil && ".,-".contains(letters[index])
            && index + 1 < letters.count && letters[index + 1].isNumber)
      if isPart {
        start = start ?? index
      } else if let begin = start {
        let from = begin > 0 && "¥￥$€£".contains(letters[begin - 1]) ? begin - 1 : begin
        let to =
          index < letters.count && letters[index].isLetter
            || index < letters.count
              && letters[index] == "%"
          ? index + 1 : index
        found.append(String(letters[from..<to]))
        start = nil
      }
    }
    return found
  }
}
