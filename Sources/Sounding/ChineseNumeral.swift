/// Numbers in Chinese characters, plain and as on banknotes.
enum ChineseNumeral {
  /// - Returns: The value and the index after it; nil for a number beyond twelve figures.
  static func read(_ tokens: [FoldedToken], at start: Int) -> (value: String, end: Int)? {
    var index = start
    while index < tokens.count, tokens[index].kind == .han, isPart(tokens[index].text) {
      index += 1
    }
    guard index > start, index - start <= 24 else { return nil }
    let letters = tokens[start..<index].map(\.text)
    if letters == ["半"] { return ("0.5", index) }
    guard let whole = value(letters) else { return nil }
    guard index + 1 < tokens.count, tokens[index].text == "点", digits[tokens[index + 1].text] != nil
    else { return ("\(whole)", index) }
    var text = "\(whole)."
    index += 1
    while index < tokens.count, let digit = digits[tokens[index].text] {
      text += "\(digit)"
      index += 1
    }
    return (FoldedLine.plain(text), index)
  }

  private static func value(_ letters: [String]) -> Int? {
    if letters.allSatisfy({ digits[$0] != nil }) {
      guard letters.count <= 12 else { return nil }
      return letters.reduce(0) { $0 * 10 + (digits[$1] ?? 0) }
    }
    var (total, section, digit) = (0, 0, 0)
    for letter in letters {
      if let figure = digits[letter] {
        digit = figure
      } else if let place = places[letter] {
        section += (digit == 0 ? 1 : digit) * place
        digit = 0
      } else if let group = groups[letter] {
        let (high, over) = (total + section + digit).multipliedReportingOverflow(by: group)
        guard !over, high < 1_000_000_000_000_000 else { return nil }
        (total, section, digit) = (high, 0, 0)
      } else {
        return nil
      }
    }
    return total + section + digit
  }

  private static func isPart(_ text: String) -> Bool {
    digits[text] != nil || places[text] != nil || groups[text] != nil || text == "半"
  }

  private static let digits: [String: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "俩": 2, "仨": 3,
  ]
  private static let places = ["十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000]
  private static let groups = ["万": 10_000, "亿": 100_000_000]
}
