extension CategoryLexicon {
  /// A word of the lexicon in a text.
  struct Match {
    var entry: Entry
    var start: Int
    var end: Int
    /// It begins and ends with a Latin letter: words stand apart and the head is the last.
    var isLatin: Bool
  }

  /// The longest words, first to last; one inside another is hidden by it.
  func matches(in letters: [UInt32]) -> [Match] {
    var found: [Match] = []
    found.reserveCapacity(24)
    letters.withUnsafeBufferPointer { letters in
      var reached = 0
      var wasLatin = false
      for start in letters.indices {
        let isLatin = FoldedLetters.isLatin(letters[start])
        defer { wasLatin = isLatin }
        if isLatin && wasLatin { continue }
        // `抱枕|套` ends a word; `vacuum` belongs to `cordless vacuum` and to `vacuum cleaner`.
        guard isLatin || start >= reached, let (word, end) = longest(at: start, letters),
          end > reached
        else { continue }
        reached = end
        found.append(
          Match(
            entry: entries[word], start: start, end: end,
            isLatin: isLatin && FoldedLetters.isLatin(letters[end - 1])))
      }
    }
    return found
  }

  private func longest(
    at start: Int, _ letters: UnsafeBufferPointer<UInt32>
  ) -> (word: Int, end: Int)? {
    var best: (word: Int, end: Int)?
    var node = 0
    var place = start
    while place < letters.count {
      node = trie.child(of: node, letters[place])
      if node < 0 { break }
      place += 1
      let word = trie.word(at: node)
      if word >= 0, let end = end(place, letters), isAllowed(word, end, letters) {
        best = (word, end)
      }
    }
    return best
  }

  /// A Latin word ends where no letter follows, or only a plural's or genitive's ending.
  @inline(__always)
  private func end(_ stop: Int, _ letters: UnsafeBufferPointer<UInt32>) -> Int? {
    guard stop < letters.count, FoldedLetters.isLatin(letters[stop - 1]) else { return stop }
    func isLatin(_ place: Int) -> Bool {
      place < letters.count && FoldedLetters.isLatin(letters[place])
    }
    var place = stop
    if letters[place] == 0x27 {  // 's
      return place + 1 < letters.count && letters[place + 1] == 0x73 && !isLatin(place + 2)
        ? place + 2 : stop
    }
    guard isLatin(place) else { return stop }
    if letters[place] == 0x65 { place += 1 }  // es
    guard place < letters.count, letters[place] == 0x73, !isLatin(place + 1) else { return nil }
    place += 1
    return place < letters.count && letters[place] == 0x27 ? place + 1 : place
  }

  private func isAllowed(_ word: Int, _ end: Int, _ letters: UnsafeBufferPointer<UInt32>) -> Bool {
    let group = entries[word].group
    guard group >= 0, !stops[group].isEmpty, end < letters.count else { return true }
    return !stops[group].contains { stop in
      end + stop.count <= letters.count
        && stop.indices.allSatisfy { letters[end + $0] == stop[$0] }
    }
  }
}
