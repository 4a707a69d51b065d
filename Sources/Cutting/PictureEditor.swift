import Model
import Timing

/// Gives every beat its pictures: the wanted takes first, then other takes of the product, then
/// photos; no stretch of a clip twice in one video.
struct PictureEditor {
  let policy: CutPolicy
  let request: CutRequest
  private(set) var missing: [String] = []
  private var windows: WindowPicker
  private var photosUsed: [String: Int] = [:]
  private var photoTurn = 0

  init(policy: CutPolicy, request: CutRequest) {
    self.policy = policy
    self.request = request
    windows = WindowPicker(rate: request.platform.rate)
  }

  private var rate: FrameRate { request.platform.rate }
  private var shortest: Time { Time(decimal: policy.shotMin).snapped(to: rate) }
  private var longest: Time { Time(decimal: policy.shotMax).snapped(to: rate) }

  /// The hook is cut last, so that what follows it is the same whichever hook opens.
  mutating func cut(_ beats: [TimeRange]) -> [TimelineShot] {
    let isHook = beats.indices.map { request.script.beats[$0].role == .hook }
    var cut = [[TimelineShot]](repeating: [], count: beats.count)
    for index in beats.indices.filter({ !isHook[$0] }) + beats.indices.filter({ isHook[$0] }) {
      var start = beats[index].start
      for (shot, length) in portions(of: index, lasting: beats[index].duration) {
        cut[index] += fill(shot, beat: index, from: start, lasting: length)
        start = cut[index].last?.range.end ?? start
      }
    }
    return PictureEditor.endToEnd(cut.flatMap { $0 })
  }

  private static func endToEnd(_ shots: [TimelineShot]) -> [TimelineShot] {
    var start = Time.zero
    return shots.map { shot in
      var shot = shot
      shot.range = TimeRange(start: start, duration: shot.range.duration)
      start = shot.range.end
      return shot
    }
  }

  /// A beat's time shared out among its shots by their planned lengths, none below the shortest.
  private func portions(of beat: Int, lasting length: Time) -> [(Shot?, Time)] {
    let wanted = request.script.beats[beat].shots.compactMap { id in
      request.script.shots.first { $0.id == id }
    }
    let room = max(1, length.frames(at: rate) / max(1, shortest.frames(at: rate)))
    let shots = Array(wanted.prefix(room))
    guard !shots.isEmpty else { return [(nil, length)] }
    let total = shots.reduce(0.0) { $0 + max(0.1, $1.duration.decimal) }
    var left = length
    return shots.enumerated().map { index, shot in
      let rest = Int64(shots.count - index - 1)
      let share = Time(decimal: length.decimal * max(0.1, shot.duration.decimal) / total)
      let most = left - shortest * Rational(rest)
      let portion = rest == 0 ? left : min(max(share, shortest), most).snapped(to: rate)
      left = left - portion
      return (shot, portion)
    }
  }

  private mutating func fill(_ shot: Shot?, beat: Int, from start: Time, lasting length: Time)
    -> [TimelineShot]
  {
    var result: [TimelineShot] = []
    var left = length
    var first = true
    while left > .zero {
      var wanted = min(left, longest)
      if left - wanted > .zero, left - wanted < shortest { wanted = left - shortest }
      let at = start + (length - left)
      let piece =
        take(for: shot, beat: beat, at: at, lasting: wanted, of: left, named: first)
        ?? photo(for: shot, beat: beat, at: at, lasting: wanted)
      guard piece.range.duration > .zero else { break }
      result.append(piece)
      left = left - piece.range.duration
      first = false
    }
    return result
  }

  /// The best free window of the best take; shorter than asked when the take is.
  private mutating func take(
    for shot: Shot?, beat: Int, at start: Time, lasting length: Time, of left: Time, named: Bool
  ) -> TimelineShot? {
    let own = ranked(request.takes.filter { $0.shot != nil && $0.shot == shot?.id })
    if named, let shot, own.isEmpty, !isPhotoShot(shot), !missing.contains(shot.id) {
      missing.append(shot.id)
    }
    let spare = ranked(request.takes.filter { take in take.shot == nil || shot == nil })
    let others = spare.filter { !own.contains($0) }
    for take in worthy(own, of: own) + worthy(others, of: request.takes) {
      guard
        let found = windows.best(in: take, lasting: length, atLeast: min(shortest, length)),
        let window = leavingRoom(found, of: left)
      else { continue }
      windows.use(window, of: take)
      let range = TimeRange(start: start, duration: window.duration)
      return TimelineShot(
        shot: shot?.id ?? take.shot ?? "", take: take.id, kind: .take, file: take.file,
        source: window, range: range, beat: beat,
        framing: FramingPlan(fit: fit(take)),
        keepsSound: take.facts.audio && shot.map { !$0.sound.isEmpty } ?? false,
        reason: reason(take, among: own))
    }
    return nil
  }

  /// The window, shortened where what is left after it would be too short for a picture; nil where
  /// it cannot be.
  private func leavingRoom(_ window: TimeRange, of left: Time) -> TimeRange? {
    let rest = left - window.duration
    guard rest > .zero, rest < shortest else { return window }
    let shorter = left - shortest
    return shorter >= shortest ? TimeRange(start: window.start, duration: shorter) : nil
  }

  /// Without those that fall far short of the best, while photos can stand in.
  private func worthy(_ takes: [Take], of all: [Take]) -> [Take] {
    guard !request.photos.isEmpty, let best = all.map(\.score).max() else { return takes }
    return takes.filter { $0.standing > 1 || $0.score >= policy.takeShare * best }
  }

  private func ranked(_ takes: [Take]) -> [Take] {
    takes.filter { $0.status != .ng }.sorted {
      ($0.standing, $0.score, $0.take, $0.id) > ($1.standing, $1.score, $1.take, $1.id)
    }
  }

  private func reason(_ take: Take, among own: [Take]) -> String {
    guard take.shot != nil, own.contains(take) else {
      return "no take of this shot; another picture of the product stands in"
    }
    return (["take \(take.take) of \(own.count)"] + take.reasons).joined(separator: "; ")
  }

  /// A slideshow's pictures are meant to be photos.
  private func isPhotoShot(_ shot: Shot) -> Bool { !shot.must && shot.rig == "photo" }

  private mutating func photo(for shot: Shot?, beat: Int, at start: Time, lasting length: Time)
    -> TimelineShot
  {
    let range = TimeRange(start: start, duration: length)
    guard let photo = nextPhoto() else { return standIn(shot, beat, range) }
    photosUsed[photo.file, default: 0] += 1
    photoTurn += 1
    let inwards = photoTurn % 2 == 1
    return TimelineShot(
      shot: shot?.id ?? "photo", take: nil, kind: .photo, file: photo.file,
      source: TimeRange(start: .zero, duration: length), range: range, beat: beat,
      framing: FramingPlan(
        fit: fit(photo.width, photo.height, beyond: policy.containPhotosBeyond),
        zoomFrom: inwards ? 1 : policy.push,
        zoomTo: inwards ? policy.push : 1),
      reason: "photo in place of a take")
  }

  /// The least used photo, the best first.
  private func nextPhoto() -> Photo? {
    request.photos.min {
      (photosUsed[$0.file] ?? 0, -$0.score, $0.file) < (
        photosUsed[$1.file] ?? 0, -$1.score, $1.file
      )
    }
  }

  /// Without any photo left to show: a stretch of the best take again, closer.
  private func standIn(_ shot: Shot?, _ beat: Int, _ range: TimeRange) -> TimelineShot {
    let take = ranked(request.takes).first ?? request.takes[0]
    let length = min(range.duration, take.range.duration.snapped(to: rate))
    return TimelineShot(
      shot: shot?.id ?? take.shot ?? "", take: take.id, kind: .take, file: take.file,
      source: TimeRange(start: take.start.snapped(to: rate), duration: max(length, rate.frame)),
      range: TimeRange(start: range.start, duration: max(length, rate.frame)), beat: beat,
      framing: FramingPlan(
        fit: fit(take), zoomFrom: policy.punchIn,
        zoomTo: policy.punchIn),
      reason: "no other picture: the best take again, closer")
  }

  private func fit(_ take: Take) -> FramingPlan.Fit {
    fit(take.facts.width, take.facts.height, beyond: policy.containClipsBeyond)
  }

  private func fit(_ width: Int, _ height: Int, beyond limit: Double) -> FramingPlan.Fit {
    let canvas = request.platform.canvas
    let source = Double(max(1, width)) / Double(max(1, height))
    let target = Double(canvas.width) / Double(canvas.height)
    let apart = max(source / target, target / source)
    return apart > limit ? .contain : .fill
  }
}

extension Take {
  /// Operator's marks go before any measure.
  fileprivate var standing: Int {
    switch status {
    case .keep: 3
    case .ok: 2
    case .unmarked: 1
    case .ng: 0
    }
  }
}
