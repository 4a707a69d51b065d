import Diagnostics
import Foundation
public import Model
public import Workspace

extension Line {
  /// Where encoded parts are kept, and how many bytes of them.
  ///
  /// - Throws: `WorkspaceError` when `$SHOPREEL_STORE` is not an absolute folder.
  func store() throws -> ContentStore {
    ContentStore(
      at: try workspace.store(), limit: Int(settings.render.storeGb * 1_000_000_000))
  }

  /// How the store stands.
  ///
  /// - Throws: `WorkspaceError` when `$SHOPREEL_STORE` is not an absolute folder.
  public func storeReport() throws -> StoreReport {
    let store = try store()
    let entries = store.entries()
    let records = presentRecords()
    let spans = records.flatMap(\.spans)
    let keys = Set(spans.map(\.key))
    let used = entries.filter { keys.contains($0.key) }
    return StoreReport(
      folder: workspace.relative(store.folder), objects: entries.count,
      bytes: entries.reduce(0) { $0 + $1.bytes }, limit: store.limit,
      used: .init(
        objects: used.count, bytes: used.reduce(0) { $0 + $1.bytes },
        missing: keys.count - used.count),
      lastRender: .init(
        drafts: records.count, made: spans.filter { $0.state == .made }.count,
        taken: spans.filter { $0.state == .taken }.count),
      oldestUse: entries.first.map { $0.lastUse.formatted(.iso8601) })
  }

  /// Removes what was unused longest, or all that no present draft of this workspace was joined
  /// from; with `--dry-run` it only says what would go.
  ///
  /// - Parameters:
  ///   - bytes: What may stay; nil means the settings' limit.
  ///   - unused: Whether everything goes but what the present drafts use.
  /// - Throws: `WorkspaceError` with code `locked` while another process renders here.
  public func pruneStore(to bytes: Int?, unused: Bool) throws -> ContentStore.Pruned {
    let store = try store()
    let lock = options.dryRun ? nil : try RunLock(workspace, verb: "store")
    defer { withExtendedLifetime(lock) {} }
    if unused, store.folder != workspace.work("store") {
      reporter.say(
        "note: others who share '\(store.folder.path)' will make anew what only they used")
    }
    let keys = unused ? Set(presentRecords().flatMap(\.spans).map(\.key)) : []
    return store.prune(to: unused ? 0 : bytes, sparing: keys, dryRun: options.dryRun)
  }

  /// What a draft was joined from, on each wanted platform that has it, and how many of the parts
  /// the store no longer has.
  ///
  /// - Parameter name: The draft's id, or `platform/id`.
  /// - Throws: `PipelineError` with code `inputMissing` when nothing is rendered, `inputInvalid` for
  ///   a draft that is not there.
  public func storedParts(
    of name: String
  ) throws -> (records: [RenderRecord], missing: Int) {
    let records = presentRecords()
    guard !records.isEmpty else {
      throw PipelineError(
        .inputMissing, "no draft with a record of its parts is there: run 'shopreel render' first")
    }
    let found = records.filter {
      (options.platforms?.contains($0.platform) ?? true)
        && [$0.id, "\($0.platform)/\($0.id)"].contains(name)
    }
    guard !found.isEmpty else {
      let names = records.map { name.contains("/") ? "\($0.platform)/\($0.id)" : $0.id }
      let hint = nearest(to: name, among: Set(names).sorted()).map { "; did you mean '\($0)'?" }
      throw PipelineError(.inputInvalid, "no draft '\(name)' is rendered here\(hint ?? "")")
    }
    let store = try store()
    let missing = Set(found.flatMap(\.spans).map(\.key)).filter { !store.contains($0) }
    return (found, missing.count)
  }

  /// The records of all drafts that lie there, whatever is asked for; unreadable ones are left out.
  private func presentRecords() -> [RenderRecord] {
    workspace.files(below: "work/renders").filter { $0.hasSuffix(".json") }.compactMap { name in
      let url = workspace.root.appendingPathComponent(name)
      guard let record = try? workspace.read(RenderRecord.self, at: url) else { return nil }
      let movie = workspace.drafts("\(record.platform.slug)/\(record.id.slug).mp4")
      return FileManager.default.fileExists(atPath: movie.path) ? record : nil
    }
  }
}
