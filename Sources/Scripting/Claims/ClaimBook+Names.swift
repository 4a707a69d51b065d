import Foundation
import Model

extension ClaimBook {
  /// Product word, brand, shop, audience, occasion.
  mutating func gatherNames(
    _ playbook: Playbook, _ brand: BrandKit, _ screen: ClaimScreen, _ shelf: Shelf
  ) {
    gatherNoun(shelf.noun(of: product.sku) ?? Self.noun(of: product, playbook), screen)
    let nobody = ["无", "无品牌", "其他", "其它", "other", "none", "n/a", "no brand", "generic"]
    if let name = product.brand?.plainCopy, name.count <= 24, !nobody.contains(name.lowercased()) {
      let noun = slots["noun"]?.text.lowercased() ?? ""
      if !noun.contains(name.lowercased()) {
        slots["brand"] = accept(name, field: "brand", by: screen)
      }
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
    let isOwnTrade = brand.persona?.isExperienced(in: product.category, screen.playbook) ?? false
    let years = brand.persona?.years.map { locale == .zh ? "\($0)年" : "\($0) years" }
    let words = [
      ("persona", "persona.name", brand.persona?.name),
      ("role", "persona.role", brand.persona?.role),
      ("trade", "persona.trade", isOwnTrade ? brand.persona?.trade : nil),
      ("years", "persona.years", isOwnTrade ? years : nil),
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
    for (place, raw) in own.map(\.plainCopy).enumerated()
    where raw.count <= limit && raw.count > 1 {
      if noun.contains(raw.lowercased()) { continue }
      let text = locale == .en ? raw.lowercased() : raw
      let source = screen.source(of: "\(field)[\(place)]", [field])
      if let copy = accept(text, field: field, source: source, by: screen) { return copy }
    }
    for word in known[locale] ?? [] where noun.isEmpty || !noun.contains(word) {
      if product.title.mentions(word) { return accept(word, field: "title", by: screen) }
      if let place = product.scenes.firstIndex(where: { $0.mentions(word) }) {
        return accept(
          word, field: "scenes", source: screen.source(of: "scenes[\(place)]", ["scenes"]),
          by: screen)
      }
      if product.tags.contains(where: { $0.mentions(word) }) {
        return accept(word, field: "tags", by: screen)
      }
    }
    return nil
  }

  private mutating func gatherGift(_ screen: ClaimScreen) {
    let word = locale == .zh ? "送礼" : "gift"
    let places: [(String, [String])] = [
      ("scenes", product.scenes), ("title", [product.title]), ("tags", product.tags),
      ("audience", product.audience),
    ]
    for (field, texts) in places where slots["gift"] == nil {
      guard let place = texts.firstIndex(where: { $0.mentions(word) }) else { continue }
      slots["gift"] = accept(
        word, field: field, source: screen.source(of: "\(field)[\(place)]", [field]), by: screen)
    }
  }

  private mutating func gatherNoun(
    _ known: (noun: Playbook.Noun, named: Bool), _ screen: ClaimScreen
  ) {
    let (noun, isNamed) = known
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

  /// A product's own word: of those that stand in the head of its title the longest, and of equals the
  /// last; else the one its category column names.
  static func noun(
    of product: Product, _ playbook: Playbook
  ) -> (noun: Playbook.Noun, named: Bool) {
    let evidence = product.categoryEvidence.filter { $0.field != "title" && $0.field != "rule" }
    let texts = [TitleHead(product.title).text] + evidence.map(\.text)
    for text in texts {
      if let found = noun(in: text, playbook) { return (found, true) }
    }
    let fallback = Playbook.Noun(zh: "东西", en: "product", classifier: "件")
    return (playbook.nouns.first ?? fallback, false)
  }

  private static func noun(in text: String, _ playbook: Playbook) -> Playbook.Noun? {
    let head = String(text.prefix(300))
    var best: (noun: Playbook.Noun, length: Int, place: Int)?
    for noun in playbook.nouns {
      for word in noun.match where head.mentions(word) {
        let range = head.range(of: word, options: [.caseInsensitive, .backwards])
        let place = range.map { head.distance(from: head.startIndex, to: $0.lowerBound) } ?? 0
        if let found = best, (found.length, found.place) >= (word.count, place) { continue }
        best = (noun, word.count, place)
      }
    }
    return best?.noun
  }
}

/// The part of a title that names the goods, without what they go with, are used on or come with:
/// 电磁炉可用, 送锅铲, `for iPhone`, `with lid`.
struct TitleHead {
  let text: String

  private static let before = ["送", "赠", "附", "配", "适配", "兼容", "适用", "搭配", "可放", "可装", "替代"]
  private static let after = ["可用", "适用", "通用", "专用", "兼容", "可入", "可洗", "同款", "伴侣"]
  private static let english = [
    " for ", " with ", " fits ", " compatible", " includes ", " including ", " plus ", " w/ ",
  ]

  init(_ title: String) {
    let plain = title.withoutBracketed
    if CopyLocale.detected(in: title) == .en {
      let lower = plain.lowercased()
      let ends = Self.english.compactMap { lower.range(of: $0)?.lowerBound }
      let end = ends.min().map { lower.distance(from: lower.startIndex, to: $0) } ?? plain.count
      text = end > 2 ? String(plain.prefix(end)) : plain
      return
    }
    let parts = plain.split { " ，,、；;|/·+＋".contains($0) }.map(String.init)
    let kept = parts.filter { part in
      !Self.before.contains { part.hasPrefix($0) } && !Self.after.contains { part.hasSuffix($0) }
    }
    text = kept.isEmpty ? plain : kept.joined(separator: " ")
  }
}

extension String {
  /// A title without what stands in brackets, unless that is all of it.
  fileprivate var withoutBracketed: String {
    var depth = 0
    var kept = ""
    for letter in self {
      if "（([［【".contains(letter) {
        depth += 1
      } else if "）)]］】".contains(letter) {
        depth = max(0, depth - 1)
        kept.append(" ")
      } else if depth == 0 {
        kept.append(letter)
      }
    }
    return kept.contains(where: \.isLetter) ? kept : self
  }
}

extension BrandKit.Persona {
  /// Whether the years were spent with such goods: a shoemaker says nothing of power banks.
  fileprivate func isExperienced(in category: String, _ playbook: Playbook?) -> Bool {
    guard categories.isEmpty else { return categories.contains(category) }
    guard let trade = trade?.lowercased(), !trade.isEmpty, let playbook else { return false }
    let words =
      [playbook.name, playbook.nameZh] + playbook.nouns.flatMap { [$0.zh, $0.en] + $0.match }
    return words.contains { word in
      word.count > 1 && trade.contains(word.lowercased()) || word.lowercased().contains(trade)
    }
  }
}
