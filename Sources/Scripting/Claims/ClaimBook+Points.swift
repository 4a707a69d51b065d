import Foundation
import Model

extension ClaimBook {
  /// Selling points first, attributes among them by weight, then the description where both are thin.
  mutating func gatherPoints(_ playbook: Playbook, _ screen: ClaimScreen) {
    var found: [Point] = []
    let ranks = [12.0, 9.2, 7.2, 5.2, 3.2]
    for (index, raw) in product.sellingPoints.prefix(12).enumerated() {
      guard let claim = sayable(raw, field: "selling_points[\(index)]", screen) else { continue }
      found.append(point(claim, playbook, weight: index < ranks.count ? ranks[index] : 2))
    }
    found += attributes.values.filter { $0.rule.weight > 0 }.sorted { $0.rule.key < $1.rule.key }
      .compactMap { point($0, playbook) }
    if found.count < 2 { found += descriptionPoints(playbook, screen) }
    let lacks = playbook.lacks[locale] ?? []
    found.removeAll { point in lacks.contains { point.claim.text.lowercased().hasPrefix($0) } }
    found.removeAll { screen.gatekeeper.isUnprovable($0.claim.text) }
    for place in found.indices
    where screen.gatekeeper.warns(of: found[place].claim.text) {
      found[place].weight -= 8
    }
    points = Self.distinct(found)
  }

  /// A selling point as it stands, if it is short enough to be said; nothing is cut off it.
  private mutating func sayable(_ raw: String, field: String, _ screen: ClaimScreen) -> Copy? {
    let text = raw.plainCopy
    guard text.count > 1 else { return nil }
    let cells = ["selling_points", "sellingPoints"]
    guard locale == .zh ? text.count <= 26 : text.wordCount <= 14 && text.count <= 100 else {
      note(
        zh: "有一条卖点太长，没有念进台词（\(screen.source(of: field, cells))）",
        en: "a selling point is too long to be said (\(screen.source(of: field, cells)))")
      return nil
    }
    let words = locale == .en ? text.loweredStart : text
    return accept(words, field: field, cells: cells, by: screen)
  }

  private func point(_ claim: Copy, _ playbook: Playbook, weight: Double) -> Point {
    let shots = playbook.shots.filter { shot in
      isUsable(shot) && shot.words.contains { claim.text.mentions($0) }
    }
    let kinds = playbook.attributes.filter { rule in
      attributes[rule.key].map { claim.text.mentions($0.value.text) } ?? false
        || shots.first?.shows.contains(rule.key) ?? false
    }
    return Point(
      claim: claim, kind: kinds.first?.kind ?? .use, title: bigWords(claim),
      shots: shots.prefix(1).map(\.key), weight: weight)
  }

  private func point(_ attribute: Attribute, _ playbook: Playbook) -> Point? {
    let rule = attribute.rule
    let usable = rule.shots.filter { key in
      playbook.shots.contains { $0.key == key && isUsable($0) }
    }
    // The lines speak of the first picture.
    let shown = Array(usable.prefix(1))
    if attribute.isFlag {
      return Point(
        claim: attribute.value, attribute: rule.key, kind: rule.kind,
        more: rule.more[locale] ?? [], title: bigWords(attribute.value), shots: shown,
        weight: rule.weight - 1)
    }
    let value = attribute.value.text.lowercased()
    let special = rule.cases.first { $0.when.contains { value.contains($0.lowercased()) } }
    let patterns = special?.lines[locale] ?? rule.lines[locale] ?? []
    guard !patterns.isEmpty, !isSingle(attribute) else { return nil }
    let name = rule.name[locale] ?? ""
    let named =
      locale == .zh ? "\(name) \(attribute.value.text)" : "\(name): \(attribute.value.text)"
    let title =
      attribute.value.text.lowercased().contains(name.lowercased())
      ? nil : bigWords(Copy(named, attribute.value.facts))
    return Point(
      claim: attribute.value, attribute: rule.key, kind: rule.kind, patterns: patterns,
      more: rule.more[locale] ?? [],
      title: title ?? bigWords(attribute.value), shots: shown, weight: rule.weight)
  }

  /// A pack of one is no news.
  private func isSingle(_ attribute: Attribute) -> Bool {
    guard let header = headers[attribute.rule.key], attribute.value.text.count <= 8,
      let amount = product.quantities[header], amount.count == 1
    else { return false }
    return amount[0].unit == "piece" && amount[0].value * Double(amount[0].count ?? 1) == 1
  }

  /// Words fit to stand big on the picture, or nil.
  private func bigWords(_ copy: Copy) -> Copy? {
    let title = copy.asTitle
    guard title.text.count <= (locale == .zh ? 14 : 28) else { return nil }
    return Copy(locale == .en ? title.text.sentenceCased : title.text, title.facts)
  }

  /// Sentences of the description that are short and speak of the goods.
  private mutating func descriptionPoints(_ playbook: Playbook, _ screen: ClaimScreen) -> [Point] {
    let sentences = (product.description ?? "").prefix(4000).split { "。！？!?.\n;；".contains($0) }
    var found: [Point] = []
    for sentence in sentences where found.count < 3 {
      let text = String(sentence).plainCopy
      let persons = ["we ", "our ", "i ", "my ", "你", "我", "您"]
      guard !persons.contains(where: { (text.lowercased() + " ").contains($0) }), text.count > 5,
        text.isChineseText == (locale == .zh),
        locale == .zh ? text.count <= 26 : (3...14).contains(text.wordCount) && text.count <= 100
      else { continue }
      let words = locale == .en ? text.loweredStart : text
      guard let claim = accept(words, field: "description", by: screen) else { continue }
      found.append(point(claim, playbook, weight: 4 - Double(found.count)))
    }
    return found
  }

  /// Best first; of two that say the same, the better.
  private static func distinct(_ points: [Point]) -> [Point] {
    let sorted = points.enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }
    return sorted.map(\.element).reduce(into: []) { kept, point in
      let text = point.claim.text.lowercased()
      let known = kept.contains {
        let other = $0.claim.text.lowercased()
        return other.contains(text) || text.contains(other)
      }
      if !known { kept.append(point) }
    }
  }

  /// Whether the product has what a shot needs to be true.
  func isUsable(_ shot: ShotRule) -> Bool {
    shot.needs.isEmpty || shot.needs.contains { attributes[$0] != nil }
  }

  /// Troubles the catalogue answers and questions it can answer; their answers come first.
  mutating func gatherTroubles(_ playbook: Playbook) {
    for pain in playbook.pains where slots["pain"] == nil {
      guard let text = pain.text[locale],
        let place = points.firstIndex(where: { point in
          pain.answers.contains { point.claim.text.mentions($0) }
        })
      else { continue }
      slots["pain"] = Copy(text)
      painShot = pain.shot
      answers["pain"] = points[place].claim
    }
    for question in playbook.questions where slots["question"] == nil {
      guard let text = question.text[locale],
        let key = question.attributes.first(where: { attributes[$0]?.isFlag == false }),
        let answer = points.first(where: { $0.attribute == key })
      else { continue }
      slots["question"] = Copy(text)
      questionShot = question.shot
      answers["question"] = answer.claim
    }
    for belief in playbook.beliefs where slots["belief"] == nil {
      guard let text = belief.text[locale],
        let answer = points.first(where: { point in
          point.attribute.map(belief.attributes.contains) ?? false && !point.patterns.isEmpty
        })
      else { continue }
      slots["belief"] = Copy(text)
      slots["belief_value"] = answer.claim
      answers["belief"] = answer.claim
    }
  }
}

extension String {
  /// A sentence's start inside another sentence: `Soft lining` is `soft lining`, `EVA sole` stays.
  var loweredStart: String {
    let word = prefix { !$0.isWhitespace }
    guard word.dropFirst().allSatisfy({ $0.isLowercase || $0 == "-" }) else { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}
