/// How long Chinese copy is when it is read out.
///
/// Figures count as they are spoken: `¥39.9` is 三十九块九, five syllables.
public enum SpokenChinese {
  /// Syllables of a text.
  public static func syllables(in text: String) -> Int {
    var count = 0
    let letters = Array(text)
    var index = 0
    while index < letters.count {
      let letter = letters[index]
      if letter.isASCIIDigit {
        let number = SpokenNumber(in: letters, at: index)
        let money =
          (index > 0 && "¥￥".contains(letters[index - 1]))
          || (number.end < letters.count && letters[number.end] == "元")
        let next = number.end < letters.count ? letters[number.end] : " "
        // 二零二四年, figure by figure; 百分之百, without its 一.
        let isYear = next == "年" && number.whole.count == 4 && number.fraction.isEmpty
        let isWhole = "%％".contains(next) && number.whole == [1, 0, 0]
        let plain = isYear ? 4 : chineseLength(of: number) - (isWhole ? 1 : 0)
        count += money ? amountSyllables(number) : plain
        index = number.end
        if money, index < letters.count, letters[index] == "元" { index += 1 }
      } else if letter.isASCIILetter {
        var end = index
        while end < letters.count, letters[end].isASCIILetter { end += 1 }
        count += latinSyllables(String(letters[index..<end]))
        index = end
      } else {
        count += signSyllables(letter)
        index += 1
      }
    }
    return count
  }

  /// 三十九块九; a whole amount is 三十九块.
  private static func amountSyllables(_ number: SpokenNumber) -> Int {
    let zeros = number.fraction.allSatisfy { $0 == 0 }
    let tail = zeros ? 0 : number.fraction.count
    return wholeSyllables(number.whole) + 1 + tail
  }

  private static func chineseLength(of number: SpokenNumber) -> Int {
    let tail = number.fraction.isEmpty ? 0 : 1 + number.fraction.count
    return wholeSyllables(number.whole) + tail
  }

  /// 一千二百零四: figures with their places; long numbers are read figure by figure.
  static func wholeSyllables(_ digits: [Int]) -> Int {
    // 01 is read figure by figure.
    if digits.count > 1, digits[0] == 0 { return digits.count }
    let digits = Array(digits.drop { $0 == 0 })
    guard !digits.isEmpty else { return 1 }
    guard digits.count <= 8 else { return digits.count }
    if digits.count > 4 {
      let high = Array(digits.dropLast(4))
      let low = Array(digits.suffix(4))
      guard low.contains(where: { $0 != 0 }) else { return wholeSyllables(high) + 1 }
      return wholeSyllables(high) + 1 + (low[0] == 0 ? 1 : 0) + wholeSyllables(low)
    }
    var count = 0
    var pendingZero = false
    for (place, digit) in digits.enumerated() {
      let power = digits.count - 1 - place
      if digit == 0 { pendingZero = true; continue }
      if pendingZero { count += 1; pendingZero = false }
      let silentOne = digits.count == 2 && place == 0 && digit == 1
      count += (silentOne ? 0 : 1) + (power > 0 ? 1 : 0)
    }
    return count
  }

  /// Units by their Chinese names, other words by letters or vowels.
  private static func latinSyllables(_ word: String) -> Int {
    let units = [
      "cm": 2, "mm": 2, "m": 1, "km": 2, "kg": 2, "g": 1, "mg": 2, "l": 1, "ml": 2, "w": 1,
      "v": 1, "mah": 3, "wh": 2, "db": 2, "d": 1, "h": 2, "x": 1,
    ]
    if let known = units[word.lowercased()] { return known }
    if word.allSatisfy(\.isUppercase) { return word.count }
    return SpokenEnglish.syllables(of: word)
  }

  private static func signSyllables(_ sign: Character) -> Int {
    if "%％".contains(sign) { return 3 }
    if "℃".contains(sign) { return 3 }
    if "×*÷+~～-".contains(sign) { return 1 }
    return sign.isLetter || sign.isNumber ? 1 : 0
  }
}
