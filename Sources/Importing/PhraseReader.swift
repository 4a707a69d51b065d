/// Weighs the nouns of one text: the head of a phrase says what the product is, what stands before
/// it or behind `with` and `for` says little.
struct PhraseReader {
  enum Kind { case title, path, list }

  /// What one text says for each category.
  struct Reading {
    /// By group, 0…1.6; 1 is one clear head.
    var scores: [Double]
    /// By group: the match that says most, or −1.
    var best: [Int]
    var matches: [CategoryLexicon.Match]
    var letters: [UInt32]

    func matched(_ match: Int) -> String {
      guard matches.indices.contains(match) else { return "" }
      return letters[matches[match].start..<matches[match].end].written
    }
  }

  let lexicon: CategoryLexicon
  let kind: Kind
  let letters: [UInt32]
  let matches: [CategoryLexicon.Match]
  var gaps: [Gap] = []
  /// Audiences, as bits, to whom the whole text is dedicated.
  var dedicated: UInt32 = 0

  /// What stands between a match and the next, or the text's end.
  struct Gap {
    var parts = false
    var levels = false
    var blank = false
    /// Letters of words the lexicon does not know.
    var letters = 0
    /// The first of them is a Latin letter, no digit.
    var startsWithWord = false

    var isClosed: Bool { parts || levels }
    var isAdjacent: Bool { !isClosed && !blank && letters == 0 }
  }

  init(_ text: String, _ kind: Kind, _ lexicon: CategoryLexicon) {
    self.lexicon = lexicon
    self.kind = kind
    letters = FoldedLetters(text, isPath: kind == .path).letters
    matches = lexicon.matches(in: letters)
    gaps = matches.indices.map(gap)
  }

  private func gap(after place: Int) -> Gap {
    var gap = Gap()
    let end = place + 1 < matches.count ? matches[place + 1].start : letters.count
    var at = matches[place].end
    while at < end {
      let letter = letters[at]
      if letter == FoldedLetters.part {
        gap.parts = true
      } else if letter == FoldedLetters.level {
        gap.levels = true
      } else if letter == FoldedLetters.space {
        gap.blank = true
      } else {
        if gap.letters == 0, !gap.isClosed {
          gap.startsWithWord = FoldedLetters.isLatin(letter) && letter >= 0x61
        }
        gap.letters += 1
      }
      at += 1
    }
    if end == letters.count, place + 1 == matches.count, gap.letters == 0 { gap.parts = true }
    return gap
  }

  mutating func read() -> Reading {
    let count = lexicon.clothing + 1
    var reading = Reading(
      scores: Array(repeating: 0, count: count), best: Array(repeating: -1, count: count),
      matches: matches, letters: letters)
    guard !matches.isEmpty else { return reading }
    findDedication()
    var sums = reading.scores
    let depths = kind == .path ? depths() : []
    var walk = Walk()
    for place in matches.indices {
      walk.enter(matches[place], afterClosing: place > 0 && gaps[place - 1].isClosed, kind)
      if walk.isParted(after: place > 0 ? gaps[place - 1] : nil) { walk.inHanComplement = false }
      guard let (group, value) = value(at: place, &walk) else { continue }
      let weighed = depths.isEmpty ? value : value * depths[place]
      sums[group] += weighed
      if weighed > reading.scores[group] {
        reading.scores[group] = weighed
        reading.best[group] = place
      }
    }
    for group in sums.indices where sums[group] > 0 {
      let most = reading.scores[group]
      reading.scores[group] = min(1.6, most + 0.35 * (sums[group] - most))
    }
    return reading
  }

  /// Deep levels of a path weigh more than what they stand under.
  private func depths() -> [Double] {
    var depths = Array(repeating: 1.0, count: matches.count)
    var factor = 1.0
    var spoken = false
    for place in matches.indices.reversed() {
      if gaps[place].levels { factor *= spoken ? 0.5 : 0.92; spoken = false }
      depths[place] = factor
      if matches[place].entry.strength >= .tail || matches[place].entry.audience >= 0 {
        spoken = true
      }
    }
    return depths
  }

  /// `婴儿专用`, `for dogs`: the whole product is filed under them.
  private mutating func findDedication() {
    var behindFor = false
    for place in matches.indices {
      let entry = matches[place].entry
      if place > 0, gaps[place - 1].isClosed { behindFor = false }
      if entry.grammar.contains(.complement), matches[place].isLatin {
        behindFor = letters[matches[place].start..<matches[place].end].elementsEqual(Self.for)
      }
      guard entry.audience >= 0, !isModifier(place) else { continue }
      let next = place + 1 < matches.count && gaps[place].isAdjacent ? matches[place + 1] : nil
      if behindFor || next?.entry.grammar.contains(.dedicated) == true {
        dedicated |= 1 << UInt32(entry.audience)
      }
    }
  }

  private static let `for`: [UInt32] = "for".unicodeScalars.map(\.value)

  /// The word after it takes its meaning: `猫` in `猫图案`.
  func isModifier(_ place: Int) -> Bool {
    guard place + 1 < matches.count, !gaps[place].isClosed, gaps[place].letters == 0 else {
      return false
    }
    return matches[place + 1].entry.grammar.contains(.makesModifier)
  }
}

extension PhraseReader {
  /// A reading that says nothing.
  var emptyReading: Reading {
    let count = lexicon.clothing + 1
    return Reading(
      scores: Array(repeating: 0, count: count), best: Array(repeating: -1, count: count),
      matches: [], letters: [])
  }
}
