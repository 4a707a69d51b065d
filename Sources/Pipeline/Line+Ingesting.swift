import Foundation
import Ingesting
import Model
import Presets
import Workspace

extension Line {
  func ingestMedia() async throws -> StageReport {
    let files = mediaFiles()
    reporter.begin(.ingest, items: files.count, bytes: files.reduce(0) { $0 + $1.bytes })
    let reporter = reporter
    let stage = IngestStage(
      policy: try presets.ingestPolicy(), cache: LedgerCache(ledger: ledger), jobs: options.jobs,
      progress: { done in
        guard done.outcome != .underway else { return reporter.advance(done.file, done.bytes) }
        reporter.item(
          done.file, done.outcome.rawValue,
          .init(bytes: done.bytes, seconds: done.seconds, isKept: done.outcome == .known))
      })
    let list = try? workspace.read(ShotList.self, at: workspace.work("shotlist/shotlist.json"))
    let result = try await stage.run(
      IngestInput(
        root: workspace.root.path, files: files, workspace: slateID, catalogue: try catalogue(),
        scripts: try allScripts(), shotList: list, licences: try licences(),
        shoot: try presets.shootPolicy(), edits: try takeEdits()))
    try workspace.write(result.takes, at: workspace.work("takes.json"))
    var report = report(result)
    report.places += try tellEvening(result, list: list)
    return report
  }

  private func report(_ result: IngestResult) -> StageReport {
    let takes = result.takes
    var report = StageReport(.ingest, .made)
    report.made = result.scanned
    report.kept = result.reused
    report.findings = result.diagnostics
    report.notes =
      [
        "\(takes.takes.count) takes, \(takes.photos.count) photos, \(takes.voices.count) voices, "
          + "\(takes.music.count) tracks"
      ]
      + takes.broken.map { "broken: \($0.file): \($0.reason)" }
      + takes.orphans.map { "orphan: \($0.file): \($0.reason)" }
      + duplicates(in: takes)
      + takes.missing.filter(\.must).map { "to be shot: \($0.sku) \($0.shot)" }
    report.places = ["work/takes.json"]
    return report
  }

  private func duplicates(in takes: Takes) -> [String] {
    let files = Dictionary(
      takes.takes.map { ($0.id, $0.file) }, uniquingKeysWith: { first, _ in first })
    return takes.takes.compactMap { take in
      take.duplicate.flatMap { files[$0] }
        .map { "duplicate: \(take.file): the same recording as \($0), encoded again" }
    }
  }

  private func mediaFiles() -> [SourceFile] {
    let below = Set(MediaFolder.allCases.flatMap { workspace.files(below: $0.rawValue) })
    let strays = Set(MediaFolder.allCases.flatMap { workspace.strays(below: $0.rawValue) })
    let named = (try? catalogue().products.flatMap(\.images)) ?? []
    return below.union(strays).union(named).sorted().compactMap { name in
      guard !strays.contains(name), let url = try? workspace.file(name),
        FileManager.default.fileExists(atPath: url.path)
      else {
        // What lies there and cannot be opened is named with its reason.
        return below.contains(name) || strays.contains(name) ? unopened(name) : nil
      }
      let facts = try? FileManager.default.attributesOfItem(atPath: url.path)
      return SourceFile(
        path: name, absolutePath: url.path, identity: (try? ledger.identity(of: url)) ?? "",
        modified: (facts?[.modificationDate] as? Date)?.timeIntervalSince1970,
        bytes: (facts?[.size] as? NSNumber)?.intValue ?? 0)
    }
  }

  static let takeEditsFile = "edits/takes.yaml"

  /// What people have decided about takes; nothing where they have not.
  private func takeEdits() throws -> TakeEdits {
    let url = workspace.root.appendingPathComponent(Self.takeEditsFile)
    let barred = try barredTakes()
    guard FileManager.default.fileExists(atPath: url.path) else { return TakeEdits(edits: barred) }
    let written = try TakeEdits(
      reading: PresetSource(contentsOf: url.path, shownAs: Self.takeEditsFile))
    return TakeEdits(edits: written.edits + barred)
  }

  private func unopened(_ name: String) -> SourceFile {
    SourceFile(
      path: name, absolutePath: workspace.root.appendingPathComponent(name).path, identity: "",
      modified: nil)
  }

  private func licences() throws -> [MusicLicence] {
    try presets.music(at: workspace.root.appendingPathComponent("music/music.yaml")).map {
      MusicLicence(file: $0.file, title: $0.title, licence: $0.licence)
    }
  }
}

/// Keeps what was seen in a file under its content.
private struct LedgerCache: ReportCache {
  let ledger: Ledger

  func lookup(_ key: String) -> MediaReport? {
    guard let data = try? ledger.report("media:" + key) else { return nil }
    return try? JSONDecoder().decode(MediaReport.self, from: data)
  }

  func store(_ report: MediaReport, for key: String) {
    guard let data = try? JSONEncoder().encode(report) else { return }
    try? ledger.keep(data, under: "media:" + key)
  }
}
