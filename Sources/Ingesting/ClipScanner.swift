public import Media
public import Model
import Timing

/// Looks through one clip: its slates, and how good its moments are.
///
/// Where the file's index tells its key frames, only its ends, the neighbourhood of slates and every
/// fourth second are looked at finely; of the rest, one picture a second. Without such an index all
/// is decoded, and pictures that no sample wants are passed over as far as the coding allows.
public struct ClipScanner: Sendable {
  private let policy: IngestPolicy
  private let threads: Int

  /// - Parameter threads: Threads of the decoder.
  public init(policy: IngestPolicy, threads: Int = 2) {
    self.policy = policy
    self.threads = threads
  }

  /// Equal for policies whose scans give equal reports.
  public static func key(of policy: IngestPolicy) -> String {
    let slates = policy.slates
    let quality = policy.quality
    let figures: [Double] = [
      slates.step, Double(slates.longSide), slates.head, slates.tail, Double(slates.endLongSide),
      slates.mergeGap, Double(quality.longSide), Double(quality.dark), Double(quality.bright),
    ]
    return "scan/11 " + figures.map { "\($0)" }.joined(separator: " ")
  }

  /// Scans a clip whose facts are known.
  ///
  /// A file that breaks off is reported as far as it goes.
  /// - Parameter progress: Is told now and then how much of the clip is done, 0…1.
  /// - Throws: `MediaError` when no picture of it can be decoded, `.cancelled` when `isCancelled`
  ///   says so.
  public func scan(
    _ path: String, facts: MediaFacts, progress: (Double) -> Void = { _ in },
    isCancelled: @escaping () -> Bool = { false }
  ) throws -> ClipReport {
    let step = Time(decimal: policy.slates.step)
    var pass = ScanPass(policy: policy, end: facts.duration)
    var fault: MediaError?
    var longestGap = Time.zero
    do {
      let reader = try GrayReader(
        path: path, longSide: max(policy.slates.longSide, policy.slates.endLongSide),
        threads: threads, isCancelled: isCancelled)
      if let walk = ScanWalk(reader, policy: policy.slates, end: facts.duration) {
        try walk.run(&pass, progress, isCancelled)
      } else {
        try reader.readAll(every: step) {
          pass.add($1, at: $0, tint: reader.tint)
          if let end = facts.duration, end > .zero { progress($0.decimal / end.decimal) }
          return !isCancelled()
        }
      }
      longestGap = reader.longestGap
    } catch let error as MediaError {
      fault = error
    }
    if isCancelled() { throw MediaError(.cancelled, "the scan was given up", path: path) }
    guard let readable = pass.readable(longestGap: longestGap) else {
      throw fault ?? MediaError(.noPicture, "none of its pictures can be decoded", path: path)
    }
    let sound =
      facts.audio == nil
      ? nil
      : SoundScan().listen(
        to: path, length: readable.decimal, step: step, isCancelled: isCancelled)
    return ClipReport(
      facts: TakeFacts(facts, duration: facts.duration ?? readable), readable: readable,
      slates: pass.track.spans(gap: Time(decimal: policy.slates.mergeGap)), step: step,
      samples: pass.line.samples, faces: pass.look.faces, prints: pass.look.prints, sound: sound,
      subjects: pass.subjects.report)
  }
}

extension TakeFacts {
  init(_ facts: MediaFacts, duration: Time) {
    self.init(
      width: facts.video?.displayWidth ?? 0, height: facts.video?.displayHeight ?? 0,
      rate: facts.video?.rate, rotation: facts.video?.rotation ?? 0,
      hdr: facts.video?.hdr?.rawValue, audio: facts.audio != nil, duration: duration)
  }
}
