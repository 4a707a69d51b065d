import Model
import Timing

/// Knows one recording that lies there twice, encoded anew or in another size.
///
/// Two takes of one set-up have nearly the same pictures, so pictures alone prove nothing: what
/// changes from moment to moment must change alike.
struct TwinFinder {
  /// For each draft the one that stands for it: of one recording, for the same shot.
  ///
  /// The largest picture stands, then the sharper one, then the first in the order of filming.
  func twins(among drafts: [TakeDraft]) -> [Int?] {
    var twins = [Int?](repeating: nil, count: drafts.count)
    let clips = clips(of: drafts)
    let order = clips.sorted {
      ($0.report.readable.decimal, $0.first) < ($1.report.readable.decimal, $1.first)
    }
    for (place, clip) in order.enumerated() {
      for other in order.dropFirst(place + 1) {
        guard RecordingMatch.mayMatch(clip.report, other.report) else { break }
        guard RecordingMatch.isSame(clip.report, other.report) else { continue }
        let (kept, copy) = Self.ranked(clip, other)
        pair(copy, with: kept, drafts, &twins)
      }
    }
    // A chain of copies ends at one that stands.
    for index in twins.indices {
      var (stands, hops) = (twins[index], 0)
      while let next = stands, let further = twins[next], hops < drafts.count {
        (stands, hops) = (further, hops + 1)
      }
      twins[index] = stands == index ? nil : stands
    }
    return twins
  }

  private struct Clip {
    var report: ClipReport
    var first: Int
    var drafts: [Int]
  }

  private func clips(of drafts: [TakeDraft]) -> [Clip] {
    var byPath: [String: Clip] = [:]
    for (index, draft) in drafts.enumerated() {
      byPath[
        draft.clip.path, default: Clip(report: draft.clip.report, first: index, drafts: [])
      ].drafts.append(index)
    }
    return Array(byPath.values)
  }

  private static func ranked(_ a: Clip, _ b: Clip) -> (kept: Clip, copy: Clip) {
    func size(_ clip: Clip) -> Double {
      Double(clip.report.facts.width) * Double(clip.report.facts.height)
    }
    func sharpness(_ clip: Clip) -> Double {
      let values = clip.report.samples.map(\.sharpness).sorted()
      return values.isEmpty ? 0 : values[values.count / 2]
    }
    if size(a) != size(b) { return size(a) > size(b) ? (a, b) : (b, a) }
    let (left, right) = (sharpness(a), sharpness(b))
    // Less than a twentieth is the chance of the encoder.
    if abs(left - right) > 0.05 * max(left, right) { return left > right ? (a, b) : (b, a) }
    return a.first < b.first ? (a, b) : (b, a)
  }

  private func pair(
    _ copy: Clip, with kept: Clip, _ drafts: [TakeDraft], _ twins: inout [Int?]
  ) {
    for index in copy.drafts where twins[index] == nil {
      let draft = drafts[index]
      twins[index] = kept.drafts.first { other in
        let stands = drafts[other]
        let shared = min(draft.end, stands.end) - max(draft.start, stands.start)
        return stands.sku == draft.sku && stands.shot == draft.shot
          && shared > (draft.end - draft.start) / 2
      }
    }
  }

  /// Whether two takes show nearly the same picture throughout, as takes of one set-up may.
  static func areAlike(_ a: TakeDraft, _ b: TakeDraft) -> Bool {
    let (left, right) = (prints(of: a), prints(of: b))
    guard min(left.count, right.count) >= 2 else { return false }
    let distances = zip(left, right).map { PicturePrint.distance($0, $1) }
    return distances.reduce(0, +) <= 5 * distances.count
  }

  private static func prints(of draft: TakeDraft) -> ArraySlice<UInt64> {
    let prints = draft.clip.report.prints
    let first = min(max(0, Int(min(draft.start, 1e6).rounded(.up))), prints.count)
    let last = min(max(first, Int(min(draft.end, 1e6))), prints.count)
    return prints[first..<last]
  }
}
