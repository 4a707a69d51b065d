import Model

/// A finding over a stretch of folded text.
struct Span {
  var range: Range<Int>
  var finding: Finding

  /// The spans that no longer or equal one of at least the same weight covers, by their start.
  static func longest(of spans: [Span]) -> [Span] {
    let sorted = spans.sorted {
      ($0.range.lowerBound, -$0.range.upperBound, $0.weight, $0.finding.term)
        < ($1.range.lowerBound, -$1.range.upperBound, $1.weight, $1.finding.term)
    }
    // For each weight the furthest end so far: whatever covers a span starts no later than it.
    var reach = [Int](repeating: 0, count: 3)
    return sorted.filter { span in
      let covered = reach[0...span.weight].contains { $0 >= span.range.upperBound }
      reach[span.weight] = max(reach[span.weight], span.range.upperBound)
      return !covered
    }
  }

  /// 0 is the gravest.
  private var weight: Int {
    switch finding.severity {
    case .block: 0
    case .warn: 1
    case .note: 2
    }
  }
}

extension FoldedText {
  /// Whether a stretch that starts or ends in a Latin letter or digit is not part of a longer word.
  func standsAlone(_ range: Range<Int>) -> Bool {
    let starts =
      range.lowerBound == 0 || !scalars[range.lowerBound].isASCIIWord
      || !scalars[range.lowerBound - 1].isASCIIWord
    let ends =
      range.upperBound == scalars.count || !scalars[range.upperBound - 1].isASCIIWord
      || !scalars[range.upperBound].isASCIIWord
    return starts && ends
  }
}
