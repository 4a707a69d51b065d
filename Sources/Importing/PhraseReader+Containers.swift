extension PhraseReader {
  /// `Bag` in `caramels, 12 oz bag`: what packed goods are sold in.
  func isContainer(_ place: Int) -> Bool {
    matches[place].entry.grammar.contains(.container)
      && (followsQuantity(place) || countsOut(place))
      && matches[..<place].contains {
        $0.entry.strength >= .tail && lexicon.packed.contains($0.entry.group)
      }
  }

  /// Several of them, and how many: `fruit snacks pouches 40 count`.
  private func countsOut(_ place: Int) -> Bool {
    let end = matches[place].end
    guard letters[end - 1] == 0x73, end + 1 < letters.count, letters[end] == FoldedLetters.space
    else { return false }
    return letters[end + 1] >= 0x30 && letters[end + 1] <= 0x39
  }

  /// One of the two words before it holds a digit.
  private func followsQuantity(_ place: Int) -> Bool {
    var words = 0
    var at = matches[place].start - 1
    while at >= 0 {
      let letter = letters[at]
      if letter >= 0x30, letter <= 0x39 { return true }
      if letter == FoldedLetters.space {
        words += 1
        if words == 3 { return false }
      } else if !FoldedLetters.isLatin(letter) {
        return false
      }
      at -= 1
    }
    return false
  }
}
