import Foundation

/// Finds the calmest way of a crop along one axis that keeps its subject.
struct AxisPlanner {
  /// Length of the crop in shares of the source.
  let crop: Double
  /// Shares of the source that the crop may move in the whole shot's time.
  let reach: Double
  /// Share of the subject that is to be kept at every moment.
  let kept: Double
  /// Seconds of the shot.
  let seconds: Double
  /// Whether the crop may move at all.
  let mayMove: Bool
  /// Far subjects cost more than what a moving crop costs the eye only when they lose this much.
  private static let gain = 0.04

  /// - Parameter spans: By time, at least one.
  func path(for spans: [SubjectSpan]) -> AxisPath {
    let standing = self.standing(spans)
    guard mayMove, standing.least < kept, seconds > 0 else { return standing }
    let panned = self.panned(spans)
    if panned.least >= kept { return panned }
    let tracked = self.tracked(spans)
    let moving = tracked.mean > panned.mean + Self.gain / 2 ? tracked : panned
    return moving.mean > standing.mean + Self.gain ? moving : standing
  }

  private func bounded(_ middle: Double) -> Double {
    guard crop < 1 else { return 0.5 }
    return min(1 - crop / 2, max(crop / 2, middle))
  }

  /// Share of the subject inside the crop; of one that is longer, of what could be inside.
  private func share(_ span: SubjectSpan, _ middle: Double) -> Double {
    let inside = min(span.high, middle + crop / 2) - max(span.low, middle - crop / 2)
    return max(0, inside) / max(1e-6, min(span.length, crop))
  }

  private func path(
    _ kind: AxisPath.Kind, _ places: [Double], _ spans: [SubjectSpan]
  ) -> AxisPath {
    var path = AxisPath(kind: kind, places: places.map(bounded), least: 1, mean: 0)
    let total = spans.reduce(0) { $0 + $1.weight }
    for span in spans {
      let share = share(span, path.place(at: span.at))
      path.least = min(path.least, share)
      path.mean += share * span.weight / max(1e-6, total)
    }
    return path
  }

  /// The place from which most is kept at the worst moment, then most of all, then nearest to where
  /// the subject's middle mostly is.
  private func standing(_ spans: [SubjectSpan]) -> AxisPath {
    let usual = median(spans.map(\.middle))
    let whole = ((spans.map(\.low).min() ?? 0.5) + (spans.map(\.high).max() ?? 0.5)) / 2
    let candidates = [usual, whole] + (0...40).map { Double($0) / 40 }
    func worth(_ path: AxisPath) -> Double {
      min(path.least, kept) * 2 + path.mean - 0.15
        * abs((path.places.first ?? 0.5) - bounded(usual))
    }
    return candidates.map { path(.standing, [$0], spans) }.max { worth($0) < worth($1) }
      ?? path(.standing, [0.5], spans)
  }

  /// The straight line that fits the subject's middles best, no faster than allowed.
  private func panned(_ spans: [SubjectSpan]) -> AxisPath {
    let total = max(1e-6, spans.reduce(0) { $0 + $1.weight })
    let at = spans.reduce(0) { $0 + $1.at * $1.weight } / total
    let middle = spans.reduce(0) { $0 + bounded($1.middle) * $1.weight } / total
    let spread = spans.reduce(0) { $0 + $1.weight * ($1.at - at) * ($1.at - at) }
    let joint = spans.reduce(0) {
      $0 + $1.weight * ($1.at - at) * (bounded($1.middle) - middle)
    }
    let slope = spread > 1e-6 ? min(reach, max(-reach, joint / spread)) : 0
    return path(.panned, [middle - slope * at, middle + slope * (1 - at)], spans)
  }

  /// The subject's middle, smoothed over a second and held to the speed.
  private func tracked(_ spans: [SubjectSpan]) -> AxisPath {
    let count = min(2000, max(8, Int((seconds * 10).rounded())))
    let step = reach / Double(count)
    var places = (0...count).map { bounded(middle(of: spans, at: Double($0) / Double(count))) }
    places = smoothed(places, radius: 5)
    // What the speed leaves behind is shared out between before and after.
    var ahead = places
    for index in 1...count {
      ahead[index] = min(ahead[index - 1] + step, max(ahead[index - 1] - step, ahead[index]))
    }
    var behind = places
    for index in (0..<count).reversed() {
      behind[index] = min(behind[index + 1] + step, max(behind[index + 1] - step, behind[index]))
    }
    places = zip(ahead, behind).map { ($0 + $1) / 2 }
    return path(.tracked, smoothed(places, radius: 3), spans)
  }

  private func middle(of spans: [SubjectSpan], at share: Double) -> Double {
    guard let after = spans.firstIndex(where: { $0.at >= share }) else {
      return spans.last?.middle ?? 0.5
    }
    guard after > 0 else { return spans[0].middle }
    let (a, b) = (spans[after - 1], spans[after])
    let part = b.at > a.at ? (share - a.at) / (b.at - a.at) : 1
    return a.middle + (b.middle - a.middle) * part
  }

  /// Means of neighbours, twice; a mean of places never makes them go faster.
  private func smoothed(_ places: [Double], radius: Int) -> [Double] {
    var places = places
    for _ in 0..<2 {
      places = places.indices.map { index in
        let around = (index - radius...index + radius).map {
          places[min(places.count - 1, max(0, $0))]
        }
        return around.reduce(0, +) / Double(around.count)
      }
    }
    return places
  }

  private func median(_ values: [Double]) -> Double {
    values.isEmpty ? 0.5 : values.sorted()[values.count / 2]
  }
}
