import Foundation
import Model
import Workspace

/// The sidecar of the edition before: what the review page compares a draft with.
extension Line {
  private func earlier(_ platform: String, _ id: String) -> URL {
    workspace.work("editions/\(platform)/\(id).json")
  }

  /// Keeps the sidecars of drafts that are about to be made anew.
  func setAside(_ timelines: [Timeline]) {
    for timeline in timelines {
      let now = sidecar(timeline.platform, timeline.id)
      guard let data = FileManager.default.contents(atPath: now.path) else { continue }
      _ = try? AtomicFile.update(data, at: earlier(timeline.platform, timeline.id))
    }
  }

  /// The edition before this one; nil where there is none.
  func earlierEdition(of draft: Draft) -> Draft? {
    let before = try? workspace.read(Draft.self, at: earlier(draft.platform, draft.id))
    return before.flatMap { $0 }.flatMap { $0.edition == draft.edition ? nil : $0 }
  }
}
