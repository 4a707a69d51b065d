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

  /// - Returns: The mix encoded; the last trial when none comes within the tolerance.
  /// - Throws: `MediaError` when a filter or the encoder is missing from FFmpeg.
  func master(_ mix: SoundBuffer) throws -> EncodedStream {
    let measured = try Loudness.measure(mix)
    guard let loudness = measured.integrated, loudness > -70 else {
      return try SoundEncoder.encode(mix, encoding)
    }
    var gain = target.loudness - loudness
    var ceiling = target.truePeak - Mastering.headroom
    var trial = try SoundEncoder.encode(
      shaped(mix, gain: gain, peak: measured.truePeak, ceiling: ceiling), encoding)
    var isQuieter = false
    for round in 0..<10 {
      let reached = try Loudness.measure(trial)
      let off = target.loudness - (reached.integrated ?? target.loudness)
      let over = reached.truePeak - target.truePeak
      if over < -0.05, abs(off) < Mastering.tolerance || isQuieter { break }
      if over >= -0.05 { ceiling -= over + 0.2 }
      // Crackle that the limiter holds down comes back louder from the encoder each time the gain
      // makes up for it: then the peak goes before the last loudness unit.
      isQuieter = round >= 4
      gain += isQuieter ? min(0, -over - 0.1) : off
      trial = try SoundEncoder.encode(
        shaped(mix, gain: gain, peak: measured.truePeak, ceiling: ceiling), encoding)
    }
    return trial
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
