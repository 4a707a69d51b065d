public import Media
public import Model
import Pixels
import Timing

/// Looks through one clip: its slates, and how good its moments are.
///
/// One pass at an even pace serves both. Pictures are searched small; at the clip's ends, where
/// slates are shown, also at full size when nothing was found.
public struct ClipScanner: Sendable {
  private let policy: IngestPolicy
  private let reader = SlateReader()

  public init(policy: IngestPolicy) { self.policy = policy }

  /// Equal for policies whose scans give equal reports.
  public static func key(of policy: IngestPolicy) -> String {
    let slates = policy.slates
    let quality = policy.quality
    let figures: [Double] = [
      slates.step, Double(slates.longSide), slates.head, slates.tail, Double(slates.endLongSide),
      slates.mergeGap, Double(quality.longSide), Double(quality.dark), Double(quality.bright),
    ]
    return "scan/2 " + figures.map { "\($0)" }.joined(separator: " ")
  }

  /// Scans a clip whose facts are known.
  ///
  /// A file that breaks off is reported as far as it goes.
  /// - Throws: `MediaError` when no picture of it can be decoded, `.cancelled` when `isCancelled`
  ///   says so.
  public func scan(
    _ path: String, facts: MediaFacts, isCancelled: () -> Bool = { false }
  ) throws -> ClipReport {
    let step = Time(decimal: policy.slates.step)
    var pass = Pass(policy: policy, reader: reader, end: facts.duration)
    var fault: MediaError?
    do {
      let longSide = max(policy.slates.longSide, policy.slates.endLongSide)
      try GraySampler.forEach(of: path, every: step, longSide: longSide) {
        pass.add($1, at: $0)
        return !isCancelled()
      }
    } catch let error as MediaError {
      fault = error
    }
    if isCancelled() { throw MediaError(.cancelled, "the scan was given up", path: path) }
    guard let last = pass.last else {
      throw fault ?? MediaError(.noPicture, "none of its pictures can be decoded", path: path)
    }
    let readable = pass.end(after: last + step, of: facts.duration)
    return ClipReport(
      facts: TakeFacts(facts, duration: facts.duration ?? readable), readable: readable,
      slates: pass.track.spans(gap: Time(decimal: policy.slates.mergeGap)), step: step,
      samples: pass.samples)
  }

  /// What one pass gathers.
  private struct Pass {
    var track = SlateTrack()
    var samples: [QualitySample] = []
    var last: Time?
    private let policy: IngestPolicy.Slates
    private let reader: SlateReader
    /// Samples of a day and a half: what claims to be longer is no clip.
    private static let most = 500_000
    private var longestGap = 0.0
    /// The clip's length by its container.
    private let end: Time?
    private var meter: QualityMeter

    init(policy: IngestPolicy, reader: SlateReader, end: Time?) {
      self.policy = policy.slates
      self.reader = reader
      self.end = end
      meter = QualityMeter(policy: policy.quality)
    }

    /// Where the clip has no picture for a sample, the one before stands for it.
    mutating func add(_ image: GrayImage, at time: Time) {
      let small = image.fitted(within: policy.longSide)
      track.add(reader.look(at: image, small: small, isNearEnd: isNearEnd(time)), at: time)
      let sample = meter.measure(small)
      let index = Int(max(0, min((time.decimal / policy.step).rounded(), 1e9)))
      guard index < Pass.most else { return }
      while samples.count < index { samples.append(samples.last ?? sample) }
      samples.append(sample)
      if let last { longestGap = max(longestGap, time.decimal - last.decimal) }
      last = time
    }

    /// A picture may stand as long as others did; where much more is missing, the file breaks off.
    func end(after seen: Time, of duration: Time?) -> Time {
      guard let duration, seen < duration else { return duration ?? seen }
      let lost = duration.decimal - seen.decimal
      return lost <= 2 * max(longestGap, policy.step) ? duration : seen
    }

    private func isNearEnd(_ time: Time) -> Bool {
      time.decimal < policy.head || end.map { time.decimal > $0.decimal - policy.tail } ?? false
    }
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
