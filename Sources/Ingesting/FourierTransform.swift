import Foundation

/// The strengths of a stretch of samples by frequency; its length is a power of two.
struct FourierTransform {
  let count: Int
  private let window: [Float]
  private let cosines: [Float]
  private let sines: [Float]

  /// - Parameter bits: The power of two.
  init(bits: Int) {
    count = 1 << bits
    let size = Double(count)
    window = (0..<count).map { Float(0.5 - 0.5 * cos(2 * .pi * Double($0) / (size - 1))) }
    cosines = (0..<count / 2).map { Float(cos(2 * .pi * Double($0) / size)) }
    sines = (0..<count / 2).map { Float(-sin(2 * .pi * Double($0) / size)) }
  }

  /// Strengths of frequencies 0…count/2, seen through a bell so that the ends do not count.
  func strengths(of samples: ArraySlice<Float>) -> [Float] {
    var real = zip(samples, window).map { $0.isFinite ? $0 * $1 : 0 }
    real += [Float](repeating: 0, count: max(0, count - real.count))
    var imaginary = [Float](repeating: 0, count: count)
    reverse(&real)
    real.withUnsafeMutableBufferPointer { real in
      imaginary.withUnsafeMutableBufferPointer { imaginary in
        var half = 1
        while half < count {
          combine(real, imaginary, half)
          half *= 2
        }
      }
    }
    return (0...count / 2).map {
      (real[$0] * real[$0] + imaginary[$0] * imaginary[$0]).squareRoot()
    }
  }

  private func combine(
    _ real: UnsafeMutableBufferPointer<Float>, _ imaginary: UnsafeMutableBufferPointer<Float>,
    _ half: Int
  ) {
    let step = count / (2 * half)
    for start in stride(from: 0, to: count, by: 2 * half) {
      for place in 0..<half {
        let (c, s) = (cosines[place * step], sines[place * step])
        let (a, b) = (start + place, start + place + half)
        let re = real[b] * c - imaginary[b] * s
        let im = real[b] * s + imaginary[b] * c
        (real[b], imaginary[b]) = (real[a] - re, imaginary[a] - im)
        (real[a], imaginary[a]) = (real[a] + re, imaginary[a] + im)
      }
    }
  }

  /// Puts samples where the reversed bits of their places say.
  private func reverse(_ values: inout [Float]) {
    var other = 0
    for place in 1..<count {
      var bit = count >> 1
      while other & bit != 0 {
        other ^= bit
        bit >>= 1
      }
      other ^= bit
      if place < other { values.swapAt(place, other) }
    }
  }
}
