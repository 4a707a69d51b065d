/// Chooses the breaks of one paragraph: few, at good places, and lines of like width.
struct LineBreaker {
  /// One line as a range of characters, spaces at its ends left out.
  typealias Lines = [Range<Int>]

  private let text: [Character]
  private let breaks: PhraseBreaks
  /// The x position before each character at one pixel a unit of size, and behind the last.
  private let positions: [Double]

  /// Longer texts are running text: to balance their lines costs much and shows little.
  private static let fewLines = 12.0
  private static let perLine = 30.0
  private static let lonely = 400.0
  private static let ragged = 60.0

  init(_ text: [Character], breaks: PhraseBreaks, positions: [Double]) {
    self.text = text
    self.breaks = breaks
    self.positions = positions
  }

  /// The lines of one paragraph and the cost of the worst break, or nil when they do not fit.
  ///
  /// - Parameters:
  ///   - width: In the unit of `positions`.
  ///   - maxLines: The most lines allowed.
  ///   - worst: Breaks of this cost and above are not used.
  func lines(
    width: Double, maxLines: Int, balanced: Bool, below worst: Double
  ) -> Lines? {
    guard !text.isEmpty else { return [] }
    let total = positions.last ?? 0
    if total <= width { return [trimmed(0..<text.count)] }
    let full = total / max(width, 1e-6)
    guard full <= Double(min(maxLines, text.count)) else { return nil }
    guard balanced, full < LineBreaker.fewLines else {
      return paragraph(width: width, maxLines: maxLines, below: worst)
    }
    let least = max(2, Int(full.rounded(.up)))
    let most = min(maxLines, text.count, least + 2)
    guard least <= most else { return nil }
    let plans = (least...most).compactMap { count in
      exactly(count, width: width, target: total / Double(count), below: worst)
    }
    return plans.min { $0.cost < $1.cost }?.lines
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text[start].isWhitespace { start += 1 }
    while end > start, text[end - 1].isWhitespace { end -= 1 }
    return start..<end
  }

  private func width(_ range: Range<Int>) -> Double {
    let solid = trimmed(range)
    return positions[solid.upperBound] - positions[solid.lowerBound]
  }

  private func loneliness(_ range: Range<Int>) -> Double {
    let solid = text[trimmed(range)].filter { !LineRules.neverStarts($0) }
    return solid.count < 2 ? LineBreaker.lonely : 0
  }

  /// Dynamic programming over (characters set, lines begun), least cost first.
  private func exactly(
    _ count: Int, width limit: Double, target: Double, below worst: Double
  ) -> (lines: Lines, cost: Double)? {
    let end = text.count
    var best = [[Double]](
      repeating: [Double](repeating: .infinity, count: end + 1), count: count + 1)
    var from = [[Int]](repeating: [Int](repeating: 0, count: end + 1), count: count + 1)
    best[0][0] = 0
    for line in 1...count {
      for stop in 1...end {
        guard line == count ? stop == end : stop < end else { continue }
        let breakCost = stop == end ? 0 : (breaks.costs[stop] ?? .infinity)
        guard breakCost < worst else { continue }
        for start in (0..<stop).reversed() {
          let range = start..<stop
          let span = self.width(range)
          if span > limit { break }
          guard best[line - 1][start].isFinite else { continue }
          let slack = (span - target) / target
          let cost =
            best[line - 1][start] + breakCost + LineBreaker.perLine
            + LineBreaker.ragged * slack * slack + loneliness(range)
          if cost < best[line][stop] { (best[line][stop], from[line][stop]) = (cost, start) }
        }
      }
    }
    guard best[count][end].isFinite else { return nil }
    var lines: Lines = []
    var stop = end
    for line in stride(from: count, to: 0, by: -1) {
      lines.append(trimmed(from[line][stop]..<stop))
      stop = from[line][stop]
    }
    return (lines.reversed(), best[count][end])
  }

  /// Running text: every line but the last nearly full.
  private func paragraph(width limit: Double, maxLines: Int, below worst: Double) -> Lines? {
    let end = text.count
    var best = [Double](repeating: .infinity, count: end + 1)
    var from = [Int](repeating: 0, count: end + 1)
    best[0] = 0
    for stop in 1...end {
      let breakCost = stop == end ? 0 : (breaks.costs[stop] ?? .infinity)
      guard breakCost < worst else { continue }
      for start in (0..<stop).reversed() {
        let span = width(start..<stop)
        if span > limit { break }
        guard best[start].isFinite else { continue }
        let slack = stop == end ? 0 : (limit - span) / limit
        let cost =
          best[start] + breakCost * 0.2 + LineBreaker.perLine
          + LineBreaker.ragged * 4 * slack * slack + (stop == end ? loneliness(start..<stop) : 0)
        if cost < best[stop] { (best[stop], from[stop]) = (cost, start) }
      }
    }
    guard best[end].isFinite else { return nil }
    var lines: Lines = []
    var stop = end
    while stop > 0 {
      lines.append(trimmed(from[stop]..<stop))
      stop = from[stop]
    }
    return lines.count <= maxLines ? lines.reversed() : nil
  }

  /// The first line that is full, again and again; a piece wider than the box stands alone.
  func greedy(width limit: Double) -> Lines {
    var lines: Lines = []
    var (start, last) = (0, 0)
    for stop in 1..<max(1, text.count) + 1 where stop <= text.count {
      guard stop == text.count || breaks.costs[stop] != nil else { continue }
      if width(start..<stop) > limit, last > start {
        lines.append(trimmed(start..<last))
        start = last
      }
      last = stop
    }
    lines.append(trimmed(start..<text.count))
    return lines
  }
}
