import Checking
import Foundation
import Media
import Model
import Presets
import Threading
import Workspace

extension Line {
  /// Drafts as their sidecars tell them, sorted by who still wants them.
  struct DraftFolder {
    /// A timeline stands for each.
    var planned: [Draft] = []
    /// Made once, planned no longer; kept until somebody removes them.
    var leftOver: [Draft] = []
    var broken: [StageReport.Failure] = []
  }

  /// Every sidecar below `drafts/`; ones that cannot be read are named.
  func draftFolder() -> DraftFolder {
    var folder = DraftFolder()
    for name in workspace.files(below: "drafts") where name.hasSuffix(".json") {
      do {
        let url = workspace.root.appendingPathComponent(name)
        guard let draft = try workspace.read(Draft.self, at: url) else { continue }
        let isPlanned = FileManager.default.fileExists(atPath: timelineFile(draft.id.slug).path)
        isPlanned ? folder.planned.append(draft) : folder.leftOver.append(draft)
      } catch {
        folder.broken.append(.init(name, "\(error)"))
      }
    }
    return folder
  }

  private func isWanted(_ draft: Draft) -> Bool {
    wants(draft.sku)
      && (options.platforms ?? settings.platforms).contains(draft.platform)
  }

  func movie(of draft: Draft) -> URL {
    workspace.drafts("\(draft.platform.slug)/\(draft.file.fileSlug)")
  }

  /// What every draft's files hold now, by name; checks aside, which are a result of their own.
  func draftStates() -> [String: String] {
    var states: [String: String] = [:]
    for name in workspace.files(below: "drafts") where !name.hasSuffix("index.html") {
      let file = workspace.root.appendingPathComponent(name)
      states[name] = name.hasSuffix(".json") ? uncheckedHash(file) : hash(file)
    }
    return states
  }

  private func uncheckedHash(_ sidecar: URL) -> String {
    let hash = try? ledger.digest(of: sidecar, as: "unchecked draft") { data in
      var draft = try Draft.decoded(from: data)
      draft.checks = []
      return try draft.encoded()
    }
    return hash ?? self.hash(sidecar)
  }

  func checkDrafts() async throws -> StageReport {
    var report = StageReport(.check, .made)
    let folder = draftFolder()
    report.failed = folder.broken
    let wanted = folder.planned.filter(isWanted)
    let scripts = Dictionary(
      (try? scripts().map { ($0.id, $0) }) ?? [], uniquingKeysWith: { first, _ in first })
    let presets = Dictionary(
      try platforms().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let encoder = try self.presets.quality(for: settings.render).encoder
    let codec = Components.codec(ofEncoder: encoder) ?? "h264"
    let requests = wanted.compactMap { draft -> CheckRequest? in
      guard let platform = presets[draft.platform] else { return nil }
      return CheckRequest(
        draft: draft, script: scripts[draft.script], platform: platform,
        movie: movie(of: draft).path,
        cover: workspace.drafts("\(draft.platform.slug)/\(draft.cover.fileSlug)").path,
        contentHash: try? ledger.contentHash(of: movie(of: draft)), codec: codec)
    }
    reporter.begin(.check, items: requests.count)
    let checked = await Workers.map(requests, jobs: options.jobs) { request, _ in
      let result = self.checked(request)
      reporter.item("\(result.platform)/\(result.id)", result.pass ? "pass" : "fail")
      return result
    }
    try checkInterrupted()
    try workspace.write(
      Checks(drafts: merged(checked, into: folder.planned)), at: workspace.work("checks.json"))
    try note(checked, in: wanted)
    report.made = checked.filter(\.pass).count
    report.failed += checked.flatMap(failures)
    report.places = ["work/checks.json"]
    return report
  }

  /// Writes each draft's checks into its sidecar.
  private func note(_ checked: [CheckedDraft], in drafts: [Draft]) throws {
    let results = Dictionary(
      checked.map { ("\($0.platform)/\($0.id)", $0.checks) }, uniquingKeysWith: { $1 })
    for var draft in drafts {
      guard let checks = results["\(draft.platform)/\(draft.id)"], checks != draft.checks else {
        continue
      }
      draft.checks = checks
      try workspace.write(draft, at: sidecar(draft.platform, draft.id))
    }
  }

  /// What was checked now, and what was known of the other drafts, in the drafts' order.
  private func merged(_ checked: [CheckedDraft], into planned: [Draft]) -> [CheckedDraft] {
    let before = try? workspace.read(Checks.self, at: workspace.work("checks.json"))
    let known = Dictionary(
      ((before?.drafts ?? []) + checked).map { ("\($0.platform)/\($0.id)", $0) },
      uniquingKeysWith: { $1 })
    return planned.compactMap { known["\($0.platform)/\($0.id)"] }
  }

  private func failures(_ draft: CheckedDraft) -> [StageReport.Failure] {
    draft.checks.filter { !$0.pass }.map {
      .init(
        "\(draft.platform)/\(draft.id)", "\($0.name) is \($0.value); it must be \($0.limit)")
    }
  }

  /// A draft's checks, from the ledger where the same were made before.
  func checked(_ request: CheckRequest) -> CheckedDraft {
    if let known = known(request) { return known }
    let result = CheckStage().run(request)
    remember(result, for: request)
    return result
  }

  /// The same bytes, words and limits give the same checks.
  private func key(_ request: CheckRequest) -> String? {
    guard let hash = request.contentHash,
      FileManager.default.fileExists(atPath: request.cover)
    else { return nil }
    var draft = request.draft
    (draft.checks, draft.timings) = ([], [:])
    var print = Fingerprint()
    print.add("version", CheckStage.version)
    print.add("movie", hash)
    print.add("codec", request.codec)
    print.add("draft", draft)
    print.add("platform", request.platform)
    print.add("post", request.script?.post[request.platform.id])
    return "check:" + print.text
  }

  private func known(_ request: CheckRequest) -> CheckedDraft? {
    guard let key = key(request), let data = try? ledger.report(key) else { return nil }
    return try? JSONDecoder().decode(CheckedDraft.self, from: data)
  }

  private func remember(_ result: CheckedDraft, for request: CheckRequest) {
    guard let key = key(request), let data = try? JSONEncoder().encode(result) else { return }
    try? ledger.keep(data, under: key)
  }
}
