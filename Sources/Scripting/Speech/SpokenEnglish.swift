/// How long English copy is when it is read out.
///
/// Figures count as they are spoken: `$19.99` is nineteen dollars and ninety nine cents, six words.
public enum SpokenEnglish {
  /// Words of a text.
  public static func words(in text: String) -> Int {
    var count = 0
    let letters = Array(text)
    var index = 0
    while index < letters.count {
      let letter = letters[index]
      if letter.isASCIIDigit {
        let number = SpokenNumber(in: letters, at: index)
        let money = index > 0 && "$€£¥".contains(letters[index - 1])
        count += money ? amountWords(number) : numberWords(number)
        index = number.end
      } else if letter.isLetter {
        count += 1
        while index < letters.count, letters[index].isLetter || "'’".contains(letters[index]) {
          index += 1
        }
      } else {
        if "%×&+°".contains(letter) { count += 1 }
        index += 1
      }
    }
    return count
  }

  private static func numberWords(_ number: SpokenNumber) -> Int {
    wholeWords(number.whole) + (number.fraction.isEmpty ? 0 : 1 + number.fraction.count)
  }

  private static func amountWords(_ number: SpokenNumber) -> Int {
    let cents = number.fraction.allSatisfy { $0 == 0 } ? 0 : 2 + wholeWords(number.fraction)
    return wholeWords(number.whole) + 1 + cents
  }

  /// One thousand two hundred and four: six words.
  static func wholeWords(_ digits: [Int]) -> Int {
    let digits = Array(digits.drop { $0 == 0 })
    guard !digits.isEmpty else { return 1 }
    guard digits.count <= 9 else { return digits.count }
    if digits.count > 3 {
      let low = Array(digits.suffix(3))
      let rest = low.contains { $0 != 0 } ? wholeWords(low) : 0
      return wholeWords(Array(digits.dropLast(3))) + 1 + rest
    }
    let value = digits.reduce(0) { $0 * 10 + $1 }
    let (hundreds, rest) = (value / 100, value % 100)
    var count = hundreds > 0 ? 2 : 0
    if rest > 0 {
      if hundreds > 0 { count += 1 }
      count += rest > 20 && rest % 10 != 0 ? 2 : 1
    }
    return count
  }

  /// Syllables of one Latin word, by its groups of vowels.
  static func syllables(of word: String) -> Int {
    var count = 0
    var inVowel = false
    for letter in word.lowercased() {
      let vowel = "aeiouy".contains(letter)
      if vowel, !inVowel { count += 1 }
      inVowel = vowel
    }
    if word.lowercased().hasSuffix("e"), count > 1 { count -= 1 }
    return max(1, count)
  }
}
