import Model

/// A title for people who search: literal words, the product word among the first ten characters.
struct SearchTitle {
  private(set) var copy = Copy("")

  private static let before: [Playbook.TitleSlot] = [.season, .audience, .material, .fit]
  private static let englishBefore: [Playbook.TitleSlot] = [.material, .fit, .style]
  private static let after: [Playbook.TitleSlot] = [.function, .scene, .style]

  init(_ brief: Brief, _ platform: Platform) {
    guard let core = Self.core(brief) else { return }
    let parts = Self.parts(brief, platform)
    copy =
      brief.locale == .zh
      ? Self.chinese(core, parts, platform.text) : Self.english(core, parts, platform.text)
  }

  private struct Parts {
    var before: [Copy]
    var after: [Copy]
  }

  /// The product word, or the beginning of the catalogue's title where it has none.
  private static func core(_ brief: Brief) -> Copy? {
    guard let noun = brief.slots["noun"] else { return nil }
    guard noun.facts.contains(where: { $0.field == "category" }) else { return noun }
    let title = brief.product.title.plainCopy
    let head = title.prefix { !"，,、|（( ".contains($0) || brief.locale == .en }
    let short = brief.locale == .zh ? String(head.prefix(10)) : String(title.prefix(40))
    let whole =
      short.count < title.count && brief.locale == .en
      ? short.split(separator: " ").dropLast().joined(separator: " ") : short
    guard whole.count > 1, !(whole.last?.isASCIIDigit ?? true), brief.gatekeeper.passes(whole)
    else {
      return noun
    }
    return Copy(whole.plainCopy, field: "title", source: brief.cell("title"))
  }

  private static func parts(_ brief: Brief, _ platform: Platform) -> Parts {
    let rules = brief.claims.attributes.values.filter { !$0.isFlag }
      .sorted { ($1.rule.weight, $0.rule.key) < ($0.rule.weight, $1.rule.key) }
    func words(_ slots: [Playbook.TitleSlot]) -> [Copy] {
      slots.flatMap { slot -> [Copy] in
        var found = rules.filter { $0.rule.slot == slot }.map(\.value)
        if slot == .audience { found += [brief.slots["audience"]].compactMap { $0 } }
        if slot == .scene { found += [brief.slots["scene"]].compactMap { $0 } }
        return found.filter { isKeyword($0.text, brief.locale) }.prefix(2).map { $0 }
      }.filter { brief.gatekeeper.passes($0.text, on: platform.id) }
    }
    let brand = [brief.slots["brand"]].compactMap { $0 }
    guard brief.locale == .zh else {
      let people = words([.audience]).map { Copy("for \($0.text)", $0.facts) }
      return Parts(
        before: brand + words(englishBefore), after: people + words([.function, .scene]))
    }
    return Parts(before: brand + words(before), after: words(after) + rest(brief, platform))
  }

  /// Words of the catalogue's own title that nothing else has said yet: what is left when product
  /// word, brand, buyers, occasion and attributes are taken out.
  private static func rest(_ brief: Brief, _ platform: Platform) -> [Copy] {
    guard brief.locale == .zh else { return [] }
    var title = brief.product.title.plainCopy
    let known =
      ["noun", "brand", "audience", "scene", "pack", "measure"].compactMap { brief.slots[$0]?.text }
      + brief.claims.attributes.values.filter { !$0.isFlag }.map(\.value.text)
    for word in known.sorted(by: { ($1.count, $0) < ($0.count, $1) }) {
      title = title.replacing(word, with: "|")
    }
    // 网面 of 飞织网面 goes too, so that what stands beside it may stay.
    for word in known where word.allSatisfy(\.isHan) {
      for (a, b) in zip(word, word.dropFirst()) { title = title.replacing("\(a)\(b)", with: "|") }
    }
    // 可放A of 可放A4 is half a word, and the 味 of 玫瑰味 none.
    let tails = "味的款色型装版码"
    let parts = title.split { !$0.isLetter && !$0.isFigure }
      .map { String($0.drop { tails.contains($0) }) }
      .filter { !$0.contains(where: \.isFigure) }
    return parts.filter { (2...12).contains($0.count) && $0.contains(where: \.isHan) }
      .filter { brief.gatekeeper.passes($0, on: platform.id) }
      .map { Copy($0, field: "title", source: brief.cell("title")) }
  }

  /// Short plain words; measures and lists are no keywords.
  private static func isKeyword(_ text: String, _ locale: CopyLocale) -> Bool {
    guard !text.contains(where: { $0.isFigure || $0.isPunctuation && $0 != "-" }) else {
      return false
    }
    let empty =
      locale == .zh
      ? ["不", "无", "非", "标准", "常规", "普通", "正常", "其他"]
      : ["no ", "not ", "non", "without", "standard", "regular", "normal", "other", "one size"]
    guard !empty.contains(where: text.lowercased().hasPrefix) else { return false }
    return locale == .zh ? (2...6).contains(text.count) : text.wordCount <= 3 && text.count <= 24
  }

  /// Whether two words share a morpheme: two neighbouring characters, or one the whole of a word.
  private static func overlaps(_ text: String, _ title: String) -> Bool {
    let letters = Array(text.lowercased())
    let title = title.lowercased()
    guard letters.count > 1 else { return title.contains(text.lowercased()) }
    return (0..<(letters.count - 1)).contains { title.contains(String(letters[$0...($0 + 1)])) }
  }

  private static func chinese(_ core: Copy, _ parts: Parts, _ rule: Platform.TextRule) -> Copy {
    var head: [Copy] = []
    var moved: [Copy] = []
    for part in parts.before {
      let length = head.reduce(0) { $0 + $1.text.count } + part.text.count
      let known = head.map(\.text).joined() + core.text
      if overlaps(part.text, known) { continue }
      if length + core.text.count <= 10 { head.append(part) } else { moved.append(part) }
    }
    var result = Copy(head.map(\.text).joined() + core.text, head.flatMap(\.facts) + core.facts)
    if rule.length(of: result.text) > rule.titleMax { result = core }
    for part in moved + parts.after where !overlaps(part.text, result.text) {
      let text = result.text + part.text
      if rule.length(of: text) <= rule.titleMax { result = Copy(text, result.facts + part.facts) }
    }
    return Copy(result.text.fitting(rule), result.facts)
  }

  private static func english(_ core: Copy, _ parts: Parts, _ rule: Platform.TextRule) -> Copy {
    func isNew(_ part: Copy, in text: String) -> Bool {
      !part.text.lowercased().split(separator: " ").contains { text.lowercased().contains($0) }
    }
    var result = core
    for part in parts.before.reversed() where isNew(part, in: result.text) {
      let text = part.text + " " + result.text
      if rule.length(of: text) <= rule.titleMax, text.count <= 60 {
        result = Copy(text, part.facts + result.facts)
      }
    }
    for part in parts.after where isNew(part, in: result.text) {
      let text = result.text + (part.text.hasPrefix("for ") ? " " : ", ") + part.text
      if rule.length(of: text) <= rule.titleMax { result = Copy(text, result.facts + part.facts) }
    }
    return Copy(result.text.fitting(rule).sentenceCased, result.facts)
  }
}
