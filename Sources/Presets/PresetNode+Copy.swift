import Model

/// Reading of words for buyers.
extension PresetNode {
  /// One text for each language: `{zh: …, en: …}`; keys beside the languages are left to the caller.
  func texts() -> [CopyLocale: String] {
    var result: [CopyLocale: String] = [:]
    for locale in CopyLocale.allCases {
      if let text = self[locale.rawValue].optionalString { result[locale] = text }
    }
    return result
  }

  /// One text for each language, both required.
  func bothTexts() -> [CopyLocale: String] {
    for locale in CopyLocale.allCases where !self[locale.rawValue].isPresent {
      report("'\(path).\(locale.rawValue)' is missing; it must be a text")
    }
    return texts()
  }

  /// Patterns for each language, whose slots must be among `slots` and which hold no figure.
  func patterns(slots: (String) -> Bool) -> [CopyLocale: [String]] {
    var result: [CopyLocale: [String]] = [:]
    for locale in CopyLocale.allCases {
      let lines = self[locale.rawValue].items.map { $0.pattern(slots: slots) }
      if !lines.isEmpty { result[locale] = lines }
    }
    return result
  }

  private func pattern(slots: (String) -> Bool) -> String {
    let text = string()
    var outside = ""
    var slot: String?
    for letter in text {
      switch (letter, slot) {
      case ("{", nil): slot = ""
      case ("}", let name?):
        if !slots(name.lowercased()) {
          report(
            "slot '{\(name)}' is not known here; the general ones are "
              + PatternSlot.names.sorted().joined(separator: ", "))
        }
        slot = nil
      case (_, nil): outside.append(letter)
      case (_, let name?): slot = name + String(letter)
      }
    }
    if slot != nil { report("'\(text)' opens a slot with '{' that no '}' closes") }
    let figure = outside.unicodeScalars.contains { $0.properties.generalCategory == .decimalNumber }
    if figure {
      report("'\(text)' holds a figure; figures come from the catalogue through a slot")
    }
    return text
  }
}

/// The slots of patterns.
enum PatternSlot {
  static let names: Set<String> = [
    "this", "noun", "a", "classifier", "is", "it", "does", "brand", "shop", "audience", "scene",
    "price", "unit", "unit_price", "pack", "reference", "basis", "date", "sales", "rating",
    "figure", "gift", "name", "value", "point", "pain", "question", "call", "holiday", "belief",
    "belief_value", "persona", "role", "trade", "years", "catchphrase", "contact", "benefit",
    "peer", "peer_price", "gap", "trait", "own_trait", "peer_trait", "saving", "choices", "stock",
    "step", "measure", "measure_price", "pair",
  ]

  static func isGeneral(_ name: String) -> Bool {
    names.contains(name) || name.hasPrefix("attribute.")
  }

  static func isAttribute(_ name: String) -> Bool {
    ["value", "name", "this", "noun", "classifier", "is", "it", "does"].contains(name)
  }
}
