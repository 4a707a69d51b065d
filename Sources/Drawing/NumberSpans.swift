/// Finds numbers with everything that belongs to them: `¥39.9`, `500g×3袋`, `36-41码`, `三件`.
struct NumberSpans {
  private(set) var ranges: [Range<Int>] = []
  private let text: [Character]

  init(_ text: [Character]) {
    self.text = text
    var start = 0
    while start < text.count {
      if let end = numberEnd(from: start), end > start {
        ranges.append(start..<end)
        start = end
      } else {
        start += 1
      }
    }
  }

  /// The end of a number that begins at `start`, with its units and further factors.
  private func numberEnd(from start: Int) -> Int? {
    if let end = chineseCount(from: start) { return end }
    var at = start
    if at < text.count, MeasureWords.currencies.contains(text[at]) || text[at] == "第" { at += 1 }
    guard at < text.count, isDigit(text[at]) else { return nil }
    at = digitsEnd(from: at)
    while true {
      at = remainderEnd(from: unitEnd(from: at))
      if at < text.count, text[at] == "/" { at = chineseUnitEnd(from: at + 1) ?? at }
      guard let next = factorStart(from: at) else { return at }
      at = digitsEnd(from: next)
    }
  }

  private func isDigit(_ character: Character) -> Bool {
    character.isWholeNumber && !LineRules.isIdeographic(character)
      || ("０"..."９").contains(character)
  }

  /// Digits with points, commas and ranges between them.
  private func digitsEnd(from start: Int) -> Int {
    var at = start
    while at < text.count {
      if isDigit(text[at]) {
        at += 1
      } else if ".,:：/-–~～·".contains(text[at]), at + 1 < text.count, isDigit(text[at + 1]) {
        at += 2
      } else {
        break
      }
    }
    return at
  }

  /// A unit of measure behind a number, also behind a single space.
  private func unitEnd(from start: Int) -> Int {
    if start < text.count, "%‰℃°％+＋".contains(text[start]) {
      return start + 1 < text.count && text[start] == "°" && text[start + 1] == "C"
        ? start + 2 : start + 1
    }
    let begin = start < text.count && text[start] == " " ? start + 1 : start
    if let end = chineseUnitEnd(from: begin) { return end }
    let letters = text[min(begin, text.count)...].prefix { $0.isASCII && $0.isLetter }
    guard !letters.isEmpty else { return start }
    guard begin == start || MeasureWords.latin.contains(String(letters).lowercased()) else {
      return start
    }
    return chineseUnitEnd(from: letters.endIndex) ?? letters.endIndex
  }

  /// One or two Chinese units in a row: `万件`, `元起`.
  private func chineseUnitEnd(from start: Int) -> Int? {
    var at = start
    for _ in 0..<2 {
      let length = (1...3).reversed().first { length in
        at + length <= text.count
          && MeasureWords.chinese.contains(String(text[at..<at + length]))
      }
      guard let length else { break }
      at += length
    }
    return at > start ? at : nil
  }

  /// What is left behind the unit: `39块9`, `一米七五`, `九块九毛`. A number of its own, such as the
  /// `1080 g` of `39.9元1080 g`, is none.
  private func remainderEnd(from start: Int) -> Int {
    guard start > 0, start < text.count, "块元米斤毛点".contains(text[start - 1]) else { return start }
    var at = start
    if MeasureWords.chineseNumerals.contains(text[at]) {
      while at < text.count, MeasureWords.chineseNumerals.contains(text[at]) { at += 1 }
    } else if isDigit(text[at]) {
      at = digitsEnd(from: at)
      let isOwn = at - start > 2 || unitEnd(from: at) > at && chineseUnitEnd(from: at) == nil
      if isOwn { return start }
    }
    return at > start ? chineseUnitEnd(from: at) ?? at : start
  }

  /// The digits of a further factor or of the end of a range: `×3袋`, `到41码`, `/ 2`.
  private func factorStart(from start: Int) -> Int? {
    guard start < text.count, "×xX*＊/+-–~～至到".contains(text[start]) else { return nil }
    var at = start + 1
    if at < text.count, MeasureWords.currencies.contains(text[at]) { at += 1 }
    guard at < text.count, isDigit(text[at]) else { return nil }
    return at
  }

  /// Chinese numerals with a measure word.
  private func chineseCount(from start: Int) -> Int? {
    var at = start
    while at < text.count, MeasureWords.chineseNumerals.contains(text[at]) { at += 1 }
    guard at > start else { return nil }
    return chineseUnitEnd(from: at).map { remainderEnd(from: $0) }
  }
}
