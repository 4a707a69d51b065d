/// A written number, with its figures before and after the point.
struct SpokenNumber {
  var whole: [Int]
  var fraction: [Int]
  /// Index after its last figure.
  var end: Int

  /// Reads from a figure on: thousands may be set off by commas, a point needs a figure after it.
  init(in letters: [Character], at start: Int) {
    whole = []
    fraction = []
    var index = start
    while index < letters.count {
      let next = index + 1 < letters.count ? letters[index + 1] : " "
      if letters[index].isASCIIDigit {
        whole.append(letters[index].asciiFigure)
      } else if letters[index] != "," || !next.isASCIIDigit {
        break
      }
      index += 1
    }
    if index + 1 < letters.count, letters[index] == ".", letters[index + 1].isASCIIDigit {
      index += 1
      while index < letters.count, letters[index].isASCIIDigit {
        fraction.append(letters[index].asciiFigure)
        index += 1
      }
    }
    end = index
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isNumber }

  fileprivate var asciiFigure: Int { Int(asciiValue ?? 48) - 48 }
}
