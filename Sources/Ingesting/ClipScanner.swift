public import Media
public import Model
import Pixels
import Timing

/// Looks through one clip: its slates, and how good its moments are.
///
/// One pass at an even pace serves both; only where it finds no slate are the clip's ends searched
/// again in larger pictures.
public struct ClipScanner: Sendable {
  private let policy: IngestPolicy
  private let reader = SlateReader()

  public init(policy: IngestPolicy) { self.policy = policy }

  /// Equal for policies whose scans give equal reports.
  public static func key(of policy: IngestPolicy) -> String {
    let slates = policy.slates
    let quality = policy.quality
    let figures: [Double] = [
      slates.step, Double(slates.longSide), slates.head, slates.tail, Double(slates.retryLongSide),
      slates.retryStep, slates.mergeGap, Double(quality.longSide), Double(quality.dark),
      Double(quality.bright),
    ]
    return "scan/1 " + figures.map { "\($0)" }.joined(separator: " ")
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
    var pass = Pass(policy: policy, reader: reader, step: step)
    var fault: MediaError?
    do {
      try GraySampler.forEach(of: path, every: step, longSide: policy.slates.longSide) {
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
    let readable = facts.duration.map { min($0, last + step) } ?? last + step
    if pass.track.isEmpty {
      searchAgain(path, facts: facts, end: readable, into: &pass.track, isCancelled)
    }
    return ClipReport(
      facts: TakeFacts(facts, duration: facts.duration ?? readable), readable: readable,
      slates: pass.track.spans(gap: Time(decimal: policy.slates.mergeGap)), step: step,
      samples: pass.samples)
  }

  /// Larger pictures of the head, then of the tail.
  private func searchAgain(
    _ path: String, facts: MediaFacts, end: Time, into track: inout SlateTrack,
    _ isCancelled: () -> Bool
  ) {
    let slates = policy.slates
    let longest = facts.video.map { max($0.displayWidth, $0.displayHeight) } ?? 0
    let longSide = min(slates.retryLongSide, longest)
    guard Double(longSide) >= Double(slates.longSide) * 1.25 else { return }
    let head = Time(decimal: slates.head)
    let tail = max(head, end - Time(decimal: slates.tail))
    for range in [TimeRange(from: .zero, to: min(head, end)), TimeRange(from: tail, to: end)]
    where range.duration > .zero {
      var found = SlateTrack()
      // What cannot be decoded here was not readable in the first pass either.
      try? GraySampler.forEach(
        of: path, every: Time(decimal: slates.retryStep), range: range, longSide: longSide
      ) { time, image in
        for sighting in reader.read(image) { found.add(sighting, at: time) }
        return !isCancelled()
      }
      track.add(found)
    }
  }

  /// What one pass gathers.
  private struct Pass {
    var track = SlateTrack()
    var samples: [QualitySample] = []
    var last: Time?
    private let reader: SlateReader
    private let step: Time
    private var meter: QualityMeter

    init(policy: IngestPolicy, reader: SlateReader, step: Time) {
      self.reader = reader
      self.step = step
      meter = QualityMeter(policy: policy.quality)
    }

    /// Where the clip has no picture for a sample, the one before stands for it.
    mutating func add(_ image: GrayImage, at time: Time) {
      for sighting in reader.read(image) { track.add(sighting, at: time) }
      let sample = meter.measure(image)
      let place = min(max(0, Int((time.seconds / step.seconds).rounded)), samples.count + 100_000)
      while samples.count < place { samples.append(samples.last ?? sample) }
      samples.append(sample)
      last = time
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
