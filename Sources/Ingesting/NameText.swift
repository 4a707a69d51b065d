import Foundation

/// A name as it is compared: one case, one width, one composition, and every run of what is neither
/// letter nor digit a single `-`.
struct NameText: Hashable {
  let letters: [Character]

  init(_ text: String) {
    let plain = text.precomposedStringWithCanonicalMapping
      .folding(options: [.caseInsensitive, .widthInsensitive], locale: nil)
    var letters: [Character] = []
    for letter in plain {
      if letter.isLetter || letter.isNumber {
        letters.append(letter)
      } else if let last = letters.last, last != "-" {
        letters.append("-")
      }
    }
    if letters.last == "-" { letters.removeLast() }
    self.letters = letters
  }

  init(letters: ArraySlice<Character>) { self.letters = Array(letters) }

  var isEmpty: Bool { letters.isEmpty }
  var isDigits: Bool { letters.allSatisfy { $0.isASCII && $0.isNumber } }

  /// The places where a word can begin or end: beside a `-`, and between scripts.
  private var edges: [Int] {
    var edges = [0]
    for i in letters.indices.dropFirst() {
      let (left, right) = (Self.kind(letters[i - 1]), Self.kind(letters[i]))
      if left != right || left == .other { edges.append(i) }
    }
    return edges + [letters.count]
  }

  private enum Kind { case gap, plain, other }

  private static func kind(_ letter: Character) -> Kind {
    letter == "-" ? .gap : letter.isASCII ? .plain : .other
  }

  /// The longest whole words that a table knows; several when equally long ones differ.
  func longest<Value: Hashable>(in table: [NameText: Value], least: Int = 1) -> [Value] {
    let edges = edges
    var found: [(length: Int, value: Value)] = []
    for (i, start) in edges.enumerated() {
      for end in edges[(i + 1)...] where end - start >= least {
        guard let value = table[NameText(letters: letters[start..<end])] else { continue }
        found.append((end - start, value))
      }
    }
    let most = found.map(\.length).max()
    var seen: Set<Value> = []
    return found.filter { $0.length == most && seen.insert($0.value).inserted }.map(\.value)
  }

  /// Whether this begins with another name as a whole word.
  func begins(with other: NameText) -> Bool {
    letters.starts(with: other.letters)
      && (letters.count == other.letters.count || letters[other.letters.count] == "-")
  }
}
