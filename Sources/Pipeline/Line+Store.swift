import Media
import Model
import Presets
import Workspace

extension Line {
  /// The quality of the settings with the one encoder that they choose.
  ///
  /// - Throws: `DiagnosticsError` for an unknown encoder, `PipelineError` with code
  ///   `componentMissing` for one that this FFmpeg lacks.
  func quality() throws -> Quality {
    let quality = try presets.quality(for: settings.render)
    guard Components.hasEncoder(quality.encoder) else {
      throw PipelineError(
        .componentMissing,
        "this FFmpeg has no '\(quality.encoder)' encoder, which 'render.encoder' or the quality"
          + " '\(quality.id)' asks for; 'shopreel doctor' lists those that are here")
    }
    return quality
  }

  /// Where encoded spans are kept, and how many bytes of them.
  ///
  /// - Throws: `WorkspaceError` when `$SHOPREEL_STORE` is not an absolute folder.
  func store() throws -> ContentStore {
    ContentStore(
      at: try workspace.store(), limit: Int(settings.render.storeGb * 1_000_000_000))
  }
}
