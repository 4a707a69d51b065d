import Foundation
import Media
import Model

/// Brings a finished mix to the platform's loudness and below its true peak, by measuring what the
/// encoder makes of it: lossy coding can lift a peak by more than a decibel.
struct Mastering {
  let target: Platform.SoundRule
  let encoding: SoundEncoding

  /// Decibels below the true-peak limit at the first trial.
  private static let headroom = 0.5
  /// Loudness units off the target that are let stand.
  private static let tolerance = 0.2
  private static let rounds = 12
  /// Loudness units that are given up for a peak that does not come down otherwise.
  private static let concession = 0.6

  /// - Returns: The mix encoded; the best trial when none comes within the tolerance.
  /// - Throws: `MediaError` when a filter or the encoder is missing from FFmpeg.
  func master(_ mix: SoundBuffer) throws -> EncodedStream {
    let measured = try Loudness.measure(mix)
    guard let loudness = measured.integrated, loudness > -70 else {
      return try SoundEncoder.encode(mix, encoding)
    }
    var gain = target.loudness - loudness
    var ceiling = target.truePeak - Mastering.headroom
    var best: Trial?
    for round in 0..<Mastering.rounds {
      let trial = try Trial(
        SoundEncoder.encode(
          shaped(mix, gain: gain, peak: measured.truePeak, ceiling: ceiling), encoding), target)
      if best.map({ trial.isBetter(than: $0) }) ?? true { best = trial }
      // Crackle that the limiter holds down comes back louder from the encoder each time the gain
      // makes up for it: then a part of the last loudness unit goes, so that the peak can.
      let concession = round < Mastering.rounds / 2 ? 0 : Mastering.concession
      let off = trial.off - concession
      if trial.isBelowPeak, abs(off) < Mastering.tolerance { break }
      if !trial.isBelowPeak { ceiling -= trial.over + 0.2 }
      gain += off
    }
    return try best?.stream ?? SoundEncoder.encode(mix, encoding)
  }

  /// What the encoder has made of one setting.
  private struct Trial {
    let stream: EncodedStream
    /// Loudness units below the target.
    let off: Double
    /// Decibels above the true-peak limit.
    let over: Double

    init(_ stream: EncodedStream, _ target: Platform.SoundRule) throws {
      let reached = try Loudness.measure(stream)
      self.stream = stream
      off = target.loudness - (reached.integrated ?? target.loudness)
      over = reached.truePeak - target.truePeak
    }

    var isBelowPeak: Bool { over < -0.05 }

    /// The peak goes before the loudness, and among those under it the nearest to the target.
    func isBetter(than other: Trial) -> Bool {
      if isBelowPeak != other.isBelowPeak { return isBelowPeak }
      return isBelowPeak ? abs(off) < abs(other.off) : over < other.over
    }
  }

  /// The mix louder by decibels, and held under a ceiling where it would stand over it.
  private func shaped(_ mix: SoundBuffer, gain: Double, peak: Double, ceiling: Double) throws
    -> SoundBuffer
  {
    var result = mix
    let factor = Float(pow(10, gain / 20))
    for index in result.samples.indices { result.samples[index] *= factor }
    guard peak + gain > ceiling else { return result }
    return try result.filtered(
      "aresample=192000,alimiter=limit=\(pow(10, ceiling / 20)):attack=3:release=60:level=false,"
        + "aresample=\(mix.rate)")
  }
}
