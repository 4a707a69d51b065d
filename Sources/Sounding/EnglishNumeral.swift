/// Numbers in English words, up to the thousands.
enum EnglishNumeral {
  static func read(_ tokens: [FoldedToken], at start: Int) -> (value: String, end: Int)? {
    var (total, current) = (0, 0)
    var index = start
    while index < tokens.count, tokens[index].kind == .word, index - start < 8 {
      let word = tokens[index].text
      if let value = small[word] {
        current += value
      } else if index > start, let factor = ["hundred": 100, "thousand": 1000, "dozen": 12][word] {
        current *= factor
        if factor == 1000 { (total, current) = (total + current, 0) }
      } else {
        break
      }
      index += 1
    }
    return index > start ? ("\(total + current)", index) : nil
  }

  private static let small: [String: Int] = {
    let ones = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen",
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    var result = Dictionary(uniqueKeysWithValues: ones.enumerated().map { ($1, $0) })
    for (place, word) in tens.enumerated() { result[word] = (place + 2) * 10 }
    return result
  }()
}
