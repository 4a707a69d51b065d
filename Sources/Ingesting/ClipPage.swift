import Model
import Timing

/// One clip while it is filed.
struct ClipPage {
  let clip: FootageClip
  let place: FilmingOrder.Place
  let lines: [ShotLogEntry]
  let split: ClipSplit
  /// What the names of file and folder say.
  let name: (match: ProductNames.Match, status: Take.Status?)
  private(set) var drafts: [TakeDraft] = []
  private(set) var orphans: [NamedFile] = []

  init(
    clip: FootageClip, place: FilmingOrder.Place, lines: [ShotLogEntry], split: ClipSplit,
    name: (match: ProductNames.Match, status: Take.Status?)
  ) {
    self.name = name
    self.clip = clip
    self.place = place
    self.lines = lines
    self.split = split
  }

  private enum Decision {
    case owned(sku: String, shot: String?, by: Take.Filing, note: TakeReason?)
    case orphan(TakeReason)
  }

  /// Files every stretch, and leaves the camera's last slate as it is after this clip.
  mutating func file(by filer: Filer, last: inout LastSlate?) {
    for (index, stretch) in split.stretches.enumerated() {
      file(stretch, index, by: filer, last: last)
    }
    let slate = split.lastSlate.flatMap(filer.shots.entry(code:))
    if split.hasSlate {
      last = slate.map { LastSlate(shot: $0, file: clip.path, ended: place.ended, filmed: 0) }
    } else {
      last?.filmed += clip.report.facts.duration.decimal
    }
    guard drafts.isEmpty, orphans.isEmpty else { return }
    orphan(slate.map { .onlySlate(of: $0.id) } ?? .nothingLeft)
  }

  private mutating func orphan(_ reason: TakeReason) {
    orphans.append(NamedFile(clip.path, reason))
  }

  private mutating func file(
    _ stretch: ClipSplit.Stretch, _ index: Int, by filer: Filer, last: LastSlate?
  ) {
    let isWhole = stretch.startEdge == .file && stretch.endEdge == .file
    let isScrap = stretch.owner == .nobody && stretch.length <= filer.policy.filing.scrap
    if stretch.length <= 0 || (isScrap && !isWhole) { return }
    switch decide(stretch, by: filer, last: last) {
    case .orphan(let reason): orphan(isWhole ? reason : reason.at(Self.place(of: stretch)))
    case .owned(let sku, let shot, let filing, let note):
      let least = filer.policy.filing.minimum
      let range = filer.policy.trim.range(of: stretch, in: clip.report, least: least)
      guard range.end - range.start >= least else {
        if isWhole || filing != .slate {
          orphan(.tooShort(range.end - range.start, least: least))
        }
        return
      }
      var notes = [note, stretch.note.map { TakeReason(plain: $0) }].compactMap { $0 }
      let (status, remark) = status(of: stretch, shot: shot, named: name.status)
      if let remark { notes.append(remark) }
      if clip.report.isCutOff { notes.append(clip.report.cutOffReason) }
      drafts.append(
        TakeDraft(
          clip: clip, index: index, sku: sku, shot: shot, status: status, filedBy: filing,
          start: range.start, end: range.end, notes: notes))
    }
  }

  private static func place(of stretch: ClipSplit.Stretch) -> String {
    "\(stretch.start.rounded(toPlaces: 1))–\(stretch.end.rounded(toPlaces: 1)) s"
  }

  private func decide(
    _ stretch: ClipSplit.Stretch, by filer: Filer, last: LastSlate?
  ) -> Decision {
    switch stretch.owner {
    case .slate(let code), .tailSlate(let code):
      var isTail = false
      if case .tailSlate = stretch.owner { isTail = true }
      if let shot = filer.shots.entry(code: code) {
        return .owned(sku: shot.sku, shot: shot.id, by: isTail ? .tailSlate : .slate, note: nil)
      }
      let reason = TakeReason.unknownSlate(code)
      guard case .owned(let sku, let shot, let by, _) = byRecord(filer, last: nil) else {
        return .orphan(reason)
      }
      return .owned(sku: sku, shot: shot, by: by, note: reason)
    case .stranger(let workspace):
      return .orphan(.strangersSlate(workspace))
    case .unread(let time):
      let reason = TakeReason.unreadSlate(at: time)
      guard case .owned(let sku, let shot, let by, _) = byRecord(filer, last: nil) else {
        return .orphan(reason)
      }
      return .owned(sku: sku, shot: shot, by: by, note: reason)
    case .nobody:
      return byRecord(filer, last: stretch.startEdge == .file ? last : nil)
    }
  }

  /// What log, names and the camera's last slate say.
  private func byRecord(_ filer: Filer, last: LastSlate?) -> Decision {
    let written = Set(lines.compactMap(\.shot))
    if written.count == 1, let shot = written.first {
      return .owned(sku: shot.sku, shot: shot.id, by: .log, note: nil)
    }
    let products = Set(lines.compactMap(\.sku))
    if written.isEmpty, products.count == 1, let sku = products.first {
      return .owned(sku: sku, shot: nil, by: .log, note: nil)
    }
    if !products.isEmpty {
      return .orphan(.severalInLog)
    }
    let inherited = inheritable(last, filer.policy.filing)
    switch name.match {
    case .product(let sku, let shot?):
      return .owned(sku: sku, shot: shot.id, by: .name, note: nil)
    case .product(let sku, nil):
      guard let inherited, inherited.shot.sku == sku else {
        return .owned(sku: sku, shot: nil, by: .name, note: nil)
      }
      return .owned(
        sku: sku, shot: inherited.shot.id, by: .inherited, note: inherited.note)
    case .ambiguous(let skus):
      return .orphan(.ambiguousName(skus))
    case .none:
      guard let inherited else { return .orphan(noOwner(last, filer.policy.filing)) }
      return .owned(
        sku: inherited.shot.sku, shot: inherited.shot.id, by: .inherited, note: inherited.note)
    }
  }

  private func inheritable(
    _ last: LastSlate?, _ policy: IngestPolicy.Filing
  ) -> (shot: ShotIndex.Entry, note: TakeReason)? {
    guard let last, let gap = minutes(since: last), gap <= policy.inheritMinutes else { return nil }
    let isClocked = last.ended != nil && place.began != nil
    return (last.shot, .inherited(from: last.file, minutes: gap, byNumber: !isClocked))
  }

  /// By the clock, or by what was filmed in between where the clock cannot be trusted.
  private func minutes(since last: LastSlate) -> Double? {
    guard let ended = last.ended, let began = place.began else { return last.filmed / 60 }
    return max(0, began - ended) / 60
  }

  private func noOwner(_ last: LastSlate?, _ policy: IngestPolicy.Filing) -> TakeReason {
    guard let last, let gap = minutes(since: last) else { return .noOwner }
    return .noOwner(minutes: gap, most: policy.inheritMinutes)
  }

  /// The card's word, else the log's, else the name's.
  private func status(
    of stretch: ClipSplit.Stretch, shot: String?, named: Take.Status?
  ) -> (Take.Status, note: TakeReason?) {
    let own = lines.filter { shot == nil || $0.shot == nil || $0.shot?.id == shot }
    if own.isEmpty, let other = lines.compactMap(\.shot).first {
      return (stretch.status, .logDiffers(other.id))
    }
    guard stretch.status == .unmarked, let status = own.compactMap(\.status).last else {
      let isCard = stretch.status != .unmarked
      if let named, !isCard { return (named, .markedByName(named)) }
      return (stretch.status, isCard ? .marked(stretch.status, inLog: false) : nil)
    }
    return (status, status == .unmarked ? nil : .marked(status, inLog: true))
  }
}
