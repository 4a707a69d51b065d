import Model

/// Writes a script's lines, beat by beat, from claims and patterns.
struct BeatWriter {
  let brief: Brief
  let hook: HookPick
  /// Patterns that have been spoken; none is used twice.
  var used: Set<String> = []
  var notes: [String] = []
  var findings: [Finding] = []

  init(_ brief: Brief, hook: HookPick) {
    self.brief = brief
    self.hook = hook
  }

  /// The beats in the order of the story; points are more than will fit, best first.
  mutating func drafts() -> [BeatDraft] {
    var result = [hookBeat()]
    result += [painBeat(), revealBeat()].compactMap { $0 }
    result += pointBeats()
    result += [proofBeat(), offerBeat(), ctaBeat()].compactMap { $0 }
    return result
  }

  // MARK: Choosing words

  /// The first line that is clean, unused and fits its beat; a longer one before none.
  mutating func pick(
    _ patterns: [String], _ slots: [String: Copy], for purpose: String, rule: Format.BeatRule?
  ) -> Copy? {
    let most = Int((rule?.max ?? 5) * 10)
    let ordered = brief.choice.order(patterns, for: purpose)
    var found: [(pattern: String, copy: Copy)] = ordered.compactMap { pattern in
      Pattern.fill(pattern, from: slots).map { (pattern, $0) }
    }.filter { brief.gatekeeper.passes($0.copy.text) }
    found = found.filter { !used.contains($0.pattern) } + found.filter { used.contains($0.pattern) }
    let fitting = found.first { brief.clock.tenths($0.copy.text) <= most }
    let shortest = found.min { $0.copy.text.count < $1.copy.text.count }
    guard let chosen = fitting ?? shortest else { return nil }
    used.insert(chosen.pattern)
    return chosen.copy
  }

  // MARK: Beats

  private func hookBeat() -> BeatDraft {
    var beat = BeatDraft(.hook, hook.copy, brief.beatRule(.hook))
    let title = hook.copy.asTitle
    let fits =
      brief.locale == .zh ? title.text.count <= 14 : title.text.wordCount <= 8
    if fits { beat.title = title }
    beat.wanted = hook.shot.map { [$0] } ?? []
    beat.isTeam = hook.isTeam
    return beat
  }

  private mutating func painBeat() -> BeatDraft? {
    guard let rule = brief.beatRule(.pain), !hook.usesPain, !hook.usesQuestion, !hook.isTeam,
      let shot = brief.claims.painShot,
      let voice = pick(brief.lines(.pain), brief.slots, for: "pain", rule: rule)
    else { return nil }
    var beat = BeatDraft(.pain, voice, rule)
    beat.wanted = [shot]
    return beat
  }

  private mutating func revealBeat() -> BeatDraft? {
    guard let rule = brief.beatRule(.reveal) else { return nil }
    let kind: LineKind =
      !brief.isFilmed ? .revealPhoto : brief.orientation == .search ? .revealSearch : .reveal
    guard let voice = pick(brief.lines(kind), brief.slots, for: "reveal", rule: rule) else {
      return nil
    }
    return BeatDraft(.reveal, voice, rule)
  }

  private mutating func proofBeat() -> BeatDraft? {
    guard let rule = brief.beatRule(.proof) else { return nil }
    var slots = brief.slots
    if let rating = brief.product.rating, rating >= 4.5, slots["rating"] != nil,
      brief.choice.fraction(for: "proof") < 0.4,
      let voice = pick(brief.lines(.rating), slots, for: "rating", rule: rule)
    {
      var beat = BeatDraft(.proof, voice, rule)
      beat.claim = slots["rating"]
      return beat
    }
    if slots["sales"] != nil, !hook.usesSales, brief.choice.fraction(for: "proof.sales") < 0.4,
      let voice = pick(brief.lines(.sales), slots, for: "sales", rule: rule)
    {
      var beat = BeatDraft(.proof, voice, rule)
      beat.claim = slots["sales"]
      return beat
    }
    guard let question = openQuestion() else { return nil }
    slots["question"] = question.text[brief.locale].map { Copy($0) }
    let kind: LineKind = brief.isFilmed ? .proof : .proofPhoto
    guard let voice = pick(brief.lines(kind), slots, for: "proof.line", rule: rule) else {
      return nil
    }
    var beat = BeatDraft(.proof, voice, rule)
    beat.wanted = [question.shot]
    return beat
  }

  /// A question whose picture can be filmed and which no point has answered already.
  private func openQuestion() -> Playbook.Question? {
    let questions = brief.choice.order(brief.playbook.questions, for: "questions")
    let usable = Set(brief.shots.map(\.key))
    let asked = hook.usesQuestion ? brief.slots["question"]?.text : nil
    let points = chosenPoints(3)
    let said = Set(points.compactMap(\.attribute))
    let shown = points.compactMap(\.shots.first) + [hook.shot].compactMap { $0 }
    let openings = brief.shots.filter { $0.roles.contains(.hook) }.map(\.key)
    return questions.first {
      (usable.contains($0.shot) || !brief.isFilmed) && $0.text[brief.locale] != asked
        && said.isDisjoint(with: $0.attributes) && !shown.contains($0.shot)
        && !openings.contains($0.shot)
    }
  }

  private mutating func offerBeat() -> BeatDraft? {
    guard let rule = brief.beatRule(.offer), let tag = brief.slots["tag"] else { return nil }
    let slots = brief.slots
    let withReference = slots["reference"] != nil
    var voice: Copy?
    if withReference {
      voice = pick(brief.lines(.offerReference), slots, for: "offer.reference", rule: rule)
    } else if slots["unit_price"] != nil {
      voice = pick(brief.lines(.offerPack), slots, for: "offer.pack", rule: rule)
    }
    guard let words = voice ?? pick(brief.lines(.offer), slots, for: "offer", rule: rule) else {
      return nil
    }
    var beat = BeatDraft(.offer, words, rule)
    let shown = withReference ? slots["reference"] : nil
    let label =
      brief.locale == .zh ? (shown == nil ? "售价" : "现价") : shown == nil ? "Price" : "Now"
    beat.sticker = Copy(tag.text, tag.facts + (shown?.facts ?? []))
    beat.offer = Offer(label: label, price: tag.text, reference: shown?.text)
    return beat
  }

  private mutating func ctaBeat() -> BeatDraft? {
    let rule = brief.beatRule(.cta)
    if let raw = brief.product.team?.cta?.plainCopy, !raw.isEmpty {
      if let copy = teamWords(raw, field: "team.cta") {
        var beat = BeatDraft(.cta, copy, rule)
        beat.isTeam = true
        beat.title = bigTitle(copy)
        return beat
      }
    }
    let single = brief.platforms.count == 1 ? brief.platforms.first : nil
    let own = single?.cta[brief.locale] ?? []
    let voice =
      pick(own, ctaSlots, for: "cta.platform", rule: rule).flatMap { fitsEnd($0, rule) }
      ?? pick(brief.lines(.cta), ctaSlots, for: "cta", rule: rule)
    guard let voice else { return nil }
    var beat = BeatDraft(.cta, voice, rule)
    beat.title = bigTitle(voice)
    return beat
  }

  private func fitsEnd(_ copy: Copy, _ rule: Format.BeatRule?) -> Copy? {
    brief.clock.tenths(copy.text) <= Int((rule?.max ?? 3) * 10) ? copy : nil
  }

  /// Platform presets say `{category}` for the product word.
  private var ctaSlots: [String: Copy] {
    var slots = brief.slots
    slots["category"] = slots["noun"]
    return slots
  }

  func bigTitle(_ copy: Copy) -> Copy? {
    let title = copy.asTitle
    let fits = brief.locale == .zh ? title.text.count <= 14 : title.text.wordCount <= 8
    return fits ? title : nil
  }

  // MARK: The team's own words

  /// The team's words as they are, or nil and a finding when the gate stops them.
  mutating func teamWords(_ text: String, field: String) -> Copy? {
    let source = brief.cell(field)
    let blocks = brief.gatekeeper.blocks(in: text, at: source)
    guard blocks.isEmpty else {
      for var block in blocks {
        block.severity = .warn
        findings.append(block)
      }
      notes.append(
        brief.locale == .zh
          ? "团队写的“\(text.prefix(20))”含禁用词“\(blocks[0].term)”，没有使用，换成了程序的句子（\(source)）"
          : "the team's line '\(text.prefix(40))' holds '\(blocks[0].term)' and was replaced (\(source))"
      )
      return nil
    }
    return Copy(text, field: field, source: source)
  }
}
