import Model
import Timing

/// Numbers the takes of each shot, scores their moments and says why one is better than another.
struct TakeJudge {
  let quality: IngestPolicy.Quality
  let choice: IngestPolicy.Choice
  let shots: ShotIndex

  private struct Group: Hashable {
    var sku: String
    var shot: String?
  }

  /// - Parameter drafts: In the order of filming.
  func judge(_ drafts: [TakeDraft]) -> [Take] {
    let twins = TwinFinder().twins(among: drafts)
    var groups: [Group: [Int]] = [:]
    for (index, draft) in drafts.enumerated() {
      groups[Group(sku: draft.sku, shot: draft.shot), default: []].append(index)
    }
    var takes = [Take?](repeating: nil, count: drafts.count)
    for (group, indices) in groups {
      let wants = group.shot.flatMap(shots.entry(id:))?.wants ?? ShotWants()
      let sheet = Sheet(
        drafts: indices.map { drafts[$0] }, wants: wants, isOneShot: group.shot != nil,
        twins: indices.map { twins[$0].flatMap(indices.firstIndex(of:)) })
      for (index, take) in zip(indices, judge(sheet)) { takes[index] = take }
    }
    return takes.compactMap { $0 }
  }

  /// The takes of one shot.
  private struct Sheet {
    var drafts: [TakeDraft]
    var wants: ShotWants
    var isOneShot: Bool
    /// For each take the one that stands for it.
    var twins: [Int?]

    /// The last take, where nobody has marked any.
    var keeper: Int? {
      let isMarked = drafts.contains { $0.status == .ok || $0.status == .keep }
      guard drafts.count > 1, !isMarked else { return nil }
      return drafts.indices.last { drafts[$0].status != .ng && twins[$0] == nil }
    }
  }

  private func judge(_ sheet: Sheet) -> [Take] {
    let moments = sheet.drafts.map { Moments(of: $0) }
    let sharpest = moments.map(\.sharpest)
    let grades = moments.enumerated().map { index, moments in
      // Pictures of different things cannot be compared: each is then its own measure.
      let measure = sheet.isOneShot ? sharpest.max() ?? 0 : sharpest[index]
      return Grade(
        moments, wants: sheet.wants, sharpest: measure, quality: quality, choice: choice)
    }
    let keeper = sheet.keeper
    let ids = sheet.drafts.map(\.id)
    return sheet.drafts.indices.map { index in
      let draft = sheet.drafts[index]
      var (score, reasons) = (grades[index].score, draft.notes)
      if !grades[index].curve.isEmpty {
        reasons.append(best(of: grades[index], draft))
      }
      if sheet.isOneShot { reasons += comparison(index, sheet, grades) }
      if index == keeper {
        score = min(1, score + quality.lastTake)
        reasons.append(.lastOf(sheet.drafts.count))
      }
      if let twin = sheet.twins[index] {
        score *= choice.rejected
        reasons.append(.copy(of: "take \(twin + 1) ('\(sheet.drafts[twin].clip.path)')"))
      }
      reasons += grades[index].faults(quality, choice)
      var take = take(draft, number: index + 1, grades[index], score: score, reasons)
      take.duplicate = sheet.twins[index].map { ids[$0] }
      return take
    }
  }

  private func comparison(_ index: Int, _ sheet: Sheet, _ grades: [Grade]) -> [TakeReason] {
    var reasons: [TakeReason] = []
    let rivals = sheet.drafts.indices.filter {
      $0 != index && sheet.drafts[$0].status != .ng && sheet.twins[$0] == nil
        && sheet.twins[index] != $0
    }
    if let rival = rivals.max(by: { grades[$0].score < grades[$1].score }) {
      reasons += grades[index].comparison(with: grades[rival], number: rival + 1)
    }
    if index > 0, sheet.twins[index] == nil,
      TwinFinder.areAlike(sheet.drafts[index - 1], sheet.drafts[index])
    {
      reasons.append(.alike(index))
    }
    return reasons
  }

  private func best(of grade: Grade, _ draft: TakeDraft) -> TakeReason {
    let window = self.window(of: grade, draft)
    return .best(length: window.end - window.start, start: window.start)
  }

  /// In seconds of the file.
  private func window(of grade: Grade, _ draft: TakeDraft) -> (start: Double, end: Double) {
    if let best = draft.best { return best }
    let step = max(0.01, draft.clip.report.step.decimal)
    let start = min(draft.start + Double(grade.window.lowerBound) * step, draft.end)
    return (start, min(draft.end, start + Double(grade.window.count) * step))
  }

  private func take(
    _ draft: TakeDraft, number: Int, _ grade: Grade, score: Double, _ reasons: [TakeReason]
  ) -> Take {
    let clip = draft.clip
    let window = window(of: grade, draft)
    var curve = grade.curve
    if let best = draft.best {
      // What was not chosen by hand stands back.
      let step = max(0.01, clip.report.step.decimal)
      for index in curve.indices {
        let time = draft.start + Double(index) * step
        if time < best.start - step / 2 || time >= best.end { curve[index] *= choice.rejected }
      }
    }
    return Take(
      id: draft.id, file: clip.path, sku: draft.sku, shot: draft.shot, take: number,
      status: draft.status, start: Time(decimal: draft.start), end: Time(decimal: draft.end),
      filedBy: draft.filedBy, score: score.rounded(toPlaces: 3), reasons: reasons.map(\.en),
      facts: clip.report.facts,
      quality: QualityCurve(
        step: clip.report.step, scores: curve.map { $0.rounded(toPlaces: 3) }),
      reasonsZh: reasons.map(\.zh),
      best: TakeWindow(start: Time(decimal: window.start), end: Time(decimal: window.end)))
  }
}

extension TakeDraft {
  var id: String {
    let source = clip.identity.isEmpty ? clip.path : clip.identity
    return SlatePayload.code(for: "\(source)#\(index)", length: 10)
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
