import Model

/// How long lines take to say in one language.
struct SpeechClock {
  let locale: CopyLocale
  /// Syllables (Chinese) or words (English) a second.
  let pace: Double

  /// Spoken units of a text.
  func units(_ text: String) -> Int {
    locale == .zh ? SpokenChinese.syllables(in: text) : SpokenEnglish.words(in: text)
  }

  /// Tenths of a second that a line takes; none for silence.
  func tenths(_ text: String) -> Int {
    let units = units(text)
    guard units > 0 else { return 0 }
    return Int((Double(min(units, 100_000)) / max(pace, 0.1) * 10).rounded(.up))
  }
}
