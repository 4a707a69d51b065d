import Model

/// Writes what is posted beside a video, within the limits of each platform.
struct PostWriter {
  let brief: Brief
  let beats: [BeatDraft]
  let facts: FactFinder
  private(set) var notes: [String] = []
  private(set) var findings: [Finding] = []

  init(_ brief: Brief, beats: [BeatDraft], facts: FactFinder) {
    self.brief = brief
    self.beats = beats
    self.facts = facts
  }

  mutating func post(for platform: Platform) -> Post {
    let title = title(platform)
    let caption = caption(platform)
    let tags = Hashtags(brief, platform).tags
    let cover = cover(platform)
    let cta = cta(platform)
    let tagText = tags.map(\.text)
    let given = [title, caption, cover, cta].flatMap(\.facts) + tags.flatMap(\.facts)
    return Post(
      title: title.text, caption: caption.text, hashtags: tagText, coverText: cover.text,
      cta: cta.text,
      facts: facts.facts(
        in: [title.text, caption.text, cover.text, cta.text] + tagText, given: given))
  }

  func passes(_ text: String, _ platform: Platform) -> Bool {
    brief.gatekeeper.passes(text, on: platform.id)
  }

  /// Slots with one of the script's claims as the point.
  private func slots(_ point: Copy?) -> [String: Copy] {
    var slots = brief.slots
    slots["point"] = point
    slots["category"] = slots["noun"]
    return slots
  }

  private var claims: [Copy] { beats.filter { $0.role == .point }.compactMap(\.claim) }

  private var headlines: [Copy] { beats.compactMap(\.headline) }

  // MARK: Title

  private mutating func title(_ platform: Platform) -> Copy {
    let rule = platform.text
    if let team = teamTitle(platform) { return team }
    if brief.orientation == .search {
      let title = SearchTitle(brief, platform).copy
      if !title.isEmpty, passes(title.text, platform) { return title }
    }
    let patterns = brief.lines(.title, for: "title")
    let comfortable = brief.locale == .zh ? 20 : 60
    let points = headlines.isEmpty ? [nil] : headlines.prefix(3).map { Optional($0) }
    var found = points.map(slots).flatMap { Pattern.fill(patterns, from: $0) }
    found = found.filter { rule.length(of: $0.text) <= rule.titleMax && passes($0.text, platform) }
    let long = found.filter { rule.length(of: $0.text) >= max(rule.titleMin, 6) }
    if let best = long.first(where: { $0.text.count <= comfortable }) ?? long.first ?? found.first {
      return best
    }
    guard let noun = brief.slots["noun"], passes(noun.text, platform) else { return Copy("") }
    return Copy(noun.text.fitting(rule), noun.facts)
  }

  private mutating func teamTitle(_ platform: Platform) -> Copy? {
    guard let raw = brief.product.team?.title?.plainCopy, !raw.isEmpty else { return nil }
    let source = brief.cell("team.title")
    let blocks = brief.gatekeeper.blocks(in: raw, at: source, on: platform.id)
    guard blocks.isEmpty else {
      findings += blocks.map { block in
        var finding = block
        finding.severity = .warn
        return finding
      }
      return nil
    }
    let fitted = raw.fitting(platform.text)
    if fitted != raw {
      notes.append(
        brief.locale == .zh
          ? "团队标题超过\(platform.nameZh)的长度，截到：\(fitted)"
          : "the team's title is too long for \(platform.name); cut to: \(fitted)")
    }
    return Copy(fitted, field: "team.title", source: source)
  }

  // MARK: Caption

  private func caption(_ platform: Platform) -> Copy {
    let label =
      brief.notices.map { "\($0)。" }.joined()
      + (platform.adLabel ? brief.locale == .zh ? "（广告）" : " (Ad)" : "")
    var result = Copy("")
    guard platform.text.captionMax > 0 else { return result }
    for sentence in sentences(platform) where passes(sentence.text, platform) {
      let text = result.text + (brief.locale == .en && !result.isEmpty ? " " : "") + sentence.text
      guard text.count + label.count <= platform.text.captionMax, passes(text + label, platform)
      else { continue }
      result = Copy(text, result.facts + sentence.facts)
    }
    if label.count + result.text.count <= platform.text.captionMax { result.text += label }
    return passes(result.text, platform) ? result : Copy("")
  }

  private func sentences(_ platform: Platform) -> [Copy] {
    let opening = beats.first { $0.role == .hook }?.voice
    var parts: [Copy] = [opening].compactMap { $0 }
    if brief.locale == .zh {
      parts.append(
        Copy(claims.map(\.asTitle.text).joined(separator: "；"), claims.flatMap(\.facts)))
    } else {
      parts += claims.map { Copy($0.asTitle.text.sentenceCased, $0.facts) }
    }
    parts += [beats.first { $0.role == .offer }?.voice].compactMap { $0 }
    parts += Pattern.fill(brief.lines(.referenceNote, for: "reference"), from: brief.slots).prefix(
      1)
    parts.append(cta(platform))
    return parts.filter { !$0.isEmpty }.map { part in
      let ended = part.text.last.map { "。？！.?!".contains($0) } ?? true
      return Copy(part.text + (ended ? "" : brief.locale == .zh ? "。" : "."), part.facts)
    }
  }

  // MARK: Cover and call to action

  private func cover(_ platform: Platform) -> Copy {
    let limit = platform.text.coverMax
    let patterns = brief.lines(.cover, for: "cover")
    for pattern in patterns {
      for slots in ([nil] + headlines.map { Optional($0) }).map(slots) {
        guard let copy = Pattern.fill(pattern, from: slots), copy.text.count <= limit,
          passes(copy.text, platform)
        else { continue }
        return copy
      }
    }
    guard let noun = brief.slots["noun"], passes(noun.text, platform) else { return Copy("") }
    return Copy(String(noun.text.prefix(max(0, limit))), noun.facts)
  }

  private func cta(_ platform: Platform) -> Copy {
    if let team = beats.first(where: { $0.role == .cta && $0.isTeam })?.voice { return team }
    let own = brief.choice.order(platform.cta[brief.locale] ?? [], for: "cta.platform")
    let found =
      Pattern.fill(own, from: slots(nil))
      + Pattern.fill(brief.lines(.cta, for: "cta"), from: slots(nil))
    return found.first { passes($0.text, platform) } ?? Copy("")
  }
}

extension String {
  /// The beginning that a platform's title takes, never ending inside a number or a Latin word.
  func fitting(_ rule: Platform.TextRule) -> String {
    guard rule.length(of: self) > rule.titleMax else { return self }
    var kept = self[...]
    while !kept.isEmpty, rule.length(of: String(kept)) > rule.titleMax { kept.removeLast() }
    let next = self[kept.endIndex]
    func isWhole(_ letter: Character) -> Bool {
      letter.isASCIILetter || letter.isASCIIDigit || letter == "."
    }
    var whole = kept
    if isWhole(next) { while let last = whole.last, isWhole(last) { whole.removeLast() } }
    return String(whole.isEmpty ? kept : whole).plainCopy
  }
}
