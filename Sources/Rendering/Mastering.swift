import Foundation
import Media
import Model

/// Brings a finished mix to the platform's loudness and below its true peak, by measuring what the
/// encoder makes of it: lossy coding can lift a peak by more than a decibel.
struct Mastering {
  let target: Platform.SoundRule
  let encoding: SoundEncoding
  /// A folder for trial encodings; emptied by whoever made it.
  let scratch: URL

  /// Decibels below the true-peak limit at the first trial.
  private static let headroom = 0.5

  /// - Throws: `MediaError` when a filter or the encoder is missing from FFmpeg.
  func master(_ mix: SoundBuffer) throws -> SoundBuffer {
    guard let measured = try Loudness.measure(mix).integrated, measured > -70 else { return mix }
    var gain = target.loudness - measured
    var ceiling = target.truePeak - Mastering.headroom
    var result = mix
    for _ in 0..<6 {
      result = try limited(amplified(mix, by: gain), to: ceiling)
      let reached = try encoded(result)
      let off = target.loudness - (reached.integrated ?? target.loudness)
      let over = reached.truePeak - target.truePeak
      if abs(off) < 0.2, over < -0.05 { break }
      if over >= -0.05 { ceiling -= over + 0.2 }
      gain += off
    }
    return result
  }

  /// How loud the sound is once it has been encoded.
  private func encoded(_ sound: SoundBuffer) throws -> Loudness {
    let file = scratch.appendingPathComponent("trial.m4a")
    let writer = try MovieWriter(path: file.path, video: nil, sound: encoding)
    try writer.write(sound)
    try writer.finish()
    return try Loudness.measure(file: file.path)
  }

  private func amplified(_ mix: SoundBuffer, by decibels: Double) -> SoundBuffer {
    let factor = Float(pow(10, decibels / 20))
    var result = mix
    for index in result.samples.indices { result.samples[index] *= factor }
    return result
  }

  private func limited(_ mix: SoundBuffer, to ceiling: Double) throws -> SoundBuffer {
    guard try Loudness.measure(mix).truePeak > ceiling else { return mix }
    let factor = pow(10, ceiling / 20)
    return try mix.filtered(
      "aresample=192000,alimiter=limit=\(factor):attack=3:release=60:level=false,"
        + "aresample=\(mix.rate)")
  }
}
