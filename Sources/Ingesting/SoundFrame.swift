import Foundation

/// A fiftieth of a second of sound.
struct SoundFrame {
  /// dBFS, mean of squares.
  var level: Double
  /// Largest sample, 0…1.
  var peak: Double
  /// Share of samples at full scale.
  var clipped: Double
  /// Strength between 250 and 4000 Hz.
  var band: Double
  /// How alike it is to itself a pitch period later, 0…1.
  var harmony: Double
  /// Share of neighbouring samples with unlike signs.
  var crossings: Double
}

/// Cuts sound at 16 kHz into frames.
struct SoundFramer {
  static let rate = 16000
  /// Samples between two frames.
  static let hop = 320
  /// Samples that a frame looks at.
  static let reach = 640

  /// The frames of samples in a row; the last ones need `reach` samples to stand before the end.
  static func frames(of samples: [Float]) -> [SoundFrame] {
    guard samples.count >= reach else { return [] }
    let band = inBand(samples)
    return stride(from: 0, through: samples.count - reach, by: hop).map { start in
      frame(samples[start..<start + reach], band[start..<start + reach])
    }
  }

  private static func frame(_ samples: ArraySlice<Float>, _ band: ArraySlice<Float>) -> SoundFrame {
    var (square, banded, peak) = (Float(0), Float(0), Float(0))
    var (full, crossings) = (0, 0)
    var last: Float = 0
    for sample in samples.prefix(512) {
      let value = sample.isFinite ? sample : 0
      square += value * value
      peak = max(peak, abs(value))
      if abs(value) >= 0.999 { full += 1 }
      if (value < 0) != (last < 0) { crossings += 1 }
      last = value
    }
    for value in band { banded += value * value }
    return SoundFrame(
      level: decibels(Double(square) / 512), peak: Double(peak), clipped: Double(full) / 512,
      band: (Double(banded) / Double(reach)).squareRoot(), harmony: harmony(samples),
      crossings: Double(crossings) / 512)
  }

  /// The best correlation with itself 2.5 to 14 ms later, at a quarter of the rate.
  private static func harmony(_ samples: ArraySlice<Float>) -> Double {
    var low = [Float](repeating: 0, count: reach / 4)
    var at = samples.startIndex
    for index in low.indices {
      low[index] = (samples[at] + samples[at + 1] + samples[at + 2] + samples[at + 3]) / 4
      at += 4
    }
    let mean = low.reduce(0, +) / Float(low.count)
    for index in low.indices { low[index] -= mean }
    return low.withUnsafeBufferPointer { low in
      var best: Float = 0
      for lag in 10..<58 {
        var (both, first, second) = (Float(0), Float(1e-9), Float(1e-9))
        for index in 0..<low.count - lag {
          both += low[index] * low[index + lag]
          first += low[index] * low[index]
          second += low[index + lag] * low[index + lag]
        }
        best = max(best, both / (first * second).squareRoot())
      }
      return best.isFinite ? Double(best) : 0
    }
  }

  /// Two one-pole pairs: what lies between 250 and 4000 Hz.
  private static func inBand(_ samples: [Float]) -> [Float] {
    var band = [Float](repeating: 0, count: samples.count)
    var (lowX, lowY, highX, highY) = (Float(0), Float(0), Float(0), Float(0))
    // 1 - e^(-2π f / rate) at 250 and at 4000 Hz.
    let (rumble, hiss) = (Float(0.0935), Float(0.792))
    for index in samples.indices {
      let value = samples[index].isFinite ? samples[index] : 0
      lowX += rumble * (value - lowX)
      lowY += rumble * (value - lowX - lowY)
      highX += hiss * (value - lowX - lowY - highX)
      highY += hiss * (highX - highY)
      band[index] = highY
    }
    return band
  }

  static func decibels(_ square: Double) -> Double {
    square > 1e-10 ? 10 * log10(square) : -100
  }
}
