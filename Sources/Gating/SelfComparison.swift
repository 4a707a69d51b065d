import Model

/// Tells a shop's word about its own range from a claim over the market.
struct SelfComparison: Sendable {
  let basis: String
  private let words: [[Unicode.Scalar]]
  private let starts: [[Unicode.Scalar]]
  private let unless: [[Unicode.Scalar]]
  private let within: Int
  private let longest: Int

  private static let sentenceEnds: Set<Unicode.Scalar> = ["。", "!", "?", ";", "\n", "\r"]

  init(_ rule: TermList.SelfComparison) {
    basis = rule.basis
    words = rule.words.map { FoldedText($0).scalars }.filter { !$0.isEmpty }
    starts = rule.starts.map { FoldedText($0).scalars }.filter { !$0.isEmpty }
    unless = rule.unless.map { FoldedText($0).scalars }.filter { !$0.isEmpty }
    within = rule.within
    longest = words.map(\.count).max() ?? 0
  }

  /// Whether an absolute hit only compares the shop's goods with each other.
  func excuses(_ hit: Range<Int>, in text: FoldedText) -> Bool {
    let hitText = text.scalars[hit]
    guard starts.contains(where: { hitText.starts(with: $0) }) else { return false }
    let window = text.scalars[max(0, hit.lowerBound - within - longest)..<hit.lowerBound]
    for end in window.indices.reversed().map({ $0 + 1 }) where hit.lowerBound - end <= within {
      let before = window[..<end]
      guard words.contains(where: { before.suffix($0.count).elementsEqual($0) }) else { continue }
      let between = window[end...]
      return !between.contains(where: Self.sentenceEnds.contains)
        && !unless.contains { contains($0, in: between) }
    }
    return false
  }

  private func contains(_ word: [Unicode.Scalar], in text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.indices.contains { text[$0...].starts(with: word) }
  }
}
