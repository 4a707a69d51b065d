public import Model

/// Finds what a text says of a product beyond the product's facts.
///
/// The vocabulary is closed: a text is covered by facts as they stand, the playbook's words, plain
/// words and figures of the facts. What is left over is taken for a claim that nobody made.
public struct Claims: Sendable {
  private let plain: PlainIndex
  private let phrases: PhraseIndex
  private let book: FactBook

  /// - Parameter vocabulary: words that say nothing of a product; a word that does must stand in
  ///   a fact instead.
  public init(
    facts: [Fact], vocabulary: LineVocabulary = LineVocabulary(), plain: PlainWords,
    locale: CopyLocale
  ) {
    self.init(facts: facts, vocabulary: vocabulary, plain: PlainIndex(plain, locale))
  }

  init(facts: [Fact], vocabulary: LineVocabulary, plain: PlainIndex) {
    self.plain = plain
    book = FactBook(facts, plain)
    var phrases = book.phrases
    for word in vocabulary.nouns { phrases.add(word, .noun) }
    for word in vocabulary.pains { phrases.add(word, .pain) }
    let others = vocabulary.questions + vocabulary.scenes + vocabulary.audiences
    for word in others + vocabulary.shots { phrases.add(word, .vocabulary) }
    self.phrases = phrases
  }

  /// Facts that are not used: they read like orders, hold mark-up, or are too long to be one.
  public var refusedFacts: [Fact] { book.refused }

  /// Facts that a line may tell.
  public var facts: [Fact] { book.kept }

  /// The first thing in a text that no fact supports; nil when there is none.
  ///
  /// - Parameters:
  ///   - claim: what the text must hold; figures may be told without the rest of their fact only
  ///     where they stand in it. Nil allows the figures of all facts.
  ///   - example: a line that is known to be right; its clauses may be used as they stand.
  public func objection(
    to text: String, saying claim: String? = nil, like example: String = ""
  ) -> Objection? {
    let line = FoldedLine(text)
    guard !line.tokens.isEmpty else { return .empty }
    guard line.tokens.count <= 300 else { return .giant }
    var figures = book.figures
    if let claim { figures.formIntersection(FactBook.figures(in: FoldedLine(claim))) }
    var examples = PhraseIndex()
    for clause in example.split(whereSeparator: { "，。！？；,.!?;…".contains($0) }) {
      examples.add(String(clause), .example)
    }
    let cover = Cover(
      of: line, finding: [phrases, examples, plain.phrases], figures: figures)
    return objection(in: line, cover)
  }

  private func objection(in line: FoldedLine, _ cover: Cover) -> Objection? {
    let words = claimWords(in: line, cover)
    if let turning = words.first(where: { plain.turning.contains(line.text(of: $0)) }) {
      return .turned(line.text(of: turning))
    }
    if let range = cover.unknown.first { return unknown(range, in: line, cover, words) }
    if let word = words.first { return .claim(line.text(of: word)) }
    for (segment, next) in zip(cover.segments, cover.segments.dropFirst())
    where next.origin == .pain && segment.range.count == 1 {
      let word = line.tokens[segment.range.lowerBound].text
      if ["for", "给", "跟", "和"].contains(word), segment.origin == .plain {
        return .remedy(line.text(of: next.range))
      }
    }
    return nil
  }

  /// Words of the claims list that stand outside facts, the longest at each place.
  private func claimWords(in line: FoldedLine, _ cover: Cover) -> [Range<Int>] {
    let found = line.tokens.indices.compactMap { start in
      plain.claims.phrases(in: line.tokens, at: start).map { start..<$0.end }
        .filter { range in !cover.segments.contains { $0.excuses(range) } }
        .max { $0.count < $1.count }
    }
    return found.filter { one in
      !found.contains { $0.count > one.count && $0.contains(one.lowerBound) }
    }
  }

  /// What an uncovered run is: a figure, or a claim, named with the particles that join it.
  private func unknown(
    _ range: Range<Int>, in line: FoldedLine, _ cover: Cover, _ words: [Range<Int>]
  ) -> Objection {
    for start in range {
      if let (_, end) = Figure.read(line.tokens, at: start) {
        return .figure(line.text(of: start..<end))
      }
    }
    var run = cover.widened(range, in: line.tokens)
    for word in words where word.overlaps(run) {
      run = min(run.lowerBound, word.lowerBound)..<max(run.upperBound, word.upperBound)
    }
    return .claim(line.text(of: run))
  }

  /// Whether a text says some words as they stand, whatever their width and case.
  public static func says(_ claim: String, in text: String) -> Bool {
    let wanted = FoldedLine(claim).tokens.map(\.stem)
    let tokens = FoldedLine(text).tokens.map(\.stem)
    guard !wanted.isEmpty, wanted.count <= tokens.count else { return wanted.isEmpty }
    return (0...(tokens.count - wanted.count)).contains {
      tokens[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }
}
