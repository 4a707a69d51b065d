import Foundation
public import Model
import Workspace

extension Line {
  /// Runs every stage that is out of date, in order; an item that fails does not stop the others.
  ///
  /// - Throws: `DiagnosticsError` and `PipelineError` when a whole stage cannot begin.
  public func run(_ verbs: [Verb] = Verb.allCases) async throws -> [StageReport] {
    let lock = try begin("run")
    defer { withExtendedLifetime(lock) {} }
    var reports: [StageReport] = []
    for verb in verbs.sorted() {
      try checkInterrupted()
      if verb > .import, options.skus != nil, !options.dryRun { _ = try catalogue() }
      let report = try await runIfStale(
        verb, upstreamStale: reports.contains { $0.state == .stale })
      tell(report)
      reports.append(report)
      if options.strict, !report.isWhole { break }
    }
    return reports
  }

  /// Runs one stage, whatever its state, and says which earlier stage is missing or out of date.
  ///
  /// - Throws: `DiagnosticsError` and `PipelineError` when the stage cannot begin.
  public func runAlone(_ verb: Verb) async throws -> StageReport {
    let lock = try begin(verb.rawValue)
    defer { withExtendedLifetime(lock) {} }
    for earlier in verb.needs where try !isFresh(earlier) {
      reporter.say("note: '\(earlier.rawValue)' is out of date; 'shopreel run' does all in order")
    }
    if options.dryRun { return StageReport(verb, .stale) }
    let report = try await timed(verb)
    tell(report)
    return report
  }

  /// Takes the workspace and clears away the half files of a run that was killed; nil for a run
  /// that writes nothing.
  private func begin(_ verb: String) throws -> RunLock? {
    guard !options.dryRun else { return nil }
    let lock = try RunLock(workspace, verb: verb)
    if let before = lock.leftBy {
      reporter.say("note: \(before.words), ended before it was done; going on from there")
    }
    workspace.removeParts(below: ["work", "drafts", "exports"])
    return lock
  }

  func checkInterrupted() throws {
    if Task.isCancelled { throw PipelineError(.interrupted, "interrupted; what is done is kept") }
  }

  private func runIfStale(_ verb: Verb, upstreamStale: Bool) async throws -> StageReport {
    if !upstreamStale, try isFresh(verb) { return StageReport(verb, .fresh) }
    if options.dryRun { return StageReport(verb, .stale) }
    return try await timed(verb)
  }

  private func timed(_ verb: Verb) async throws -> StageReport {
    let start = ContinuousClock.now
    let print = try fingerprint(of: verb)
    var report = try await make(verb)
    let elapsed = (ContinuousClock.now - start).components
    report.seconds =
      Double(elapsed.seconds) + Double(elapsed.attoseconds / 1_000_000_000_000_000) / 1000
    if !options.isPartial, report.failed.isEmpty, report.left.isEmpty, !Task.isCancelled {
      try ledger.record(print, for: verb.rawValue)
      try ledger.record(state(of: verb), for: verb.rawValue + " result")
    }
    return report
  }

  private func make(_ verb: Verb) async throws -> StageReport {
    switch verb {
    case .import: try importCatalogue()
    case .select: try selectProducts()
    case .script: try writeScripts()
    case .shotlist: try listShots()
    case .ingest: try await ingestMedia()
    case .cut: try await cutTimelines()
    case .render: try await renderDrafts()
    case .check: try await checkDrafts()
    case .review: try makeReviewPage()
    }
  }

  /// Whether nothing a stage depends on has changed since it was last made, and its result is there.
  public func isFresh(_ verb: Verb) throws -> Bool {
    try ledger.fingerprint(of: verb.rawValue) == fingerprint(of: verb)
      && ledger.fingerprint(of: verb.rawValue + " result") == state(of: verb)
  }

  private func tell(_ report: StageReport) {
    reporter.end()
    for finding in report.findings { reporter.complain("\(finding)") }
    for failure in report.failed {
      reporter.complain("error: \(report.verb.rawValue) \(failure.item): \(failure.reason)")
    }
    for item in report.left {
      reporter.complain("left for the next run: \(item.item): \(item.reason)")
    }
  }
}
