import Model
import Timing

extension IngestPolicy.Trim {
  /// What is left of a stretch without the slate's hand, the clap, the wobble and the hunting for
  /// focus before the picture settles, and the wobble when the camera is put down; seconds in the
  /// file. A picture that never settles for `least` seconds has its end back, then its start.
  func range(
    of stretch: ClipSplit.Stretch, in report: ClipReport, least: Double
  ) -> (start: Double, end: Double) {
    // A card may stand up to a sample longer than it was seen.
    let step = report.step.decimal
    let start = stretch.start + (stretch.startEdge == .card ? step + afterSlate : 0)
    let end = stretch.end - (stretch.endEdge == .card ? step + beforeSlate : 0)
    guard end > start, step > 0 else { return (start, end) }
    let moments = report.moments(from: start, to: end)
    var range = (start: start, end: end)
    settle(&range, moments, step: step)
    range.start = max(range.start, behindClap(from: start, to: end, stretch, in: report))
    range.start = max(range.start, focused(from: start, to: end, moments))
    if range.end - range.start < least { range.end = end }
    if range.end - range.start < least { range.start = start }
    return (range.start.rounded(toPlaces: 3), range.end.rounded(toPlaces: 3))
  }

  private func settle(
    _ range: inout (start: Double, end: Double), _ moments: [ClipReport.Moment], step: Double
  ) {
    let (start, end) = range
    let half = (end - start) / 2
    let usual = moments.map(\.speed).sorted()
    let limit = max(motion, usual.isEmpty ? 0 : 2 * usual[usual.count / 2])
    let head = moments.filter { $0.time > start && $0.time <= start + min(settle, half) }
    if let last = head.last(where: { $0.speed > limit }), last.time - start < half {
      range.start = max(start, last.time)
    }
    let tail = moments.filter { $0.time <= end && $0.time > end - min(wobble, half) }
    if let first = tail.first(where: { $0.speed > limit }) {
      range.end = min(end, max(first.time - step, range.start))
    }
  }

  /// The end of the last clap near the start, or the start; a clap stands alone, so that a
  /// demonstration which bangs all the time keeps its head.
  private func behindClap(
    from start: Double, to end: Double, _ stretch: ClipSplit.Stretch, in report: ClipReport
  ) -> Double {
    let claps = report.sound?.claps.filter { $0 >= stretch.start && $0 < end } ?? []
    let within = min(clapWithin, (end - start) / 2)
    let near = claps.filter { $0 < start + within }
    guard let last = near.last, near.count <= 2, claps.count <= near.count + 2 else {
      return start
    }
    return max(start, min(last + afterClap, start + (end - start) / 2))
  }

  /// Where the lens has found its focus: behind the last of the soft pictures that open the take.
  private func focused(
    from start: Double, to end: Double, _ moments: [ClipReport.Moment]
  ) -> Double {
    let usual = moments.map(\.sharpness).sorted()
    guard usual.count >= 8 else { return start }
    let least = focus * usual[usual.count / 2]
    let opening = moments.prefix { $0.sharpness < least }
    guard let last = opening.last, last.time - start <= min(settle, (end - start) / 2),
      let next = moments.dropFirst(opening.count).first
    else { return start }
    return max(start, next.time)
  }
}

extension ClipReport {
  fileprivate struct Moment {
    /// Seconds in the file.
    var time: Double
    /// Of the movement that ends there.
    var speed: Double
    var sharpness: Double
  }

  /// The samples of a stretch.
  fileprivate func moments(from start: Double, to end: Double) -> [Moment] {
    let step = step.decimal
    return samples.indices.compactMap { index in
      let time = Double(index) * step
      guard time >= start, time <= end else { return nil }
      return Moment(time: time, speed: samples[index].speed, sharpness: samples[index].sharpness)
    }
  }
}
