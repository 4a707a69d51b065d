import Model

extension BeatWriter {
  /// The points a script of this orientation and angle would make, best first.
  func chosenPoints(_ count: Int) -> [ClaimBook.Point] {
    let answers = [hook.answer?.text, brief.claims.answers["pain"]?.text].compactMap { $0 }
    func weight(_ point: ClaimBook.Point) -> Double {
      var weight = point.weight + 3 * brief.choice.fraction(for: "point.\(point.claim.text)")
      if brief.orientation == .search, point.attribute != nil { weight += 5 }
      if let place = brief.tone.points.firstIndex(of: point.kind) {
        weight += max(0, 3 - Double(place))
      }
      if point.kind == brief.angle { weight += 6 }
      if answers.contains(point.claim.text) { weight += 100 }
      return weight
    }
    let open = brief.claims.points.filter {
      !hook.copy.text.contains($0.claim.text) && !made.contains($0.claim.text)
    }
    let weighed = open.enumerated().map {
      (point: $0.element, weight: weight($0.element), $0.offset)
    }
    return weighed.sorted { ($1.weight, $0.2) < ($0.weight, $1.2) }.prefix(count).map(\.point)
  }

  /// The team's lines first, then steps where the format asks for them, a trait beside another
  /// product's, and the catalogue's points; some more than the format's number.
  mutating func pointBeats(_ rule: Format.BeatRule) -> [BeatDraft] {
    var beats = made.isEmpty ? teamBeats(rule) : []
    let room = max(0, rule.count - beats.count)
    if room > 0, brief.format.needs.facts.contains("step") { beats += stepBeats(rule) }
    let compares =
      brief.format.needs.facts.contains("peer")
      || !hook.uses.isDisjoint(with: ["peer", "gap", "trait"])
    if room > 0, compares, let beat = comparison(rule) {
      beats.append(beat)
    }
    let said = beats.map(\.voice.text)
    let points = chosenPoints(room + 4).filter { point in
      !said.contains { $0.contains(point.claim.text) }
    }
    for point in points where beats.filter({ !$0.isTeam }).count < room {
      if let beat = beat(for: point, rule, first: beats.isEmpty) {
        made.insert(point.claim.text)
        beats.append(beat)
      }
    }
    return beats
  }

  private mutating func beat(
    for point: ClaimBook.Point, _ rule: Format.BeatRule, first: Bool
  ) -> BeatDraft? {
    var slots = brief.slots
    slots["value"] = point.claim
    slots["point"] = point.claim
    let attribute = point.attribute.flatMap { brief.claims.attributes[$0] }
    slots["name"] = attribute?.rule.name[brief.locale].map { Copy($0) }
    let purpose = "point.\(point.claim.text)"
    var patterns = brief.choice.order(point.patterns, for: purpose)
    if !brief.isFilmed, !patterns.isEmpty { patterns = brief.lines(.attributePhoto, for: purpose) }
    if patterns.isEmpty {
      patterns = brief.lines(.point, for: purpose)
      if first { patterns = patterns.filter { !$0.hasPrefix("还有") && !$0.hasPrefix("One more") } }
    }
    let lines = pick(patterns, slots, rule: rule)
    guard let line = lines.first else { return nil }
    var beat = BeatDraft(.point, line, rule)
    beat.others = Array(lines.dropFirst())
    let more = brief.isFilmed ? brief.choice.order(point.more, for: purpose + ".more") : []
    beat.more = more.compactMap { pattern in
      Pattern.fill(pattern, from: slots).map { brief.clock.line(pattern, $0) }
    }.filter { brief.gatekeeper.passes($0.copy.text) }
    beat.claim = point.title ?? point.claim
    beat.headline = point.attribute == nil ? point.claim : nil
    beat.title = point.title.flatMap { brief.gatekeeper.passes($0.text) ? $0 : nil }
    beat.wanted = point.shots
    if point.shots.isEmpty { beat.ownShot = closeUp(of: point.claim.text) }
    return beat
  }

  /// The catalogue's own steps, one after the other.
  private mutating func stepBeats(_ rule: Format.BeatRule) -> [BeatDraft] {
    brief.claims.steps.prefix(rule.count).compactMap { step in
      var slots = brief.slots
      slots["step"] = step
      let lines = pick(brief.lines(.step, for: "step.\(step.text)"), slots, rule: rule)
      guard let line = lines.first else { return nil }
      var beat = BeatDraft(.point, line, rule)
      beat.others = Array(lines.dropFirst())
      beat.claim = step
      beat.headline = step
      beat.title = bigTitle(step)
      beat.ownShot = closeUp(of: step.text)
      beat.stays = true
      made.insert(step.text)
      return beat
    }
  }

  /// This product's trait beside its sibling's.
  private mutating func comparison(_ rule: Format.BeatRule) -> BeatDraft? {
    // The sibling is called by its own trait: it is not said twice.
    let patterns = brief.lines(.compare, for: "compare").filter {
      !($0.lowercased().contains("{peer}") && $0.lowercased().contains("{peer_trait}"))
    }
    let lines = pick(patterns, brief.slots, rule: rule)
    guard let line = lines.first else { return nil }
    var beat = BeatDraft(.point, line, rule)
    beat.others = Array(lines.dropFirst())
    beat.claim = brief.slots["own_trait"]
    if let own = brief.slots["own_trait"] { made.insert(own.text) }
    return beat
  }

  /// A close picture of one claim, where no known shot shows it.
  private func closeUp(of claim: String) -> ShotRule {
    ShotRule(
      key: "point-" + SlatePayload.code(for: claim, length: 5).lowercased(),
      picture: [.zh: "近处拍清楚：\(claim)", .en: "Close and clear: \(claim)"], size: .close,
      movement: .push, angle: .eye, seconds: 2.2, roles: [.point])
  }

  /// Beats of the team's copy, and of shots that bring their own line.
  private mutating func teamBeats(_ rule: Format.BeatRule) -> [BeatDraft] {
    guard let team = brief.product.team else { return [] }
    var beats: [BeatDraft] = []
    for (index, raw) in team.copy.prefix(20).enumerated() where !raw.plainCopy.isEmpty {
      guard let words = teamWords(raw.plainCopy, field: "team.copy[\(index)]") else { continue }
      beats.append(teamBeat(words, rule))
    }
    for (index, shot) in team.shots.enumerated() {
      guard let line = shot.line?.plainCopy, !line.isEmpty, line != hook.copy.text,
        let words = teamWords(line, field: "team.shots[\(index)].line")
      else { continue }
      var beat = teamBeat(words, rule)
      beat.teamShots = [index]
      beats.append(beat)
    }
    return beats
  }

  private func teamBeat(_ words: Copy, _ rule: Format.BeatRule) -> BeatDraft {
    var beat = BeatDraft(.point, words, rule)
    beat.isTeam = true
    beat.claim = words
    beat.headline = words
    beat.title = bigTitle(words)
    let shows = brief.shots.filter { shot in shot.words.contains { words.text.mentions($0) } }
    beat.wanted = shows.map(\.key)
    if shows.isEmpty { beat.ownShot = closeUp(of: words.text) }
    return beat
  }
}
