import Model
import Timing

/// Places the few transitions that a video may have: a flash from before to after, a whip into what
/// a moving camera reveals. All other cuts are straight.
struct TransitionPlanner {
  let policy: CutPolicy
  let request: CutRequest

  private var rules: CutPolicy.Transitions { policy.transitions }
  private var rate: FrameRate { request.platform.rate }

  func placed(on shots: [TimelineShot]) -> [TimelineShot] {
    var shots = shots
    var left = rules.limit
    // Before and after go first: their cut says something.
    for rule in [flash, whip] {
      var isFresh = true
      for index in shots.indices.dropFirst() where left > 0 && isFresh {
        let (before, after) = (shots[index - 1], shots[index])
        guard after.transition == nil, before.transition == nil,
          index + 1 == shots.count || shots[index + 1].transition == nil, isLongEnough(before),
          isLongEnough(after), let transition = rule(before, after)
        else { continue }
        shots[index].transition = transition
        left -= 1
        isFresh = false
      }
    }
    return shots
  }

  private func isLongEnough(_ shot: TimelineShot) -> Bool {
    shot.range.duration >= Time(decimal: rules.shortest)
  }

  private func flash(_ a: TimelineShot, _ b: TimelineShot) -> ShotTransition? {
    let (from, to) = (parts(a.shot), parts(b.shot))
    guard rules.flash > 0, !from.isDisjoint(with: rules.flashFrom),
      from.isDisjoint(with: rules.flashTo), !to.isDisjoint(with: rules.flashTo)
    else { return nil }
    return transition(.flash, rules.flash)
  }

  private func whip(_ a: TimelineShot, _ b: TimelineShot) -> ShotTransition? {
    let beats = request.script.beats
    guard rules.whip > 0, a.beat != b.beat, beats.indices.contains(b.beat),
      rules.whipInto.contains(beats[b.beat].role), a.kind == .take, b.kind == .take,
      moves(a) || moves(b)
    else { return nil }
    return transition(.whip, rules.whip)
  }

  private func moves(_ shot: TimelineShot) -> Bool {
    let known = request.script.shots + request.siblings.flatMap(\.shots)
    return known.first { $0.id == shot.shot }
      .map { rules.whipMovements.contains($0.movement) } ?? false
  }

  private func parts(_ id: String) -> Set<String> {
    Set(id.lowercased().split(separator: "-").map(String.init))
  }

  /// An even number of frames, so that both halves are equal.
  private func transition(_ kind: ShotTransition.Kind, _ seconds: Double) -> ShotTransition? {
    let half = Time(decimal: seconds / 2).frames(at: rate)
    return half > 0 ? ShotTransition(kind: kind, length: Time(frames: half * 2, at: rate)) : nil
  }
}
