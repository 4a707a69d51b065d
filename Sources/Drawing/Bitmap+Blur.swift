public import Pixels

extension Bitmap {
  /// The picture blurred by nearly a Gaussian of the given standard deviation, in pixels.
  ///
  /// Outside its edges the picture counts as transparent.
  /// - Complexity: O(pixels), whatever the deviation.
  public func blurred(sigma: Double) -> Bitmap {
    guard sigma.isFinite, sigma > 0.3, width > 0, height > 0 else { return self }
    // Three running means of 2r + 1 pixels have the variance ((2r + 1)² − 1) / 4.
    let variance = min(sigma, 4096) * min(sigma, 4096)
    let radius = max(1, Int((((4 * variance + 1).squareRoot() - 1) / 2).rounded()))
    var result = self
    var other = [UInt8](repeating: 0, count: bytes.count)
    result.bytes.withUnsafeMutableBufferPointer { a in
      other.withUnsafeMutableBufferPointer { b in
        for _ in 0..<3 {
          for y in 0..<height {
            runningMean(
              from: a, to: b, start: y * width * 4, step: 4, count: width, radius: radius)
          }
          for x in 0..<width {
            runningMean(
              from: b, to: a, start: x * 4, step: width * 4, count: height, radius: radius)
          }
        }
      }
    }
    return result
  }
}

/// Writes the mean of `2 × radius + 1` neighbours of each of `count` pixels, all four channels.
private func runningMean(
  from: UnsafeMutableBufferPointer<UInt8>, to: UnsafeMutableBufferPointer<UInt8>, start: Int,
  step: Int, count: Int, radius: Int
) {
  let size = UInt64(2 * radius + 1)
  let reciprocal = (UInt64(1) << 32) / size + 1
  for channel in 0..<4 {
    let base = start + channel
    var sum: UInt64 = 0
    for index in 0..<min(radius, count) { sum += UInt64(from[base + index * step]) }
    for index in 0..<count {
      if index + radius < count { sum += UInt64(from[base + (index + radius) * step]) }
      to[base + index * step] = UInt8(truncatingIfNeeded: (sum * reciprocal) >> 32)
      if index >= radius { sum -= UInt64(from[base + (index - radius) * step]) }
    }
  }
}
