import Foundation

/// Tells speech from music, noise and silence by how it is built.
///
/// Speech comes in syllables, two to eight a second, with gaps between them; most of it is voiced,
/// and voiced and hissing sounds alternate. Music may have any of these, seldom all.
struct SpeechMeter {
  /// One value a frame, each 20 ms.
  var frames: [SoundFrame]

  static let frameRate = 50.0
  /// Frames that are judged together: 1.5 seconds.
  private static let window = 75

  /// 0…1 for the second and a half around a moment.
  func speech(at seconds: Double) -> Double {
    guard frames.count >= 25 else { return 0 }
    let middle = Int(min(max(0, seconds * Self.frameRate), 1e8))
    let length = min(Self.window, frames.count)
    let first = min(max(0, middle - length / 2), frames.count - length)
    let window = frames[first..<first + length]
    let strengths = window.map(\.band)
    let mean = strengths.reduce(0, +) / Double(length)
    guard mean > 0, let loudest = strengths.max() else { return 0 }
    let peak = window.map(\.level).max() ?? -100
    let voiced = Double(window.count(where: { $0.harmony > 0.6 })) / Double(length)
    let hisses = window.filter { $0.band > loudest / 10 }.map(\.crossings)
    return Self.share(Self.modulation(strengths, mean), 0.25, 0.5)
      * Self.share(Self.deviation(strengths) / mean, 0.35, 0.6)
      * Self.share(voiced, 0.15, 0.45) * Self.share(Self.deviation(hisses), 0.012, 0.035)
      * Self.share(peak, -50, -42)
  }

  private static func share(_ value: Double, _ from: Double, _ to: Double) -> Double {
    min(1, max(0, (value - from) / (to - from)))
  }

  private static func deviation(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count)).squareRoot()
  }

  /// Share of the strength's ups and downs above 0.3 Hz that comes two to eight times a second.
  private static func modulation(_ strengths: [Double], _ mean: Double) -> Double {
    let count = strengths.count
    let shaped = strengths.enumerated().map { index, value in
      (value - mean) * (0.5 - 0.5 * cosine(Double(index) / Double(max(1, count - 1))))
    }
    var (syllables, all) = (0.0, 0.0)
    for bin in 2..<128 {
      let hertz = Double(bin) * frameRate / 256
      // The wave turns by one angle a frame.
      let (turnX, turnY) = turn[bin]
      var (x, y, sumX, sumY) = (1.0, 0.0, 0.0, 0.0)
      for value in shaped {
        sumX += value * x
        sumY += value * y
        (x, y) = (x * turnX - y * turnY, x * turnY + y * turnX)
      }
      let power = sumX * sumX + sumY * sumY
      all += power
      if hertz >= 2, hertz < 8 { syllables += power }
    }
    return all > 0 ? syllables / all : 0
  }

  private static let turn: [(Double, Double)] = (0..<128).map {
    (cosine(Double($0) / 256), cosine(Double($0) / 256 - 0.25))
  }

  /// The cosine of so many whole turns.
  private static func cosine(_ turns: Double) -> Double { cos(turns * 2 * .pi) }
}
