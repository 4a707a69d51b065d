import Diagnostics
import Model
import Timing

/// All files of a workspace put in their places; looks at no file.
struct FiledFolder {
  private let input: IngestInput
  private let policy: IngestPolicy
  private let names: ProductNames
  private var takes = Takes()
  /// By the file's place in the input, so that lists keep its order.
  private var orphans: [(index: Int, file: NamedFile)] = []
  private var diagnostics: [Diagnostic] = []
  private var records = FileRecords()
  private var scanned = 0
  private var reused = 0

  init(_ input: IngestInput, _ looks: [FileLook], policy: IngestPolicy) {
    self.input = input
    self.policy = policy
    names = ProductNames(skus: input.skus, shots: input.shots, naming: policy.names)
    var clips: [(index: Int, clip: FootageClip)] = []
    var log: [ShotLogEntry] = []
    var photos = PhotoFiler(input: input, names: names, policy: policy.quality)
    let sounds = SoundFiler(input: input, names: names)
    for (index, (file, look)) in zip(input.files, looks).enumerated() {
      switch look {
      case .skipped: break
      case .broken(let fault):
        takes.broken.append(
          NamedFile(file: file.path, reason: fault.words(.en), reasonZh: fault.words(.zh)))
        records.add(FileRecord(file: file.path, kind: .unread, state: .broken))
      case .shotLog(let text):
        records.add(FileRecord(file: file.path, kind: .log, state: .filed))
        let read = ShotLogReader(names: names).read(text, file: file.path)
        log += read.entries
        diagnostics += read.diagnostics
      case .report(let report, let isNew):
        if isNew { scanned += 1 } else { reused += 1 }
        records.add(FileRecord(file, report))
        switch report {
        case .clip(let report):
          clips.append((index, FootageClip(file, report)))
          if report.isCutOff {
            takes.broken.append(NamedFile(file.path, report.cutOffReason.isUsedAnyway))
          }
        case .still(let report):
          if let reason = photos.file(file, report) { orphan(index, reason) }
        case .sound(let report):
          if let reason = sounds.file(file, report, into: &takes) { orphan(index, reason) }
        }
      }
    }
    takes.photos = photos.sorted
    file(clips, log)
    place(clips.map(\.clip), photos.profiles)
  }

  /// Tells each take where its subject stands, and what its colours are to be held against.
  private mutating func place(_ clips: [FootageClip], _ profiles: [String: ColorProfile]) {
    let reports = Dictionary(
      clips.map { ($0.path, $0.report.subjects) }, uniquingKeysWith: { first, _ in first })
    for index in takes.takes.indices {
      let take = takes.takes[index]
      guard let report = reports[take.file].flatMap(\.self) else { continue }
      takes.takes[index].subjects = SubjectTracker(report: report, profile: profiles[take.sku])
        .track(from: take.start.decimal, to: take.end.decimal)
      takes.takes[index].gray = report.white.flatMap(HexColor.rgb)?
        .map { $0.rounded(toPlaces: 1) }
      takes.takes[index].edges = report.edges.map { edges in
        edges.compactMap(HexColor.rgb).map { HexColor.text($0.map { Int($0.rounded()) }) }
      }
    }
  }

  private mutating func orphan(_ index: Int, _ reason: TakeReason) {
    orphans.append((index, NamedFile(input.files[index].path, reason)))
  }

  private mutating func file(_ clips: [(index: Int, clip: FootageClip)], _ log: [ShotLogEntry]) {
    let filing = Filer(policy: policy, shots: input.shots, names: names)
      .file(clips.map(\.clip), log: log, edits: input.edits)
    diagnostics += filing.diagnostics
    takes.takes = filing.takes
    takes.missing = filing.missing
    let places = Dictionary(clips.map { ($0.clip.path, $0.index) }) { first, _ in first }
    orphans += filing.orphans.map { (places[$0.file] ?? 0, $0) }
    let ordered = orphans.enumerated().sorted {
      ($0.element.index, $0.offset) < ($1.element.index, $1.offset)
    }
    takes.orphans = ordered.map(\.element.file)
  }

  var result: IngestResult {
    IngestResult(
      takes: takes, files: records.told(of: takes), diagnostics: diagnostics, scanned: scanned,
      reused: reused)
  }
}

extension FootageClip {
  fileprivate init(_ file: SourceFile, _ report: ClipReport) {
    self.init(
      path: file.path, identity: file.identity, modified: file.modified, report: report)
  }
}
