import Model

/// Writes a script's lines, beat by beat, from claims and patterns.
struct BeatWriter {
  let brief: Brief
  let hook: HookPick
  /// Patterns that have been spoken; none is used twice.
  var used: Set<String> = []
  /// Points that a beat has made.
  var made: Set<String> = []
  var notes: [String] = []
  var findings: [Finding] = []

  init(_ brief: Brief, hook: HookPick) {
    self.brief = brief
    self.hook = hook
  }

  /// The beats in the order of the format's story; points are more than will fit, best first.
  mutating func drafts() -> [BeatDraft] {
    var result: [BeatDraft] = []
    for rule in story() {
      switch rule.role {
      case .hook: result.append(hookBeat(rule))
      case .pain: result += [painBeat(rule)].compactMap { $0 }
      case .reveal: result += [revealBeat(rule)].compactMap { $0 }
      case .point: result += pointBeats(rule)
      case .proof: result += [proofBeat(rule)].compactMap { $0 }
      case .offer: result += [offerBeat(rule)].compactMap { $0 }
      case .cta: result += [ctaBeat(rule)].compactMap { $0 }
      }
    }
    if result.first?.role != .hook { result.insert(hookBeat(brief.beatRule(.hook)), at: 0) }
    showAfter(&result)
    return result
  }

  /// An opening that shows how it was before is answered by how it is after, late in the story.
  private func showAfter(_ beats: inout [BeatDraft]) {
    guard let opening = brief.shots.first(where: { $0.key == hook.shot }),
      opening.tags.contains("before"),
      let after = brief.shots.first(where: { $0.tags.contains("after") }),
      let place = beats.lastIndex(where: { $0.role == .proof })
        ?? beats.lastIndex(where: { $0.role == .offer })
        ?? beats.lastIndex(where: { $0.role == .point })
    else { return }
    beats[place].ownShot = nil
    beats[place].wanted.insert(after.key, at: 0)
  }

  /// The format's beats for this orientation; where the tone speaks of prices first, the offer goes
  /// before the points.
  private func story() -> [Format.BeatRule] {
    var rules = brief.format.beats.filter { $0.orientations.contains(brief.orientation) }
    guard brief.tone.offersEarly, let offer = rules.firstIndex(where: { $0.role == .offer }) else {
      return rules
    }
    let rule = rules.remove(at: offer)
    rules.insert(rule, at: rules.firstIndex { $0.role == .point } ?? offer)
    return rules
  }

  // MARK: Choosing words

  /// The first line that is clean, unused and fits its beat, with the others that would do; a longer
  /// one before none.
  mutating func pick(
    _ patterns: [String], _ slots: [String: Copy], rule: Format.BeatRule?
  ) -> [BeatDraft.Line] {
    let most = Int((rule?.max ?? 5) * 10)
    var lines: [BeatDraft.Line] = []
    for pattern in patterns where lines.count < 6 && !used.contains(pattern) {
      guard let copy = Pattern.fill(spoken(pattern), from: slots),
        brief.gatekeeper.passes(copy.text)
      else { continue }
      lines.append(brief.clock.line(pattern, copy))
    }
    guard !lines.isEmpty else { return [] }
    if let fitting = lines.firstIndex(where: { $0.nominal + 5 <= most }) {
      lines.swapAt(0, fitting)
    } else if let shortest = lines.indices.min(by: {
      lines[$0].copy.text.count < lines[$1].copy.text.count
    }) {
      lines.swapAt(0, shortest)
    }
    used.insert(lines[0].pattern)
    return lines
  }

  /// A pattern in the shop's own words.
  private func spoken(_ pattern: String) -> String {
    brief.gatekeeper.brand.preferred.sorted { $0.key < $1.key }.reduce(pattern) {
      $1.key.isEmpty ? $0 : $0.replacing($1.key, with: $1.value)
    }
  }

  private mutating func beat(
    _ role: BeatRole, _ kind: LineKind, _ slots: [String: Copy], _ rule: Format.BeatRule?,
    for purpose: String
  ) -> BeatDraft? {
    let lines = pick(brief.lines(kind, for: purpose), slots, rule: rule)
    guard let first = lines.first else { return nil }
    var beat = BeatDraft(role, first, rule)
    beat.others = Array(lines.dropFirst())
    return beat
  }

  // MARK: Beats

  private func hookBeat(_ rule: Format.BeatRule?) -> BeatDraft {
    var beat = BeatDraft(.hook, brief.clock.line("", hook.copy), rule)
    beat.title = bigTitle(hook.copy)
    beat.wanted = hook.shot.map { [$0] } ?? []
    beat.isTeam = hook.isTeam
    return beat
  }

  private mutating func painBeat(_ rule: Format.BeatRule) -> BeatDraft? {
    let opening = brief.shots.first { $0.key == hook.shot }?.tags ?? []
    guard !hook.usesPain, !hook.usesQuestion, !hook.isTeam, let shot = brief.claims.painShot,
      opening.allSatisfy({ !["pain", "before", "contrast"].contains($0) })
    else { return nil }
    var beat = beat(.pain, .pain, brief.slots, rule, for: "pain")
    beat?.wanted = [shot]
    return beat
  }

  private mutating func revealBeat(_ rule: Format.BeatRule) -> BeatDraft? {
    let kind: LineKind =
      !brief.isFilmed ? .revealPhoto : brief.orientation == .search ? .revealSearch : .reveal
    return beat(.reveal, kind, brief.slots, rule, for: "reveal")
  }

  /// What bears the points out: a report, buyers' own words and figures, or the answer to a question
  /// that can be seen.
  private mutating func proofBeat(_ rule: Format.BeatRule) -> BeatDraft? {
    let slots = brief.slots
    var kinds: [(LineKind, String)] = []
    if slots["attribute.report"] != nil { kinds.append((.report, "attribute.report")) }
    if slots["attribute.review"] != nil { kinds.append((.review, "attribute.review")) }
    if let rating = brief.product.rating, rating >= 4.5 { kinds.append((.rating, "rating")) }
    if !hook.usesSales { kinds.append((.sales, "sales")) }
    kinds = kinds.filter { slots[$0.1] != nil && !hook.uses.contains($0.1) }
    for (kind, slot) in brief.choice.order(kinds, for: "proof.kind")
    where brief.choice.fraction(for: "proof.\(kind.rawValue)") < (kind.isOwnProof ? 0.8 : 0.25) {
      guard var beat = beat(.proof, kind, slots, rule, for: kind.rawValue) else { continue }
      beat.claim = slots[slot]
      return beat
    }
    return questionBeat(rule)
  }

  private mutating func questionBeat(_ rule: Format.BeatRule) -> BeatDraft? {
    guard let question = openQuestion() else { return nil }
    var slots = brief.slots
    slots["question"] = question.text[brief.locale].map { Copy($0) }
    let kind: LineKind = brief.isFilmed ? .proof : .proofPhoto
    var beat = beat(.proof, kind, slots, rule, for: "proof.line")
    beat?.wanted = [question.shot]
    return beat
  }

  /// A question whose picture can be filmed and answers it, by what the catalogue knows or by a test;
  /// and which no point has answered already.
  private func openQuestion() -> Playbook.Question? {
    let questions = brief.choice.order(brief.playbook.questions, for: "questions")
    let usable = Set(brief.shots.map(\.key))
    let tests = Set(brief.shots.filter { $0.tags.contains("test") }.map(\.key))
    let asked = hook.usesQuestion ? brief.slots["question"]?.text : nil
    let points = chosenPoints(3)
    let said = Set(points.compactMap(\.attribute))
    let shown = points.compactMap(\.shots.first) + [hook.shot].compactMap { $0 }
    let openings = brief.shots.filter { $0.roles.contains(.hook) }.map(\.key)
    return questions.first {
      (usable.contains($0.shot) || !brief.isFilmed) && $0.text[brief.locale] != asked
        && said.isDisjoint(with: $0.attributes) && !shown.contains($0.shot)
        && !openings.contains($0.shot)
        && ($0.attributes.isEmpty || tests.contains($0.shot)
          || $0.attributes.contains { brief.claims.attributes[$0] != nil })
    }
  }

  private mutating func offerBeat(_ rule: Format.BeatRule) -> BeatDraft? {
    guard let tag = brief.slots["tag"] else { return nil }
    let slots = brief.slots
    // What the hook promises is told: the price of one, not what it was before.
    let tellsUnit = !hook.uses.isDisjoint(with: ["unit_price", "measure_price"])
    let withReference = slots["reference"] != nil && !tellsUnit
    var kinds: [LineKind] = []
    if withReference {
      kinds = [.offerReference]
    } else if slots["unit_price"] != nil || slots["measure_price"] != nil {
      kinds = [.offerPack]
    }
    var beat: BeatDraft?
    for kind in kinds + [.offer] where beat == nil {
      beat = self.beat(.offer, kind, slots, rule, for: "offer.\(kind.rawValue)")
    }
    let shown = withReference ? slots["reference_tag"] : nil
    let label =
      brief.locale == .zh ? (shown == nil ? "售价" : "现价") : shown == nil ? "Price" : "Now"
    beat?.sticker = Copy(tag.text, tag.facts + (shown?.facts ?? []))
    beat?.offer = Offer(label: label, price: tag.text, reference: shown?.text)
    // What the shop fills in for this offer is told; what is saved only where there is time.
    beat?.follow = extras([.until, .bonus]).first
    beat?.more = extras(withReference ? [.saving] : [])
    return beat
  }

  /// What an offer may add: what is saved, until when it holds, what comes with it.
  private func extras(_ kinds: [LineKind]) -> [BeatDraft.Line] {
    kinds.flatMap { kind in
      brief.lines(kind, for: "offer.\(kind.rawValue)").prefix(3).compactMap { pattern in
        Pattern.fill(spoken(pattern), from: brief.slots).map { brief.clock.line(pattern, $0) }
      }.filter { brief.gatekeeper.passes($0.copy.text) }.prefix(1)
    }
  }

  private mutating func ctaBeat(_ rule: Format.BeatRule) -> BeatDraft? {
    if let raw = brief.product.team?.cta?.plainCopy, !raw.isEmpty,
      let copy = teamWords(raw, field: "team.cta")
    {
      var beat = BeatDraft(.cta, copy, rule)
      beat.isTeam = true
      beat.title = bigTitle(copy)
      return beat
    }
    let lines = pick(callPatterns(), ctaSlots, rule: rule)
    guard let first = lines.first else { return nil }
    var beat = BeatDraft(.cta, first, rule)
    beat.others = Array(lines.dropFirst())
    beat.titlesItself = true
    if let phrase = brief.slots["catchphrase"], brief.gatekeeper.passes(phrase.text) {
      let line = brief.clock.line("catchphrase", phrase)
      beat.follow = first.nominal + line.nominal + 5 <= beat.most ? line : nil
    }
    return beat
  }

  /// The shop's own contact where every platform allows it, then a single platform's own calls that
  /// fit the end, then the tone's and the category's.
  private func callPatterns() -> [String] {
    let contact =
      brief.platforms.allSatisfy(\.allowsContact) ? brief.lines(.contact, for: "contact") : []
    let single = brief.platforms.count == 1 ? brief.platforms.first : nil
    let own = brief.choice.order(single?.cta[brief.locale] ?? [], for: "cta.platform")
    return contact + own + brief.lines(.cta, for: "cta")
  }

  /// Platform presets say `{category}` for the product word.
  private var ctaSlots: [String: Copy] {
    var slots = brief.slots
    slots["category"] = slots["noun"]
    return slots
  }

  func bigTitle(_ copy: Copy) -> Copy? { copy.bigTitle(brief.locale) }

  // MARK: The team's own words

  /// Reports the team's hook when the gate keeps it out of the script.
  mutating func reportTeamHook() {
    guard let raw = brief.product.team?.hook?.plainCopy, !raw.isEmpty,
      !brief.gatekeeper.passes(raw)
    else { return }
    _ = teamWords(raw, field: "team.hook")
  }

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

extension LineKind {
  /// What a shop can lay on the table: a report, a buyer's words.
  fileprivate var isOwnProof: Bool { self == .report || self == .review }
}

extension Copy {
  /// The words as they stand big on the picture, if they are few enough.
  func bigTitle(_ locale: CopyLocale) -> Copy? {
    let title = asTitle
    let fits = locale == .zh ? title.text.count <= 14 : title.text.wordCount <= 8
    return fits ? title : nil
  }
}
