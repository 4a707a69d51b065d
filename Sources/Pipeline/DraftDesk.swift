import Foundation
import Model
import Rendering
import Synchronization
import Workspace

/// Takes finished drafts: writes sidecar and record, and counts.
final class DraftDesk: Sendable {
  private struct State {
    var made = 0
    var failures: [StageReport.Failure] = []
    var keys: Set<String> = []
  }

  private let line: Line
  private let state = Mutex(State())

  init(line: Line) { self.line = line }

  var made: Int { state.withLock { $0.made } }
  var failures: [StageReport.Failure] { state.withLock { $0.failures } }
  /// Keys of every part that the drafts were put together from.
  var keys: Set<String> { state.withLock { $0.keys } }

  func take(_ request: RenderRequest, _ outcome: RenderOutcome) {
    let (platform, id) = (request.timeline.platform, request.timeline.id)
    do {
      let rendered = try outcome.get()
      let record = RenderRecord(rendered, before: line.record(platform, id))
      try line.workspace.write(record, at: line.recordFile(platform, id))
      try line.workspace.write(rendered.draft, at: line.sidecar(platform, id))
      let taken = record.spans.filter { $0.state == .taken }.count
      line.reporter.item(
        "\(platform)/\(id)",
        "\(rendered.draft.duration), \(rendered.draft.bytes / 1000) kB, "
          + "\(record.spans.count - taken) parts made, \(taken) taken")
      state.withLock {
        $0.made += 1
        $0.keys.formUnion(record.spans.map(\.key))
      }
    } catch {
      line.reporter.item("\(platform)/\(id)", "failed")
      state.withLock { $0.failures.append(.init(id, "\(error)")) }
    }
  }
}

extension Line {
  func recordFile(_ platform: String, _ id: String) -> URL {
    workspace.work("renders/\(platform)/\(id).json")
  }

  func record(_ platform: String, _ id: String) -> RenderRecord? {
    try? workspace.read(RenderRecord.self, at: recordFile(platform, id))
  }
}
