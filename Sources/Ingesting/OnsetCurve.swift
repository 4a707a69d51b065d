import Foundation

/// How much begins to sound at each moment of a track, a hundred moments a second.
struct OnsetCurve {
  static let rate = 16000
  static let hop = 160
  /// Borders of the bands in steps of 31 Hz, low ones narrow.
  private static let borders = [
    1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 19, 24, 30, 38, 48, 60, 76, 96, 120, 152, 192, 257,
  ]
  /// Bands in which drums are felt.
  private static let low = 4
  private static let window = FourierTransform(bits: 9)

  /// Above what is usual around it, in multiples of its own deviation.
  private(set) var strength: [Double]
  /// How much louder the lowest bands get, as it is: drums are felt there, hats are not.
  private(set) var bass: [Double]
  /// Loudness of each band by its logarithm, a row a moment.
  private(set) var bands: [[Float]]

  /// Seconds of a moment between two.
  static func seconds(_ moment: Double) -> Double {
    (moment * Double(hop) + Double(window.count) / 2) / Double(rate)
  }

  /// - Parameter samples: One channel at 16 kHz.
  init(_ samples: [Float]) {
    let count = max(0, (samples.count - Self.window.count) / Self.hop + 1)
    bands = (0..<count).map { index in
      let strengths = Self.window.strengths(
        of: samples[index * Self.hop..<index * Self.hop + Self.window.count])
      return zip(Self.borders, Self.borders.dropFirst()).map { from, to in
        strengths[from..<to].reduce(0, +)
      }
    }
    let depth = bands.map { Double($0[..<Self.low].reduce(0, +)) }
    bass = depth.indices.map { $0 < 2 ? 0 : max(0, depth[$0] - depth[$0 - 2]) }
    Self.compress(&bands)
    var flux = [Double](repeating: 0, count: count)
    for index in flux.indices.dropFirst(2) {
      for (band, pair) in zip(bands[index - 2], bands[index]).enumerated() {
        let rise = Double(max(0, pair.1 - pair.0))
        flux[index] += band < 5 ? rise * 2 : rise
      }
    }
    strength = Self.standing(out: flux)
  }

  /// Each band against how loud it gets, by its logarithm.
  private static func compress(_ bands: inout [[Float]]) {
    guard let width = bands.first?.count else { return }
    for band in 0..<width {
      let sorted = bands.map { $0[band] }.sorted()
      let loud = sorted[min(sorted.count - 1, sorted.count * 95 / 100)] + 1e-9
      for index in bands.indices { bands[index][band] = log(1 + 1000 * bands[index][band] / loud) }
    }
  }

  private static func standing(out flux: [Double]) -> [Double] {
    guard flux.count > 4 else { return flux }
    var sums = [0.0]
    for value in flux { sums.append(sums[sums.count - 1] + value) }
    let above = flux.indices.map { index in
      let (from, to) = (max(0, index - 50), min(flux.count, index + 51))
      return max(0, flux[index] - (sums[to] - sums[from]) / Double(to - from))
    }
    let smooth = above.indices.map { index in
      above[index] / 2 + (above[max(0, index - 1)] + above[min(above.count - 1, index + 1)]) / 4
    }
    let mean = smooth.reduce(0, +) / Double(smooth.count)
    let deviation =
      (smooth.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(smooth.count)).squareRoot()
    return smooth.map { deviation > 1e-9 ? $0 / deviation : 0 }
  }
}
