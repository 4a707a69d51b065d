import Model

/// Topic words: product, occasion, buyers, shop, then the category's own; letters and figures only.
struct Hashtags {
  private(set) var tags: [Copy] = []

  init(_ brief: Brief, _ platform: Platform) {
    let topics = brief.choice.order(brief.playbook.topics[brief.locale] ?? [], for: "topics")
    let own = ["noun", "scene", "audience", "brand"].compactMap { brief.slots[$0] }
    let named = own.filter { $0.facts.first?.field != "category" }
    let candidates =
      Array(named.prefix(1)) + topics.prefix(2).map { Copy($0) } + named.dropFirst()
      + topics.dropFirst(2).map { Copy($0) }
    for candidate in candidates where tags.count < max(0, platform.text.hashtagsMax) {
      let text = Self.word(candidate.text, brief.locale)
      guard (2...20).contains(text.count), brief.gatekeeper.passes(text, on: platform.id),
        !tags.contains(where: { $0.text == text })
      else { continue }
      let facts = candidate.facts.map { Fact(text: text, field: $0.field, source: $0.source) }
      tags.append(Copy(text, facts))
    }
  }

  private static func word(_ text: String, _ locale: CopyLocale) -> String {
    let kept = String(text.filter { $0.isLetter || $0.isNumber })
    return locale == .en ? kept.lowercased() : kept
  }
}
