import Model
import Presets

extension Line {
  /// The quality of the settings with the one encoder that they choose, tried on this machine.
  ///
  /// - Throws: `DiagnosticsError` for an unknown encoder, `PipelineError` with code
  ///   `componentMissing` for one that is not here or does not work, `inputInvalid` for one that
  ///   refuses its options.
  func quality() throws -> Quality {
    let quality = try presets.quality(for: settings.render)
    switch EncoderTrial(quality).outcome {
    case .works: return quality
    case .absent:
      throw PipelineError(
        .componentMissing,
        "this FFmpeg has no '\(quality.encoder)' encoder, which 'render.encoder' or the quality"
          + " '\(quality.id)' asks for; 'shopreel doctor' lists those that are here")
    case .fails(let reason):
      throw PipelineError(
        .componentMissing,
        "the '\(quality.encoder)' encoder does not work on this machine; 'shopreel doctor' lists"
          + " those that do: \(reason)")
    case .refusesOptions(let reason):
      throw PipelineError(
        .inputInvalid,
        "the options of '\(quality.encoder)' in the quality '\(quality.id)' do not hold: \(reason)")
    }
  }
}
