public import Diagnostics
public import Model
import Timing

/// A clip of the footage folder with what looking at it has found.
public struct FootageClip: Sendable, Hashable {
  /// Relative to the workspace.
  public var path: String
  /// Equal for equal content; empty when unknown.
  public var identity: String
  /// Seconds since 1970 at which the file was last written; a camera does so when it stops.
  public var modified: Double?
  public var report: ClipReport

  public init(path: String, identity: String, modified: Double?, report: ClipReport) {
    self.path = path
    self.identity = identity
    self.modified = modified
    self.report = report
  }
}

/// Clips filed: what shows which shot, what has no owner, what is still to be filmed.
public struct Filing: Sendable, Hashable {
  public var takes: [Take]
  public var orphans: [NamedFile]
  public var missing: [MissingShot]
  /// Faults in what people have decided about takes.
  public var diagnostics: [Diagnostic]
}

/// Decides what each stretch of each clip shows; looks at no file.
///
/// A slate speaks first, then the shot log, then the names of file and folder, then the last slate
/// of the same camera.
public struct Filer: Sendable {
  let policy: IngestPolicy
  let shots: ShotIndex
  let names: ProductNames

  public init(policy: IngestPolicy, shots: ShotIndex, names: ProductNames) {
    self.policy = policy
    self.shots = shots
    self.names = names
  }

  /// Files the clips: takes in the order of filming, orphans in the order of the input.
  ///
  /// - Parameter edits: What people have decided; it comes last, and nobody overrules it.
  public func file(
    _ clips: [FootageClip], log: [ShotLogEntry] = [], edits: TakeEdits = TakeEdits()
  ) -> Filing {
    let (kept, copies) = withoutCopies(clips)
    var drafts: [TakeDraft] = []
    var orphans: [Int: [NamedFile]] = [:]
    var slates: [String: LastSlate] = [:]
    let lines = LogLines(log, clips: kept.map { clips[$0].path })
    let order = FilmingOrder(kept.map { clips[$0] })
    for place in order.places {
      let clip = clips[kept[place.clip]]
      var page = ClipPage(
        clip: clip, place: place, lines: lines.entries(for: clip.path),
        split: ClipSplit(
          clip.report, workspace: shots.workspace, policy: policy.filing),
        name: names.read(clip.path))
      page.file(by: self, last: &slates[place.camera])
      drafts += page.drafts
      if !page.orphans.isEmpty { orphans[kept[place.clip]] = page.orphans }
    }
    for copy in copies { orphans[copy.index] = [copy.named] }
    var editor = TakeEditor(clips: clips, shots: shots, names: names, policy: policy)
    editor.apply(edits, to: &drafts, orphans: &orphans)
    let takes = TakeJudge(quality: policy.quality, choice: policy.choice, shots: shots)
      .judge(drafts)
    return Filing(
      takes: takes, orphans: orphans.sorted { $0.key < $1.key }.flatMap(\.value),
      missing: missing(takes), diagnostics: editor.diagnostics)
  }

  /// Every listed shot that no usable take shows.
  private func missing(_ takes: [Take]) -> [MissingShot] {
    let filmed = Set(takes.filter { $0.status != .ng }.compactMap(\.shot))
    return shots.entries.filter { !$0.isDropped && !filmed.contains($0.id) }
      .map { MissingShot(sku: $0.sku, shot: $0.id, must: $0.must) }
  }

  /// Of several files with one content the first whose name says something stays, else the first.
  private func withoutCopies(
    _ clips: [FootageClip]
  ) -> (kept: [Int], copies: [(index: Int, named: NamedFile)]) {
    var groups: [String: [Int]] = [:]
    for (index, clip) in clips.enumerated() where !clip.identity.isEmpty {
      groups[clip.identity, default: []].append(index)
    }
    var copies: [(index: Int, named: NamedFile)] = []
    for group in groups.values where group.count > 1 {
      let first = group.first { names.match(clips[$0].path) != .none } ?? group[0]
      copies += group.filter { $0 != first }.map { index in
        let path = clips[index].path
        let kept = clips[first].path
        return (index, NamedFile(path, .sameContent(as: kept), copyOf: kept))
      }
    }
    let dropped = Set(copies.map(\.index))
    return (clips.indices.filter { !dropped.contains($0) }, copies)
  }
}

/// The last slate that a camera has seen.
struct LastSlate {
  var shot: ShotIndex.Entry
  /// The file that shows it.
  var file: String
  /// Seconds since 1970 at which that file ended, where the clock can be trusted.
  var ended: Double?
  /// Seconds filmed since, where it cannot.
  var filmed: Double
}

/// A stretch with its owner, before takes are numbered and compared.
struct TakeDraft {
  var clip: FootageClip
  /// Which stretch of its clip, from 0.
  var index: Int
  var sku: String
  var shot: String?
  var status: Take.Status
  var filedBy: Take.Filing
  /// Seconds in the file.
  var start: Double
  var end: Double
  var notes: [TakeReason]
  /// The stretch that somebody has chosen, in seconds of the file.
  var best: (start: Double, end: Double)?
}

/// Log lines by the file that they speak of.
struct LogLines {
  private var byPath: [String: [ShotLogEntry]] = [:]

  /// A line names a file with or without its ending and folder; files beside the log come first,
  /// and a name that then still means several files is left alone.
  init(_ log: [ShotLogEntry], clips paths: [String]) {
    var byName: [NameText: [String]] = [:]
    for path in paths {
      let file = FilePath(path)
      for name in [file.name, file.stem, path].map({ NameText($0) }) {
        if byName[name]?.contains(path) != true { byName[name, default: []].append(path) }
      }
    }
    for entry in log {
      let written = entry.file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).map(String.init)
      let whole = byName[NameText(written.joined(separator: "/"))] ?? []
      let found = whole.isEmpty ? byName[NameText(written.last ?? "")] ?? [] : whole
      let near = found.filter { $0.hasPrefix(entry.folder + "/") }
      let meant = near.isEmpty ? found : near
      if meant.count == 1 { byPath[meant[0], default: []].append(entry) }
    }
  }

  func entries(for path: String) -> [ShotLogEntry] { byPath[path] ?? [] }
}
