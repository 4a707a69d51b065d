import Model

extension BeatWriter {
  /// The points a script of this orientation would make, best first.
  func chosenPoints(_ count: Int) -> [ClaimBook.Point] {
    func weight(_ point: ClaimBook.Point) -> Double {
      var weight = point.weight
      if brief.orientation == .search, point.attribute != nil { weight += 5 }
      let answers = [hook.answer] + [brief.claims.answers["pain"]]
      if answers.contains(where: { $0?.text == point.claim.text }) { weight += 100 }
      return weight
    }
    let ordered = brief.claims.points.enumerated().sorted {
      (weight($1.element), $0.offset) < (weight($0.element), $1.offset)
    }
    let fresh = ordered.map(\.element).filter { !hook.copy.text.contains($0.claim.text) }
    return Array(fresh.prefix(count))
  }

  /// The team's lines first, then the catalogue's points up to the format's number.
  mutating func pointBeats() -> [BeatDraft] {
    let rule = brief.beatRule(.point)
    var beats = teamBeats(rule)
    let room = max(0, (rule?.count ?? 3) - beats.count)
    let said = beats.map(\.voice.text)
    let points = chosenPoints(room + 4).filter { point in
      !said.contains { $0.contains(point.claim.text) }
    }
    for point in points where beats.filter({ !$0.isTeam }).count < room {
      if let beat = beat(for: point, rule, first: beats.isEmpty) { beats.append(beat) }
    }
    return beats
  }

  private mutating func beat(
    for point: ClaimBook.Point, _ rule: Format.BeatRule?, first: Bool
  ) -> BeatDraft? {
    var slots = brief.slots
    slots["value"] = point.claim
    slots["point"] = point.claim
    let attribute = point.attribute.flatMap { brief.claims.attributes[$0] }
    slots["name"] = attribute?.rule.name[brief.locale].map { Copy($0) }
    var patterns = point.patterns
    if !brief.isFilmed, !patterns.isEmpty { patterns = brief.lines(.attributePhoto) }
    if patterns.isEmpty {
      patterns = brief.lines(.point)
      if first { patterns = patterns.filter { !$0.hasPrefix("还有") && !$0.hasPrefix("One more") } }
    }
    guard let voice = pick(patterns, slots, for: "point.\(point.claim.text)", rule: rule) else {
      return nil
    }
    var beat = BeatDraft(.point, voice, rule)
    beat.claim = point.title ?? point.claim
    beat.headline = point.attribute == nil ? point.claim : nil
    beat.title = point.title.flatMap { brief.gatekeeper.passes($0.text) ? $0 : nil }
    beat.wanted = point.shots
    if point.shots.isEmpty { beat.ownShot = closeUp(of: point.claim.text) }
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
  private mutating func teamBeats(_ rule: Format.BeatRule?) -> [BeatDraft] {
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

  private func teamBeat(_ words: Copy, _ rule: Format.BeatRule?) -> BeatDraft {
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
