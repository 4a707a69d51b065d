public import Gating
import Presets

extension Line {
  /// Forbidden words, the brand's own among them, and what copy must bring along.
  ///
  /// - Throws: `DiagnosticsError` for faulty presets.
  public func copyGate() throws -> CopyGate {
    try CopyGate(terms: gate(), structure: StructureCheck(presets.structureRules()))
  }
}
