import Foundation
import Media
import Model

/// Brings a finished mix to the platform's loudness and below its true peak, by measuring.
struct Mastering {
  let target: Platform.SoundRule

  /// Decibels kept free below the true-peak limit, for what the encoder adds.
  private static let headroom = 0.7

  /// - Throws: `MediaError` when a filter is missing from FFmpeg.
  func master(_ mix: SoundBuffer) throws -> SoundBuffer {
    guard let measured = try Loudness.measure(mix).integrated, measured > -70 else { return mix }
    var gain = target.loudness - measured
    var result = mix
    for _ in 0..<4 {
      result = try limited(amplified(mix, by: gain))
      guard let reached = try Loudness.measure(result).integrated else { break }
      let off = target.loudness - reached
      if abs(off) < 0.15 { break }
      gain += off
    }
    return result
  }

  private func amplified(_ mix: SoundBuffer, by decibels: Double) -> SoundBuffer {
    let factor = Float(pow(10, decibels / 20))
    var result = mix
    for index in result.samples.indices { result.samples[index] *= factor }
    return result
  }

  private func limited(_ mix: SoundBuffer) throws -> SoundBuffer {
    let ceiling = target.truePeak - Mastering.headroom
    guard try Loudness.measure(mix).truePeak > ceiling else { return mix }
    let factor = pow(10, ceiling / 20)
    return try mix.filtered(
      "aresample=192000,alimiter=limit=\(factor):attack=3:release=60:level=false,aresample=48000")
  }
}
