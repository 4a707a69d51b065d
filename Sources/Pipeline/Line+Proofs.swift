import Foundation
import Media
import Model
import Pixels
import Presets
import Rendering
import Timing
import Workspace

extension Line {
  /// What people chose among the covers: draft id → 1 to 3.
  var coverEditsFile: URL { workspace.root.appendingPathComponent("edits/covers.yaml") }

  /// A picture for each finished draft with its platform's buttons over it:
  /// `work/proofs/<platform>/<draft-id>.png`.
  ///
  /// - Returns: Notes about drafts that could not be drawn.
  func drawProofs(of requests: [RenderRequest]) throws -> [String] {
    var notes: [String] = []
    var overlays: [String: PlatformOverlay] = [:]
    for request in requests {
      try checkInterrupted()
      let platform = request.platform
      if overlays[platform.id] == nil {
        overlays[platform.id] = try presets.overlay(platform.id)
      }
      guard
        let draft = try? workspace.read(
          Draft.self, at: sidecar(request.timeline.platform, request.timeline.id))
      else { continue }
      do {
        try workspace.makeFolder("work/proofs/\(platform.id.slug)")
        let file = workspace.work("proofs/\(platform.id.slug)/\(draft.id.fileSlug).png")
        let proof = SafeBoxProof(platform: platform, overlay: overlays[platform.id])
        try StillWriter.write(proof.strip(of: draft, movie: request.movie), to: file.path)
      } catch {
        notes.append("\(request.timeline.id): no proof: \(error)")
      }
    }
    return notes
  }
}

extension SafeBoxProof {
  /// The draft's moments side by side.
  fileprivate func strip(of draft: Draft, movie: URL) throws -> Bitmap {
    let panels = try SafeBoxProof.moments(of: draft).compactMap { moment -> Bitmap? in
      let reader = try PictureReader(
        path: movie.path, range: TimeRange(start: moment, duration: draft.rate.frame),
        framing: Framing(width: draft.width, height: draft.height), rate: draft.rate,
        isStill: false)
      guard let frame = try reader.next()?.bitmap() else { return nil }
      let shown = draft.titles.filter { $0.start <= moment && moment < $0.end }
      return try panel(on: frame, titles: shown)
    }
    return try SafeBoxProof.strip(panels, height: 960)
  }
}
