import Tables
import Model

/// Finds what a title labels: `【材质】棉`, `材质:纯棉`, `净含量500g`, `Material: Cotton`.
struct TitleLabels: Sendable {
  private let labels: [Unicode.Scalar: [[Unicode.Scalar]]]
  private let quantities: QuantityReader

  init(_ words: Set<String>, _ quantities: QuantityReader) {
    self.quantities = quantities
    var labels: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
    for word in words {
      let letters = Array(word.unicodeScalars)
      if let first = letters.first { labels[first, default: []].append(letters) }
    }
    self.labels = labels.mapValues { list in
      list.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    }
  }

  private static let ends = Set(",，;；|｜、】)）]］【[［(（/\n".unicodeScalars)
  private static let opening = Set("【[［(（".unicodeScalars)
  private static let closing = Set("】]］)）".unicodeScalars)

  /// Known labels alone, each with the value behind it; nothing from words without a label.
  func pairs(in title: String) -> [(label: String, value: String)] {
    let own = Array(title.unicodeScalars.prefix(500))
    let letters = own.map { $0.halfWidth.lowered }
    var found: [(label: String, value: String)] = []
    var index = 0
    while index < letters.count {
      guard let end = label(at: index, letters),
        let value = value(behind: end, from: index, own, letters)
      else {
        index += 1
        continue
      }
      found.append((own[index..<end].text, value.text))
      index = value.end
    }
    return found
  }

  /// The end of the longest label that begins here as a word of its own.
  private func label(at start: Int, _ letters: [Unicode.Scalar]) -> Int? {
    for word in labels[letters[start]] ?? [] {
      let end = start + word.count
      guard end <= letters.count, letters[start..<end].elementsEqual(word) else { continue }
      if word[0].isLatinLetter, start > 0, letters[start - 1].isLatinLetter { continue }
      if word[word.count - 1].isLatinLetter, end < letters.count, letters[end].isLatinLetter {
        continue
      }
      return end
    }
    return nil
  }

  private func value(
    behind end: Int, from start: Int, _ own: [Unicode.Scalar], _ letters: [Unicode.Scalar]
  ) -> (text: String, end: Int)? {
    guard end < letters.count else { return nil }
    let isBracketed =
      start > 0 && TitleLabels.opening.contains(own[start - 1])
      && TitleLabels.closing.contains(own[end])
    if isBracketed || letters[end] == ":" {
      return words(from: end + 1, own, letters, isLatin: letters[end - 1].isLatinLetter)
    }
    let place = letters[end].isEdge ? end + 1 : end
    guard let stop = quantities.measureEnd(own, at: place) else { return nil }
    return (own[place..<stop].text, stop)
  }

  /// To the next sign that ends it; behind a Chinese label also to a space.
  private func words(
    from start: Int, _ own: [Unicode.Scalar], _ letters: [Unicode.Scalar], isLatin: Bool
  ) -> (text: String, end: Int)? {
    var index = start
    while index < own.count, own[index].isEdge { index += 1 }
    let first = index
    guard first < own.count else { return nil }
    while index < own.count, !TitleLabels.ends.contains(own[index]) {
      if own[index].isEdge {
        let next = index + 1
        if !isLatin || next >= own.count || label(at: next, letters) != nil
          || own[next] == "-"
        {
          break
        }
      }
      index += 1
    }
    let text = own[first..<index].text.cleaned
    guard !text.isEmpty, text.count <= 60 else { return nil }
    return (text, index)
  }
}

extension QuantityReader {
  /// Where the measure ends that begins with a digit here: `500g×3袋`; nil without a unit.
  func measureEnd(_ letters: [Unicode.Scalar], at start: Int) -> Int? {
    let plain = letters.map(\.halfWidth)
    var index = start
    var end: Int?
    while index < plain.count, plain[index].isDigit {
      while index < plain.count, plain[index].isDigit || plain[index] == "." { index += 1 }
      if let unit = words.match(plain, at: index) {
        index = unit.end
        end = index
      }
      guard index < plain.count, "×*xX-~～至/".unicodeScalars.contains(plain[index]) else { break }
      if plain[index] == "/", let unit = words.match(plain, at: index + 1) {
        index = unit.end
        end = index
        guard index < plain.count, "×*xX".unicodeScalars.contains(plain[index]) else { break }
      }
      index += 1
    }
    return end
  }
}
