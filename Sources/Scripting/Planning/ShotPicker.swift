import Model
import Timing

/// Gives every beat its pictures: the team's, those that show what is said, the category's musts.
struct ShotPicker {
  let brief: Brief
  private let rules: [ShotRule]
  private let reserved: Set<String>
  private var taken: Set<String> = []
  /// Shot rules by beat.
  private var chosen: [[Pick]]
  private(set) var beats: [BeatDraft]
  private(set) var notes: [String] = []

  /// A shot in its beat, by rule or the team's own.
  private struct Pick {
    var id: String
    var rule: ShotRule
    var team: TeamShot?
    var mustHave: Bool
  }

  init(_ brief: Brief, beats: [BeatDraft]) {
    self.brief = brief
    self.beats = beats
    rules = brief.isFilmed ? brief.shots : []
    reserved = Set(beats.compactMap { beat in beat.wanted.first })
    chosen = beats.map { _ in [] }
  }

  /// The shots of the script, in the order of the beats.
  mutating func shots() -> [Shot] {
    if brief.isFilmed {
      placeTeamShots()
      placeWanted()
      placeMusts()
      fillUp()
    } else {
      placeTeamShots()
      placePhotos()
    }
    allowForLooks()
    return beats.indices.flatMap(finished)
  }

  /// Shots a beat of this length holds.
  private func room(_ beat: BeatDraft) -> Int {
    let count = Int((Double(beat.tenths) / (brief.format.shotSeconds * 10)).rounded())
    return max(1, min(count, beat.role == .hook || beat.role == .cta ? 1 : 12))
  }

  // MARK: The team's own

  private mutating func placeTeamShots() {
    let team = brief.product.team?.shots ?? []
    let bound = Set(beats.flatMap(\.teamShots))
    var place = 0
    for (index, shot) in team.enumerated() {
      if let own = beats.firstIndex(where: { $0.teamShots.contains(index) }) {
        place = own
      } else if index > 0 || bound.isEmpty {
        place = index == 0 ? 0 : nextPlace(after: place)
      }
      chosen[place].append(pick(shot, index))
    }
  }

  /// A shot without a line goes to the first beat after it that has room.
  private func nextPlace(after place: Int) -> Int {
    let open = beats.indices.first { index in
      index >= place && chosen[index].count < room(beats[index]) && beats[index].role != .cta
    }
    return open ?? place
  }

  private func pick(_ shot: TeamShot, _ index: Int) -> Pick {
    let text = [CopyLocale.zh: shot.picture, .en: shot.picture]
    let rule = ShotRule(
      key: "team-\(index + 1)", picture: text, size: .mediumClose, movement: .fixed, angle: .eye,
      seconds: min(max(shot.duration.flatMap { $0.isFinite ? $0 : nil } ?? 2.2, 0.8), 20))
    return Pick(id: rule.key, rule: rule, team: shot, mustHave: true)
  }

  // MARK: Filmed formats

  private mutating func take(_ rule: ShotRule, for beat: Int, must: Bool? = nil) {
    taken.insert(rule.key)
    chosen[beat].append(
      Pick(id: rule.key, rule: rule, team: nil, mustHave: must ?? rule.must))
  }

  private mutating func placeWanted() {
    // The first and the last picture are chosen before others can take them.
    let ends = beats.indices.filter { [.hook, .cta].contains(beats[$0].role) }
    for index in ends + beats.indices.filter({ !ends.contains($0) }) {
      placeWanted(index)
    }
    for (index, beat) in beats.enumerated() where chosen[index].isEmpty {
      if let rule = free(for: beat, matching: false) {
        take(rule, for: index)
      } else {
        take(spare(index), for: index)
      }
    }
  }

  private mutating func placeWanted(_ index: Int) {
    let beat = beats[index]
    if let own = beat.ownShot, chosen[index].isEmpty, !taken.contains(own.key) {
      take(own, for: index, must: true)
    }
    let wanted = beat.wanted.compactMap { key in rules.first { $0.key == key } }
    if chosen[index].isEmpty, let rule = wanted.first(where: { !taken.contains($0.key) }) {
      take(rule, for: index, must: true)
    }
    if chosen[index].isEmpty, beat.role == .point,
      let near = wanted.map(closer).first(where: { !taken.contains($0.key) })
    {
      take(near, for: index, must: true)
    }
    if chosen[index].isEmpty, let rule = free(for: beat, matching: true) {
      take(rule, for: index)
    }
  }

  /// The same picture again from nearer, for a claim whose shot opens the video.
  private func closer(_ rule: ShotRule) -> ShotRule {
    var again = rule
    again.key += "-near"
    again.picture = [
      .zh: (rule.picture[.zh] ?? "") + "（再拍一条更近的）",
      .en: (rule.picture[.en] ?? "") + " (once more, nearer)",
    ]
    again.size = rule.size == .extremeClose ? .extremeClose : .close
    again.must = false
    return again
  }

  /// A shot that nobody has taken or will need: a must before others, in the category's order.
  private func free(for beat: BeatDraft, matching: Bool) -> ShotRule? {
    let open = rules.filter { rule in
      !taken.contains(rule.key) && !reserved.contains(rule.key)
        && (matching ? rule.roles.contains(beat.role) : !rule.roles.contains(.pain))
    }
    return open.first(where: \.must) ?? open.first
  }

  private func spare(_ index: Int) -> ShotRule {
    ShotRule(
      key: "angle-\(index + 1)",
      picture: [.zh: "换个角度再拍一遍产品", .en: "The product once more from another side"],
      size: .close, movement: .truck, angle: .eye, seconds: 2, must: false)
  }

  /// The category's must shots that no beat has yet go where their role is and the time allows.
  private mutating func placeMusts() {
    guard brief.format.needs.assets.contains(.sample) || brief.format.needs.assets.isEmpty else {
      return
    }
    let left = rules.filter { $0.must && !taken.contains($0.key) }
    var missing: [String] = []
    for rule in left {
      let fitting = beats.indices.filter { index in
        beats[index].tenths >= 13 * (chosen[index].count + 1)
          && beats[index].role != .hook && beats[index].role != .cta
          && !beats[index].isTeamLedBy(chosen[index].contains { $0.team != nil })
      }
      let best = fitting.max { a, b in
        func score(_ index: Int) -> Int {
          let share = beats[index].tenths / (chosen[index].count + 1)
          return share + (rule.roles.contains(beats[index].role) ? 20 : 0)
        }
        return (score(a), b) < (score(b), a)
      }
      if let best { take(rule, for: best) } else { missing.append(rule.key) }
    }
    if !missing.isEmpty {
      let list = missing.joined(separator: ", ")
      notes.append(
        brief.locale == .zh
          ? "时长放不下的必拍镜头：\(list)，可以留给下一条" : "no room for the must shots: \(list)")
    }
  }

  /// Long beats get a second picture.
  private mutating func fillUp() {
    for (index, beat) in beats.enumerated() {
      while chosen[index].count < room(beat), let rule = free(for: beat, matching: true) {
        take(rule, for: index, must: false)
      }
    }
  }

  // MARK: Photos

  private mutating func placePhotos() {
    var number = 1
    let photos = max(0, brief.assets.photos)
    for (index, beat) in beats.enumerated() {
      while chosen[index].count < room(beat) {
        let place = photos > 0 ? (number - 1) % photos + 1 : number
        let close = photos > 0 && number > photos
        let rule = ShotRule(
          key: "photo-\(number)",
          picture: [
            .zh: "商品图第\(place)张" + (close ? "，放大局部" : ""),
            .en: "product photo \(place)" + (close ? ", a part enlarged" : ""),
          ], size: close ? .close : .mediumClose, movement: number % 2 == 0 ? .truck : .push,
          angle: .eye, seconds: brief.format.shotSeconds, must: false, rig: "photo")
        take(rule, for: index, must: false)
        number += 1
      }
    }
  }

  // MARK: Finishing

  /// Half a second more for every picture that was not counted on, while the time aimed at allows it.
  private mutating func allowForLooks() {
    var total = beats.reduce(0) { $0 + $1.tenths }
    for index in beats.indices where beats[index].role != .hook && beats[index].role != .cta {
      let extra = 5 * max(0, chosen[index].count - beats[index].looks)
      guard extra > 0, total + extra <= brief.range.upperBound else { continue }
      beats[index].tenths += extra
      total += extra
    }
  }

  /// A beat's shots; their lengths add up to the beat's.
  private func finished(_ index: Int) -> [Shot] {
    let picks = chosen[index]
    let lengths = Self.split(beats[index].tenths, by: picks.map(\.rule.seconds))
    return zip(picks, lengths).map { pick, tenths in
      let rule = pick.rule
      let locale = brief.locale
      var shot = Shot(
        id: brief.product.sku.slug + "-" + pick.id, beat: index, size: rule.size.word(locale),
        movement: rule.movement.word(locale), angle: rule.angle.word(locale),
        picture: rule.picture[locale] ?? rule.key, duration: .tenths(tenths),
        props: rule.props[locale] ?? [], sound: rule.sound[locale] ?? "", must: pick.mustHave,
        rig: rule.rig, destructive: rule.destructive)
      if let team = pick.team {
        shot.size = team.size ?? shot.size
        shot.movement = team.movement ?? shot.movement
        shot.angle = team.angle ?? shot.angle
        shot.props = team.props
        shot.sound = team.sound ?? ""
      }
      return shot
    }
  }
}

extension BeatDraft {
  /// Whether the team's own shot fills this beat.
  fileprivate func isTeamLedBy(_ hasTeamShot: Bool) -> Bool { hasTeamShot && tenths < 30 }
}
