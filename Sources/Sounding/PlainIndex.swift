import Model

/// The shipped words of one language, ready to be found.
struct PlainIndex: Sendable {
  let locale: CopyLocale
  var phrases = PhraseIndex()
  var claims = PhraseIndex()
  var turning: Set<String> = []
  var binding = PhraseIndex()

  init(_ words: PlainWords, _ locale: CopyLocale) {
    self.locale = locale
    for word in words.words[locale] ?? [] { phrases.add(word, .plain) }
    for word in words.claims[locale] ?? [] { claims.add(word, .plain) }
    for word in words.turning[locale] ?? [] {
      claims.add(word, .plain)
      turning.insert(word)
    }
    for word in words.binding[locale] ?? [] { binding.add(word, .plain) }
  }

  func isBinding(_ line: FoldedLine) -> Bool {
    line.tokens.indices.contains { !binding.phrases(in: line.tokens, at: $0).isEmpty }
  }
}
