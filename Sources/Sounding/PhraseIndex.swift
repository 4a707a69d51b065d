/// Runs of tokens that may stand in a line, found by their first token.
struct PhraseIndex: Sendable {
  /// Where a phrase comes from.
  enum Origin: Sendable, Hashable { case fact, noun, pain, vocabulary, example, plain }

  struct Phrase: Sendable, Hashable {
    var tokens: [String]
    var origin: Origin
  }

  private var byFirst: [String: [Phrase]] = [:]

  /// - Parameter origin: plain words are compared as they stand, others without a plural's ending.
  mutating func add(_ text: String, _ origin: Origin) {
    let tokens = FoldedLine(text).tokens
    guard let first = tokens.first, tokens.contains(where: { $0.kind != .sign }) else { return }
    let texts = tokens.map { origin == .plain ? $0.text : $0.stem }
    let key = origin == .plain ? first.text : first.stem
    byFirst[key, default: []].append(Phrase(tokens: texts, origin: origin))
  }

  /// The phrases that stand at a token, each with the index after it.
  func phrases(in tokens: [FoldedToken], at start: Int) -> [(origin: Origin, end: Int)] {
    var keys = [tokens[start].text]
    if tokens[start].stem != tokens[start].text { keys.append(tokens[start].stem) }
    return keys.flatMap { byFirst[$0] ?? [] }.compactMap { phrase in
      let end = start + phrase.tokens.count
      guard end <= tokens.count, !tokens[start].isGlued,
        end == tokens.count || !tokens[end].isGlued,
        zip(phrase.tokens, tokens[start..<end]).allSatisfy({
          $0 == (phrase.origin == .plain ? $1.text : $1.stem)
        })
      else { return nil }
      return (phrase.origin, end)
    }
  }
}
