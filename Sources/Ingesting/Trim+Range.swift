import Model
import Timing

extension IngestPolicy.Trim {
  /// What is left of a stretch without the slate's hand, the wobble before the picture settles, and
  /// the wobble when the camera is put down; seconds in the file.
  func range(
    of stretch: ClipSplit.Stretch, in report: ClipReport
  ) -> (start: Double, end: Double) {
    // A card may stand up to a sample longer than it was seen.
    let step = report.step.decimal
    var start = stretch.start + (stretch.startEdge == .card ? step + afterSlate : 0)
    var end = stretch.end - (stretch.endEdge == .card ? step + beforeSlate : 0)
    guard end > start, step > 0 else { return (start, end) }
    let half = (end - start) / 2
    let speeds = report.speeds(from: start, to: end)
    let usual = speeds.map(\.speed).sorted()
    let limit = max(motion, usual.isEmpty ? 0 : 2 * usual[usual.count / 2])
    let head = speeds.filter { $0.time > start && $0.time <= start + min(settle, half) }
    if let last = head.last(where: { $0.speed > limit }), last.time - start < half {
      start = max(start, last.time)
    }
    let tail = speeds.filter { $0.time <= end && $0.time > end - min(wobble, half) }
    if let first = tail.first(where: { $0.speed > limit }) {
      end = min(end, max(first.time - step, start))
    }
    return (start.rounded(toPlaces: 3), end.rounded(toPlaces: 3))
  }
}

extension ClipReport {
  /// The movement that ends at each sample of a stretch.
  fileprivate func speeds(from start: Double, to end: Double) -> [(time: Double, speed: Double)] {
    let step = step.decimal
    return samples.indices.compactMap { index in
      let time = Double(index) * step
      return time >= start && time <= end ? (time, samples[index].speed) : nil
    }
  }
}
