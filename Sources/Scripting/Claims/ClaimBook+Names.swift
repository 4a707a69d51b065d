import Foundation
import Model

extension ClaimBook {
  /// Product word, brand, shop, audience, occasion.
  mutating func gatherNames(_ playbook: Playbook, _ brand: BrandKit, _ screen: ClaimScreen) {
    gatherNoun(playbook, screen)
    let nobody = ["无", "无品牌", "其他", "其它", "other", "none", "n/a", "no brand", "generic"]
    if let name = product.brand?.plainCopy, name.count <= 24, !nobody.contains(name.lowercased()) {
      slots["brand"] = accept(name, field: "brand", by: screen)
    }
    if let name = brand.name?.plainCopy, name.count <= 24 {
      slots["shop"] = accept(name, field: "brand.name", source: brand.file + " name", by: screen)
    }
    slots["audience"] = word(
      product.audience, field: "audience", known: playbook.audiences, screen)
    let noun = slots["noun"]?.text ?? ""
    slots["scene"] = word(
      product.scenes, field: "scenes", known: playbook.scenes, besides: noun, screen)
    gatherGift(screen)
    slots["holiday"] = word([], field: "scenes", known: playbook.holidays, screen)
    gatherBrand(brand, screen)
  }

  /// The shop's own person, phrase and contact.
  private mutating func gatherBrand(_ brand: BrandKit, _ screen: ClaimScreen) {
    let limit = locale == .zh ? 10 : 40
    let years = brand.persona?.years.map { locale == .zh ? "\($0)年" : "\($0) years" }
    let words = [
      ("persona", "persona.name", brand.persona?.name),
      ("role", "persona.role", brand.persona?.role),
      ("trade", "persona.trade", brand.persona?.trade), ("years", "persona.years", years),
      ("catchphrase", "catchphrase", brand.catchphrase),
      ("contact", "contact.channel", brand.contact?.channel),
      ("benefit", "contact.benefit", brand.contact?.benefit),
    ]
    for (slot, key, raw) in words {
      guard let text = raw?.plainCopy, !text.isEmpty, text.count <= limit,
        text.isChineseText == (locale == .zh) || slot == "persona"
      else { continue }
      slots[slot] = accept(
        text, field: "brand.\(key)", source: "\(brand.file) \(key)", by: screen)
    }
  }

  /// The catalogue's own word, or one of the trade's words that its title or tags hold.
  private mutating func word(
    _ own: [String], field: String, known: [CopyLocale: [String]], besides noun: String = "",
    _ screen: ClaimScreen
  ) -> Copy? {
    let limit = locale == .zh ? 6 : 22
    for raw in own.map(\.plainCopy) where raw.count <= limit && raw.count > 1 {
      if noun.contains(raw.lowercased()) { continue }
      let text = locale == .en ? raw.lowercased() : raw
      if let copy = accept(text, field: field, by: screen) { return copy }
    }
    for word in known[locale] ?? [] where noun.isEmpty || !noun.contains(word) {
      if product.title.mentions(word) { return accept(word, field: "title", by: screen) }
      if product.scenes.contains(where: { $0.mentions(word) }) {
        return accept(word, field: "scenes", by: screen)
      }
      if product.tags.contains(where: { $0.mentions(word) }) {
        return accept(word, field: "tags", by: screen)
      }
    }
    return nil
  }

  private mutating func gatherGift(_ screen: ClaimScreen) {
    let word = locale == .zh ? "送礼" : "gift"
    let marks = locale == .zh ? ["送礼", "礼物", "礼盒"] : ["gift", "gifts", "gifting"]
    let places: [(String, [String])] = [
      ("scenes", product.scenes), ("title", [product.title]), ("tags", product.tags),
      ("audience", product.audience),
    ]
    for (field, texts) in places where slots["gift"] == nil {
      guard texts.contains(where: { text in marks.contains { text.mentions($0) } }) else {
        continue
      }
      slots["gift"] = accept(word, field: field, by: screen)
    }
  }

  private mutating func gatherNoun(_ playbook: Playbook, _ screen: ClaimScreen) {
    let (noun, isNamed) = Self.noun(in: product.title, of: playbook)
    var text = locale == .zh ? noun.zh : noun.en
    var plural = noun.plural
    var field = isNamed ? "title" : "category"
    if !isNamed, let short = shortTitle {
      text = short
      plural = locale == .en && short.hasSuffix("s") && !short.hasSuffix("ss")
      field = "title"
    }
    let word = accept(text, field: field, by: screen) ?? Copy(locale == .zh ? "产品" : "product")
    let facts = word.facts
    let these = plural ? "these" : "this"
    slots["noun"] = word
    slots["classifier"] = Copy(noun.classifier)
    slots["this"] =
      locale == .zh
      ? Copy("这\(noun.classifier)\(word.text)", facts) : Copy("\(these) \(word.text)", facts)
    let article = "aeiou".contains(word.text.lowercased().first ?? "x") ? "an " : "a "
    slots["a"] = Copy((plural || locale == .zh ? "" : article) + word.text, facts)
    slots["is"] = Copy(locale == .zh ? "是" : plural ? "are" : "is")
    slots["it"] = Copy(locale == .zh ? "它" : plural ? "them" : "it")
    slots["does"] = Copy(locale == .zh ? "" : plural ? "do" : "does")
  }

  /// A title short enough to be a name by itself.
  private var shortTitle: String? {
    let title = product.title.plainCopy
    guard !title.isEmpty, !title.contains(where: { $0.isFigure || $0.isPunctuation }) else {
      return nil
    }
    if locale == .zh { return title.count <= 6 ? title : nil }
    return title.wordCount <= 4 && title.count <= 26 ? title : nil
  }

  /// The product word that a title ends on: the longest, and of equals the last.
  static func noun(in title: String, of playbook: Playbook) -> (noun: Playbook.Noun, named: Bool) {
    let head = String(title.prefix(300))
    var best: (noun: Playbook.Noun, length: Int, place: Int)?
    for noun in playbook.nouns {
      for word in noun.match where head.mentions(word) {
        let range = head.range(of: word, options: [.caseInsensitive, .backwards])
        let place = range.map { head.distance(from: head.startIndex, to: $0.lowerBound) } ?? 0
        if let found = best, (found.length, found.place) >= (word.count, place) { continue }
        best = (noun, word.count, place)
      }
    }
    if let best { return (best.noun, true) }
    let fallback = Playbook.Noun(zh: "东西", en: "product", classifier: "件")
    return (playbook.nouns.first ?? fallback, false)
  }
}
