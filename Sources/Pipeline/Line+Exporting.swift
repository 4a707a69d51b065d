import Exporting
import Foundation
import Model
import Workspace

extension Line {
  /// Writes every wanted timeline to `exports/otio/`, with media by absolute address.
  ///
  /// - Returns: Paths relative to the workspace.
  /// - Throws: `PipelineError` before the first `cut`; `WorkspaceError` when writing fails.
  public func exportTimelines() throws -> [String] {
    var report = StageReport(.cut, .made)
    let timelines = try timelines(&report)
    let stage = OTIOExport(root: workspace.root)
    return try timelines.map { timeline in
      let name = "exports/otio/\(timeline.id).otio"
      if !options.dryRun {
        try AtomicFile.update(
          try stage.run(timeline), at: workspace.root.appendingPathComponent(name))
      }
      return name
    }
  }
}
