import Model
import Timing

/// Lays a script's beats out as slots for the search.
struct SlotPlanner {
  let policy: CutPolicy
  let request: CutRequest
  let shelf: PictureShelf
  let options: [PictureOption]
  let music: MusicGrid

  /// Takes looked at for each wanted shot, other takes, and photos, in one beat.
  private static let takes = 4
  private static let others = 8
  private static let photos = 5

  private var rate: FrameRate { request.platform.rate }

  /// - Parameter reserved: Shots that another part of the video, or a hook, needs more.
  func slots(_ beats: Range<Int>, over ranges: [TimeRange], reserved: Set<String>) -> [CutSlot] {
    beats.map { slot($0, ranges[$0], reserved) }
  }

  private func slot(_ index: Int, _ range: TimeRange, _ reserved: Set<String>) -> CutSlot {
    let beat = request.script.beats[index]
    let frames = range.start.frames(at: rate)..<range.end.frames(at: rate)
    let wanted = wanted(beat, frames)
    let hidden = index == request.script.beats.count - 1 ? card(frames) : frames.upperBound
    return CutSlot(
      beat: index, isHook: beat.role == .hook, frames: frames, hiddenFrom: hidden, wanted: wanted,
      choices: choices(wanted, reserved), positions: positions(frames, until: hidden))
  }

  /// Words are taken to share the beat's time as their shots do.
  private func wanted(_ beat: Beat, _ frames: Range<Int>) -> [CutSlot.Wanted] {
    let shots = beat.shots.compactMap { id in request.script.shots.first { $0.id == id } }
    let total = shots.reduce(0.0) { $0 + max(0.1, $1.duration.decimal) }
    var before = 0.0
    return shots.prefix(30).map { shot in
      defer { before += max(0.1, shot.duration.decimal) }
      return CutSlot.Wanted(
        id: shot.id, said: frames.lowerBound + Int(Double(frames.count) * before / total),
        planned: max(1, shot.duration.frames(at: rate)),
        isThere: options.contains { $0.shotID == shot.id })
    }
  }

  /// Where the end card begins.
  private func card(_ frames: Range<Int>) -> Int {
    guard policy.endCard > 0, request.script.post[request.platform.id] != nil else {
      return frames.upperBound
    }
    let length = Time(decimal: policy.endCard).frames(at: rate)
    return max(frames.lowerBound, frames.upperBound - length)
  }

  /// Beats of the music, and every fifth of a second.
  private func positions(_ frames: Range<Int>, until hidden: Int) -> [Int] {
    let step = max(1, Time(Rational(1, 5)).frames(at: rate))
    let shortest = Time(decimal: policy.shotMin).frames(at: rate)
    let most = min(frames.upperBound - shortest, hidden - shortest / 2)
    let least = frames.lowerBound + shortest
    var places = Set(music.beats(in: frames).map(\.frame))
    places.formUnion(stride(from: frames.lowerBound, to: frames.upperBound, by: step))
    return [frames.lowerBound] + places.filter { least <= $0 && $0 <= most }.sorted()
      + [frames.upperBound]
  }

  private func choices(_ wanted: [CutSlot.Wanted], _ reserved: Set<String>) -> [CutSlot.Choice] {
    let places = Dictionary(
      wanted.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let all = options.indices.map { index -> CutSlot.Choice in
      let option = options[index]
      let place = option.shotID.flatMap { places[$0] }
      let parts = parts(option, isWanted: place != nil, wanted, reserved)
      return CutSlot.Choice(
        option: index, wanted: place, speed: option.speed, score: option.score, parts: parts,
        cost: parts.reduce(0) { $0 + $1.value })
    }.sorted { (cost($0), $0.option) < (cost($1), $1.option) }
    let own = wanted.indices.flatMap { place in
      all.filter { $0.wanted == place }.prefix(Self.takes)
    }
    let photos = all.filter { options[$0.option].photo != nil }.prefix(Self.photos)
    let others = all.filter { $0.wanted == nil && options[$0.option].take != nil }
      .prefix(Self.others)
    return own + others + photos
  }

  private func cost(_ choice: CutSlot.Choice) -> Double {
    choice.cost + policy.costs.quality * (1 - options[choice.option].score)
  }

  private func parts(
    _ option: PictureOption, isWanted: Bool, _ wanted: [CutSlot.Wanted], _ reserved: Set<String>
  ) -> [CutCost] {
    var parts: [CutCost] = []
    func add(_ part: CutCost.Part, _ value: Double) {
      if value > 0 { parts.append(CutCost(part, value)) }
    }
    add(.other, other(option, isWanted, wanted, reserved))
    add(.standing, option.standing)
    // Of the takes that are asked for the better one is worth more than another one.
    add(.variety, policy.costs.variety * option.variety * (isWanted ? 0.25 : 1))
    add(.speed, option.missesSpeed ? policy.costs.speed : 0)
    return parts
  }

  private func other(
    _ option: PictureOption, _ isWanted: Bool, _ wanted: [CutSlot.Wanted],
    _ reserved: Set<String>
  ) -> Double {
    guard !isWanted else { return 0 }
    guard let take = option.take else {
      let isMeant = wanted.contains { shelf.shot($0.id)?.rig == "photo" }
      return isMeant ? 0 : policy.costs.photo
    }
    guard let id = take.shot else { return policy.costs.other }
    let isKin = wanted.contains { $0.id == id + "-near" || $0.id + "-near" == id }
    let away = reserved.contains(id) ? policy.costs.elsewhere : 0
    return policy.costs.other * (isKin ? 0.4 : 1) + away
      + (option.showsProduct ? 0 : policy.costs.other)
  }
}
