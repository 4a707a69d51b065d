import Diagnostics
import Model
import Timing

/// Puts into effect what people have decided about takes; nobody overrules it.
struct TakeEditor {
  let clips: [FootageClip]
  let shots: ShotIndex
  let names: ProductNames
  let policy: IngestPolicy
  private(set) var diagnostics: [Diagnostic] = []
  private let finder: ClipFinder

  init(clips: [FootageClip], shots: ShotIndex, names: ProductNames, policy: IngestPolicy) {
    self.clips = clips
    self.shots = shots
    self.names = names
    self.policy = policy
    finder = ClipFinder(clips)
  }

  /// Changes drafts, and files clips that had no owner.
  mutating func apply(
    _ edits: TakeEdits, to drafts: inout [TakeDraft], orphans: inout [Int: [NamedFile]]
  ) {
    for edit in edits.edits {
      guard let meant = targets(of: edit, drafts) else { continue }
      guard let owner = owner(in: edit) else { continue }
      var indices = meant.drafts
      if indices.isEmpty {
        guard let draft = newDraft(of: meant.clip, edit, owner) else { continue }
        orphans[meant.clip] = nil
        drafts.append(draft)
        indices = [drafts.count - 1]
      }
      for index in indices { change(&drafts[index], by: edit, owner) }
    }
  }

  private mutating func fault(_ edit: TakeEdits.Edit, _ message: String) {
    diagnostics.append(Diagnostic(.error, message, at: edit.position, value: edit.file))
  }

  /// Which drafts of which clip are meant; nil when that has been said to be wrong.
  private mutating func targets(
    of edit: TakeEdits.Edit, _ drafts: [TakeDraft]
  ) -> (clip: Int, drafts: [Int])? {
    if let index = drafts.firstIndex(where: { $0.id == edit.file }),
      let clip = clips.firstIndex(where: { $0.path == drafts[index].clip.path })
    {
      return (clip, [index])
    }
    let clip: Int
    switch finder.find(edit.file) {
    case .one(let index): clip = index
    case .several(let paths):
      let list = paths.prefix(4).map { "'\($0)'" }.joined(separator: ", ")
      fault(edit, "'\(edit.file)' can mean several files: \(list); write the whole path")
      return nil
    case .none(let hint):
      let tail = hint.map { "; did you mean '\($0)'?" } ?? ""
      fault(edit, "no clip is called '\(edit.file)'\(tail)")
      return nil
    }
    let named = clips[clip]
    // A copy of the same content stands for the clip that is used.
    var own = drafts.indices.filter { index in
      drafts[index].clip.path == named.path
        || (!named.identity.isEmpty && drafts[index].clip.identity == named.identity)
    }
    if let at = edit.at {
      own = own.filter { drafts[$0].start - 1 <= at && at < drafts[$0].end + 1 }
        .sorted { abs(middle(drafts[$0]) - at) < abs(middle(drafts[$1]) - at) }
      guard let nearest = own.first else {
        let length = clips[clip].report.readable.decimal.rounded(toPlaces: 1)
        fault(edit, "'\(edit.file)' has no take at \(at) s; it is \(length) s long")
        return nil
      }
      own = [nearest]
    }
    let isExact = edit.start != nil || edit.end != nil || edit.best != nil
    if isExact, own.count > 1 {
      fault(edit, "'\(edit.file)' holds \(own.count) takes; say which with 'at', in seconds")
      return nil
    }
    return (clip, own)
  }

  private func middle(_ draft: TakeDraft) -> Double { (draft.start + draft.end) / 2 }

  private struct Owner {
    var sku: String?
    var shot: String?
  }

  /// Nil when a shot or product is named that there is not.
  private mutating func owner(in edit: TakeEdits.Edit) -> Owner? {
    if let shot = edit.shot {
      guard let entry = shots.entry(id: shot) else {
        let hint = nearest(to: shot, among: shots.entries.map(\.id))
        fault(
          edit, "no shot is called '\(shot)'" + (hint.map { "; did you mean '\($0)'?" } ?? ""))
        return nil
      }
      if let sku = edit.sku, sku != entry.sku {
        fault(edit, "the shot '\(shot)' is of product '\(entry.sku)', not '\(sku)'")
        return nil
      }
      return Owner(sku: entry.sku, shot: entry.id)
    }
    guard let sku = edit.sku else { return Owner() }
    guard names.skus.contains(sku) else {
      let hint = nearest(to: sku, among: names.skus.sorted())
      fault(
        edit, "no product is called '\(sku)'" + (hint.map { "; did you mean '\($0)'?" } ?? ""))
      return nil
    }
    return Owner(sku: sku)
  }

  private mutating func newDraft(
    of clip: Int, _ edit: TakeEdits.Edit, _ owner: Owner
  ) -> TakeDraft? {
    guard let sku = owner.sku else {
      fault(edit, "'\(edit.file)' belongs to no product; say 'shot' or 'sku'")
      return nil
    }
    let report = clips[clip].report
    let stretch = ClipSplit.Stretch(
      start: 0, end: report.readable.decimal, startEdge: .file, endEdge: .file, owner: .nobody,
      status: .unmarked)
    let range = policy.trim.range(
      of: stretch, in: report, least: policy.filing.minimum)
    return TakeDraft(
      clip: clips[clip], index: 0, sku: sku, shot: owner.shot, status: .unmarked, filedBy: .log,
      start: range.start, end: range.end, notes: [])
  }

  private mutating func change(
    _ draft: inout TakeDraft, by edit: TakeEdits.Edit, _ owner: Owner
  ) {
    if let sku = owner.sku {
      draft.shot = owner.shot ?? (sku == draft.sku ? draft.shot : nil)
      draft.sku = sku
      draft.filedBy = .log
      let what = owner.shot.map { "shot '\($0)'" } ?? "product '\(sku)'"
      draft.notes.append(
        .byHand(what, zh: owner.shot.map { "镜头 '\($0)'" } ?? "商品 '\(sku)'"))
    }
    if let status = edit.status {
      draft.status = status
      draft.notes.append(.byHand("marked \(status.rawValue)", zh: "标为 \(status.rawValue)"))
    }
    bound(&draft, by: edit)
    if !edit.use {
      draft.status = .ng
      draft.notes.append(.byHand("not to be used", zh: "不用"))
    }
    if let note = edit.note { draft.notes.append(.byHand(note, zh: note)) }
  }

  private mutating func bound(_ draft: inout TakeDraft, by edit: TakeEdits.Edit) {
    let end = draft.clip.report.readable.decimal
    if edit.start != nil || edit.end != nil {
      let (from, to) = (edit.start ?? draft.start, min(edit.end ?? draft.end, end))
      guard to - from >= 0.1 else {
        let length = end.rounded(toPlaces: 1)
        return fault(edit, "nothing is left between \(from) s and \(to) s of \(length) s")
      }
      (draft.start, draft.end) = (from, to)
      draft.notes.append(.byHand("from \(from) s to \(to) s", zh: "取 \(from) 到 \(to) 秒"))
    }
    guard let best = edit.best else { return }
    let (from, to) = (best.start.decimal, min(best.end.decimal, end))
    guard to - from >= 0.1 else {
      return fault(edit, "the best stretch from \(from) s lies behind the clip's end")
    }
    // What was asked for is shown, even beyond the ends that were found.
    (draft.start, draft.end) = (min(draft.start, from), max(draft.end, to))
    draft.best = (from, to)
    draft.notes.append(.byHand("best from \(from) s to \(to) s", zh: "最好的是 \(from) 到 \(to) 秒"))
  }
}
