import Model
import Timing

/// Numbers the takes of each shot, scores their moments and says why one is better than another.
struct TakeJudge {
  let policy: IngestPolicy.Quality

  private struct Group: Hashable {
    var sku: String
    var shot: String?
  }

  /// - Parameter drafts: In the order of filming.
  func judge(_ drafts: [TakeDraft]) -> [Take] {
    var groups: [Group: [Int]] = [:]
    for (index, draft) in drafts.enumerated() {
      groups[Group(sku: draft.sku, shot: draft.shot), default: []].append(index)
    }
    var takes = [Take?](repeating: nil, count: drafts.count)
    for (group, indices) in groups {
      let judged = judge(indices.map { drafts[$0] }, ofOneShot: group.shot != nil)
      for (index, take) in zip(indices, judged) { takes[index] = take }
    }
    return takes.compactMap { $0 }
  }

  private func judge(_ drafts: [TakeDraft], ofOneShot: Bool) -> [Take] {
    let moments = drafts.map { Moments(of: $0) }
    let sharpest = moments.map(\.sharpest)
    let grades = moments.enumerated().map { index, moments in
      // Pictures of different things cannot be compared: each is then its own measure.
      let measure = ofOneShot ? sharpest.max() ?? 0 : sharpest[index]
      return Grade(moments, sharpest: measure, policy: policy)
    }
    let isSilent = !drafts.contains { $0.status == .ok || $0.status == .keep }
    let keeper = drafts.count > 1 && isSilent ? drafts.lastIndex { $0.status != .ng } : nil
    return drafts.indices.map { index in
      var take = take(drafts[index], number: index + 1, grades[index])
      if ofOneShot {
        let rivals = drafts.indices.filter { $0 != index && drafts[$0].status != .ng }
        if let rival = rivals.max(by: { grades[$0].score < grades[$1].score }) {
          take.reasons += grades[index].comparison(with: grades[rival], number: rival + 1)
        }
        if index == keeper {
          take.score = min(1, take.score + policy.lastTake).rounded(toPlaces: 3)
          take.reasons.append("the last of \(drafts.count) takes, none is marked")
        }
      }
      take.reasons += grades[index].faults(policy)
      return take
    }
  }

  private func take(_ draft: TakeDraft, number: Int, _ grade: Grade) -> Take {
    let clip = draft.clip
    let source = clip.identity.isEmpty ? clip.path : clip.identity
    return Take(
      id: SlatePayload.code(for: "\(source)#\(draft.index)", length: 10), file: clip.path,
      sku: draft.sku, shot: draft.shot, take: number, status: draft.status,
      start: Time(decimal: draft.start), end: Time(decimal: draft.end), filedBy: draft.filedBy,
      score: grade.score.rounded(toPlaces: 3), reasons: draft.notes, facts: clip.report.facts,
      quality: QualityCurve(
        step: clip.report.step, scores: grade.curve.map { $0.rounded(toPlaces: 3) }))
  }
}

/// What was measured inside one take, a value a step from its start on.
private struct Moments {
  var samples: [QualitySample] = []
  /// Departure from an even movement, in pixels a sample at 480 pixels' longer side.
  var jitter: [Double] = []
  var step: Double

  init(of draft: TakeDraft) {
    let report = draft.clip.report
    step = max(0.01, report.step.decimal)
    guard !report.samples.isEmpty else { return }
    let count = max(1, Int(min((draft.end - draft.start) / step, 1e6)))
    let first = Int((draft.start / step).rounded(.up))
    let indices = (0..<count).map { min(max(0, first + $0), report.samples.count - 1) }
    samples = indices.map { report.samples[$0] }
    // The movement into the first sample began outside the take.
    jitter = samples.indices.map { index in
      guard samples.count >= 4 else { return samples.dropFirst().map(\.speed).min() ?? 0 }
      let middle = min(max(index, 2), samples.count - 2)
      let (before, here, after) = (samples[middle - 1], samples[middle], samples[middle + 1])
      let x = here.moveX - (before.moveX + after.moveX) / 2
      let y = here.moveY - (before.moveY + after.moveY) / 2
      return (x * x + y * y).squareRoot()
    }
  }

  /// The 95th percentile.
  var sharpest: Double {
    let sorted = samples.map(\.sharpness).sorted()
    return sorted.isEmpty ? 0 : sorted[(sorted.count - 1) * 95 / 100]
  }
}

/// One take's marks.
private struct Grade {
  var curve: [Double] = []
  /// The best mean over the window that is needed.
  var score = 0.0
  /// Means inside that window.
  var sharpness = 0.0
  var clipped = 0.0
  var mean = 0.0
  var jitter = 0.0

  init(_ moments: Moments, sharpest: Double, policy: IngestPolicy.Quality) {
    let weights = policy.sharpness + policy.exposure + policy.steadiness
    curve = zip(moments.samples, moments.jitter).map { sample, jitter in
      let own = sample.sharpness / (sample.sharpness + policy.sharpnessHalf)
      let among = sharpest > 0 ? min(1, sample.sharpness / sharpest) : 0
      let shake = jitter / policy.jitter
      let sum =
        policy.sharpness * (own + among) / 2 + policy.exposure * sample.exposure(policy)
        + policy.steadiness / (1 + shake * shake)
      return weights > 0 ? sum / weights : 0
    }
    guard !curve.isEmpty else { return }
    let length = min(curve.count, max(1, Int((policy.window / moments.step).rounded())))
    let starts = 0...(curve.count - length)
    let sums = starts.map { curve[$0..<$0 + length].reduce(0, +) }
    let best = sums.indices.max { sums[$0] < sums[$1] } ?? 0
    let window = best..<best + length
    func average(_ values: [Double]) -> Double { values[window].reduce(0, +) / Double(length) }
    score = sums[best] / Double(length)
    sharpness = average(moments.samples.map(\.sharpness))
    clipped = average(moments.samples.map(\.clipped))
    mean = average(moments.samples.map(\.mean))
    jitter = average(moments.jitter)
  }

  func comparison(with other: Grade, number: Int) -> [String] {
    var reasons: [String] = []
    if other.sharpness > 0, sharpness > 0 {
      let ratio = sharpness / other.sharpness
      if ratio >= 1.1 {
        reasons.append("sharper \(min(ratio, 99).rounded(toPlaces: 1))× than take \(number)")
      } else if ratio <= 0.9 {
        reasons.append("softer: \(ratio.rounded(toPlaces: 2))× as sharp as take \(number)")
      }
    }
    if abs(jitter - other.jitter) >= 0.5 {
      let word = jitter < other.jitter ? "steadier" : "less steady"
      let pair = "\(jitter.rounded(toPlaces: 1)) px against \(other.jitter.rounded(toPlaces: 1)) px"
      reasons.append("\(word): jitter \(pair) of take \(number)")
    }
    return reasons
  }

  func faults(_ policy: IngestPolicy.Quality) -> [String] {
    var reasons: [String] = []
    if clipped >= policy.clipped { reasons.append("\(Int((clipped * 100).rounded())) % clipped") }
    if mean < policy.meanFrom * 0.6 { reasons.append("dark: mean luma \(Int(mean.rounded()))") }
    if mean > policy.meanTo + (255 - policy.meanTo) * 0.4 {
      reasons.append("bright: mean luma \(Int(mean.rounded()))")
    }
    if jitter > policy.jitter { reasons.append("shaky: jitter \(jitter.rounded(toPlaces: 1)) px") }
    return reasons
  }
}

extension QualitySample {
  /// 0…1: one where nothing is clipped and the mean is as it should be.
  func exposure(_ policy: IngestPolicy.Quality) -> Double {
    let kept = max(0, 1 - clipped / (2 * policy.clipped))
    let level =
      mean < policy.meanFrom
      ? mean / policy.meanFrom
      : mean > policy.meanTo ? (255 - mean) / max(1, 255 - policy.meanTo) : 1
    return kept * min(1, max(0, level))
  }

  /// The mark of a photo, which has no neighbour to be compared with.
  func score(_ policy: IngestPolicy.Quality) -> Double {
    let own = sharpness / (sharpness + policy.sharpnessHalf)
    let weights = policy.sharpness + policy.exposure
    guard weights > 0 else { return 0 }
    return ((policy.sharpness * own + policy.exposure * exposure(policy)) / weights)
      .rounded(toPlaces: 3)
  }
}
