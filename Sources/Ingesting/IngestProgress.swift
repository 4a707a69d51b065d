import Timing

/// What became of one file, or how far it is, while the others are still looked at.
public struct IngestProgress: Sendable {
  public enum Outcome: String, Sendable { case underway, scanned, known, broken, skipped }

  /// Relative to the workspace.
  public var file: String
  public var outcome: Outcome
  /// How much of the file is done, in bytes of it.
  public var bytes: Int
  /// Seconds of film that were scanned, once the clip is done.
  public var seconds = 0.0

  /// - Parameter share: How much of the clip is done, 0…1.
  init(_ file: SourceFile, share: Double) {
    self.file = file.path
    outcome = .underway
    bytes = Int(Double(file.bytes) * min(1, max(0, share)))
  }

  init(_ file: SourceFile, _ look: FileLook) {
    self.file = file.path
    bytes = file.bytes
    switch look {
    case .report(let report, let isNew):
      outcome = isNew ? .scanned : .known
      if isNew, case .clip(let clip) = report { seconds = clip.readable.decimal }
    case .broken: outcome = .broken
    case .shotLog: outcome = .known
    case .skipped: outcome = .skipped
    }
  }
}
