import Model
import Timing

/// Finds the best stretch of a take that is still free, and remembers what is used.
struct WindowPicker {
  let rate: FrameRate
  private var used: [String: [TimeRange]] = [:]

  init(rate: FrameRate) { self.rate = rate }

  /// The window with the best mean quality; as long as asked, or as long as the take allows when
  /// that is at least the least; nil when nothing free is left.
  func best(in take: Take, lasting length: Time, atLeast least: Time) -> TimeRange? {
    for wanted in [length, min(length, take.range.duration), least] where wanted <= length {
      let floor = Time(frames: Int((wanted.seconds * rate.framesPerSecond).floor), at: rate)
      guard floor >= least else { continue }
      if let window = candidates(in: take, lasting: floor).max(by: { $0.score < $1.score }) {
        return window.range
      }
    }
    return nil
  }

  mutating func use(_ range: TimeRange, of take: Take) {
    used[take.file, default: []].append(range)
  }

  private func candidates(in take: Take, lasting length: Time)
    -> [(range: TimeRange, score: Double)]
  {
    let taken = used[take.file] ?? []
    let step = max(take.quality.step, rate.frame)
    let first = Time(frames: Int((take.start.seconds * rate.framesPerSecond).ceiling), at: rate)
    var result: [(TimeRange, Double)] = []
    var start = first
    while start + length <= take.end, result.count < 4000 {
      let range = TimeRange(start: start, duration: length)
      if !taken.contains(where: range.overlaps) {
        result.append((range, quality(of: take, over: range)))
      }
      start = max((start + step).snapped(to: rate), start + rate.frame)
    }
    return result
  }

  private func quality(of take: Take, over range: TimeRange) -> Double {
    let scores = take.quality.scores
    guard !scores.isEmpty, take.quality.step > .zero else { return 0 }
    let step = take.quality.step.decimal
    let from = Int(((range.start - take.start).decimal / step).rounded(.down))
    let to = Int(((range.end - take.start).decimal / step).rounded(.up))
    let slice = scores[max(0, min(from, scores.count - 1))..<min(scores.count, max(to, from + 1))]
    guard !slice.isEmpty else { return 0 }
    // A window is as good as its mean, less what its worst moment spoils.
    return slice.reduce(0, +) / Double(slice.count) * 0.7 + (slice.min() ?? 0) * 0.3
  }
}
