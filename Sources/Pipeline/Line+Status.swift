import Foundation
import Model
import Workspace

/// How one stage stands.
public struct StageStatus: Sendable, Codable {
  public enum State: String, Sendable, Codable { case fresh, stale, missing, failed }

  public var verb: Verb
  public var state: State
  /// Counts and faults, for a person.
  public var detail: String
}

extension Line {
  /// How every stage stands, without doing anything.
  ///
  /// - Throws: `DiagnosticsError` for presets that do not hold.
  public func status() throws -> [StageStatus] {
    var upstreamStale = false
    return try Verb.allCases.map { verb in
      let detail = self.detail(of: verb)
      guard let detail else {
        upstreamStale = true
        return StageStatus(verb: verb, state: .missing, detail: "")
      }
      let isStale = try upstreamStale || !isFresh(verb)
      upstreamStale = isStale
      let failed = failures(of: verb)
      return StageStatus(
        verb: verb, state: failed > 0 ? .failed : isStale ? .stale : .fresh,
        detail: failed > 0 ? "\(detail), \(failed) failed" : detail)
    }
  }

  /// What a stage has left; nil when it has left nothing.
  private func detail(of verb: Verb) -> String? {
    switch verb {
    case .import:
      (try? workspace.read(Catalogue.self, at: workspace.work("products.json")))?.map {
        "\($0.products.count) products, \($0.problems.count) problems"
      }
    case .select:
      (try? workspace.read(Selection.self, at: workspace.work("selection.json")))?.map {
        "\($0.selected.count) selected, \($0.rejected.count) left out"
      }
    case .script: count("work/scripts", ".json", "scripts")
    case .shotlist:
      (try? workspace.read(ShotList.self, at: workspace.work("shotlist/shotlist.json")))?.map {
        "\($0.totals.shots) shots in \(Int($0.totals.minutes)) minutes"
      }
    case .ingest:
      (try? workspace.read(Takes.self, at: workspace.work("takes.json")))?.map {
        "\($0.takes.count) takes, \($0.photos.count) photos, \($0.orphans.count) orphans, "
          + "\($0.broken.count) broken, \($0.missing.count) shots missing"
      }
    case .cut: count("work/timelines", ".otio", "timelines")
    case .render: count("drafts", ".mp4", "drafts")
    case .check:
      (try? workspace.read(Checks.self, at: workspace.work("checks.json")))?.map {
        "\($0.drafts.filter(\.pass).count) of \($0.drafts.count) pass"
      }
    case .review:
      FileManager.default.fileExists(atPath: workspace.drafts("index.html").path)
        ? "drafts/index.html" : nil
    }
  }

  private func count(_ folder: String, _ ending: String, _ noun: String) -> String? {
    let files = workspace.files(below: folder).filter { $0.hasSuffix(ending) }
    return files.isEmpty ? nil : "\(files.count) \(noun)"
  }

  private func failures(of verb: Verb) -> Int {
    guard verb == .check,
      let checks = try? workspace.read(Checks.self, at: workspace.work("checks.json"))
    else { return 0 }
    return checks.drafts.filter { !$0.pass }.count
  }
}

extension Optional {
  fileprivate func map<T, U>(_ body: (T) -> U) -> U? where Wrapped == T? {
    self.flatMap { $0 }.map(body)
  }
}
