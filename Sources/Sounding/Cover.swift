/// A line laid out with as few words left over as can be.
struct Cover: Sendable {
  struct Segment: Sendable, Hashable {
    var range: Range<Int>
    /// Nil for figures and signs.
    var origin: PhraseIndex.Origin?

    /// Whether claim words inside a range are this phrase's own.
    func excuses(_ range: Range<Int>) -> Bool {
      guard let origin else { return false }
      let holds =
        self.range.lowerBound <= range.lowerBound && range.upperBound <= self.range.upperBound
      return holds && (origin != .plain || self.range.count > range.count)
    }
  }

  private(set) var segments: [Segment] = []
  /// Runs that nothing covers, in the line's order.
  private(set) var unknown: [Range<Int>] = []

  private struct Step {
    var end: Int
    var origin: PhraseIndex.Origin?
    var isKnown: Bool
    var cost: Int
  }

  /// - Complexity: O(tokens × phrases at a token).
  init(of line: FoldedLine, finding indexes: [PhraseIndex], figures: Set<Figure>) {
    let tokens = line.tokens
    var cost = [Int](repeating: 0, count: tokens.count + 1)
    var steps = [Step?](repeating: nil, count: tokens.count)
    for start in tokens.indices.reversed() {
      let options = Cover.steps(in: tokens, at: start, indexes, figures)
      let best = options.min {
        ($0.cost + cost[$0.end], -$0.end) < ($1.cost + cost[$1.end], -$1.end)
      }
      guard let best else { continue }
      steps[start] = best
      cost[start] = best.cost + cost[best.end]
    }
    var index = 0
    while index < tokens.count, let step = steps[index] {
      keep(step, index..<step.end)
      index = step.end
    }
  }

  /// An uncovered run with the single plain characters on both sides, so that it reads as a word.
  func widened(_ range: Range<Int>, in tokens: [FoldedToken]) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    let joints = segments.filter {
      $0.origin == .plain && $0.range.count == 1 && tokens[$0.range.lowerBound].kind == .han
    }.map(\.range.lowerBound)
    let others = unknown.flatMap(Array.init)
    let loose = Set(joints + others)
    while loose.contains(lower - 1) { lower -= 1 }
    while loose.contains(upper) { upper += 1 }
    return lower..<upper
  }

  private mutating func keep(_ step: Step, _ range: Range<Int>) {
    if step.isKnown {
      segments.append(Segment(range: range, origin: step.origin))
    } else if let last = unknown.last, last.upperBound == range.lowerBound {
      unknown[unknown.count - 1] = last.lowerBound..<range.upperBound
    } else {
      unknown.append(range)
    }
  }

  /// What can be laid at a token; one left over costs more than any layout of known words.
  private static func steps(
    in tokens: [FoldedToken], at start: Int, _ indexes: [PhraseIndex], _ figures: Set<Figure>
  ) -> [Step] {
    var steps = [Step(end: start + 1, origin: nil, isKnown: false, cost: 10_000)]
    for index in indexes {
      for (origin, end) in index.phrases(in: tokens, at: start) {
        steps.append(
          Step(
            end: end, origin: origin, isKnown: true, cost: origin == .plain ? end - start + 1 : 1))
      }
    }
    if let (figure, end) = Figure.read(tokens, at: start), figures.contains(figure),
      end == tokens.count || !tokens[end].isGlued
    {
      steps.append(Step(end: end, origin: nil, isKnown: true, cost: 2))
    }
    if tokens[start].kind == .sign {
      steps.append(Step(end: start + 1, origin: nil, isKnown: true, cost: 1))
    }
    return steps
  }
}
