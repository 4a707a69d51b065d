public import Model

extension PlainWords {
  /// Reads a `plain-words/1` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault: a word that is plain and a claim is one.
  public init(reading source: PresetSource) throws {
    self = try source.read(schema: "plain-words/1") { root in
      _ = root["note"].string("")
      let claims = root["claims"].rowsOfWords { _, _ in nil }
      let turning = root["turning"].rowsOfWords { _, _ in nil }
      let words = root["words"].rowsOfWords { locale, word in
        (claims[locale, default: []] + turning[locale, default: []]).first {
          locale == .zh ? word == $0 || ($0.count > 1 && word.contains($0)) : word == $0
        }
      }
      return PlainWords(
        words: words, claims: claims, turning: turning,
        binding: root["binding"].rowsOfWords { _, _ in nil })
    }
  }
}

extension PresetNode {
  /// Rows of words for each language, set apart by spaces.
  ///
  /// - Parameter clash: the claim that a word is or holds.
  fileprivate func rowsOfWords(
    _ clash: (CopyLocale, String) -> String?
  ) -> [CopyLocale: [String]] {
    var result: [CopyLocale: [String]] = [:]
    for locale in CopyLocale.allCases {
      let node = self[locale.rawValue]
      for row in node.items {
        for word in row.string().split(whereSeparator: \.isWhitespace).map(String.init) {
          if let claim = clash(locale, word) {
            row.report("'\(word)' cannot be plain: '\(claim)' claims something")
          }
          result[locale, default: []].append(word)
        }
      }
    }
    finish()
    return result
  }
}
