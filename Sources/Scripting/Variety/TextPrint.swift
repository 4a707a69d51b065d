import Model

/// What a script says beside amounts of money, as a set to compare by: three letters in Chinese, two
/// words in English.
struct TextPrint: Sendable {
  /// Hashes in order, each once.
  let parts: [UInt64]
  let locale: CopyLocale

  init(of script: Script) {
    locale = script.locale
    var found: Set<UInt64> = []
    for beat in script.beats {
      Self.gather(Copy(beat.voice, beat.facts).withoutMoney(""), script.locale, &found)
    }
    parts = found.sorted()
  }

  private static func gather(_ text: String, _ locale: CopyLocale, _ found: inout Set<UInt64>) {
    if locale == .zh {
      let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.isFigure }
        .map { UInt64($0.value) }
      guard letters.count > 2 else {
        if !letters.isEmpty { found.insert(mixed(letters)) }
        return
      }
      for place in 0...(letters.count - 3) { found.insert(mixed(letters[place...(place + 2)])) }
    } else {
      let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }
        .map { word in
          word.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        }
      guard words.count > 1 else {
        if !words.isEmpty { found.insert(mixed(words)) }
        return
      }
      for place in 0...(words.count - 2) { found.insert(mixed(words[place...(place + 1)])) }
    }
  }

  private static func mixed<Values: Sequence>(_ values: Values) -> UInt64
  where Values.Element == UInt64 {
    values.reduce(0x9E37_79B9_7F4A_7C15) { state, value in
      var z = (state ^ value) &* 0xBF58_476D_1CE4_E5B9
      z ^= z >> 29
      return z &* 0x94D0_49BB_1331_11EB
    }
  }

  /// 0 for the same text, 1 for two that share nothing (Jaccard).
  func distance(to other: TextPrint) -> Double {
    guard locale == other.locale, !parts.isEmpty, !other.parts.isEmpty else {
      return parts.isEmpty && other.parts.isEmpty ? 0 : 1
    }
    var (a, b, shared) = (0, 0, 0)
    while a < parts.count, b < other.parts.count {
      if parts[a] == other.parts[b] {
        shared += 1
        a += 1
        b += 1
      } else if parts[a] < other.parts[b] {
        a += 1
      } else {
        b += 1
      }
    }
    return 1 - Double(shared) / Double(parts.count + other.parts.count - shared)
  }
}

extension Unicode.Scalar {
  fileprivate var isFigure: Bool { properties.generalCategory == .decimalNumber }
}
