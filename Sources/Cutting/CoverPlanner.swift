import Model
import Timing

/// Names the stretches whose best frames may stand for a video: the hero shot first.
struct CoverPlanner {
  let request: CutRequest

  private var rate: FrameRate { request.platform.rate }

  func plan(_ shots: [TimelineShot]) -> CoverPlan {
    let words = request.script.post[request.platform.id]?.coverText ?? ""
    let accents = request.script.post[request.platform.id]?.factsOnCover ?? []
    let candidates = candidates(among: shots)
    let first = candidates.first?.range ?? TimeRange(start: .zero, duration: .zero)
    let middle = first.start + first.duration * Rational(1, 2)
    return CoverPlan(
      at: middle.snapped(to: rate), text: words,
      accents: accents.filter { words.contains($0) }, candidates: candidates)
  }

  /// Where the product is whole, then where it is shown or proved, then the rest; each picture once.
  private static let order: [BeatRole] = [.reveal, .proof, .point, .offer, .hook]

  private func candidates(among shots: [TimelineShot]) -> [CoverPlan.Candidate] {
    let beats = request.script.beats
    func rank(_ shot: TimelineShot) -> Int {
      guard beats.indices.contains(shot.beat) else { return Self.order.count }
      return Self.order.firstIndex(of: beats[shot.beat].role) ?? Self.order.count
    }
    let sorted = shots.enumerated().sorted { a, b in
      let (x, y) = (rank(a.element), rank(b.element))
      return x == y ? a.offset < b.offset : x < y
    }.map(\.element)
    var chosen: [TimelineShot] = []
    for shot in sorted where chosen.count < 3 {
      let known = chosen.contains { $0.file == shot.file && $0.shot == shot.shot }
      if !known { chosen.append(shot) }
    }
    for shot in sorted where chosen.count < 3 && !chosen.contains(shot) { chosen.append(shot) }
    return chosen.map { shot in
      let role = beats.indices.contains(shot.beat) ? beats[shot.beat].role.rawValue : "video"
      return CoverPlan.Candidate(
        range: inside(shot.range), reason: "the best frame of '\(shot.shot)' in the \(role)")
    }
  }

  /// Without the first and last tenth, where hands come and go.
  private func inside(_ range: TimeRange) -> TimeRange {
    let edge = (range.duration * Rational(1, 10)).snapped(to: rate)
    let inner = TimeRange(from: range.start + edge, to: range.end - edge)
    return inner.duration > .zero ? inner : range
  }
}
