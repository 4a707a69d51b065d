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
        guard let a = a.baseAddress, let b = b.baseAddress else { return }
        for _ in 0..<3 {
          meanOfRows(from: a, to: b, width: width, height: height, radius: radius)
          meanOfColumns(from: b, to: a, rowBytes: width * 4, height: height, radius: radius)
        }
      }
    }
    return result
  }
}

/// A sum of `2 × radius + 1` bytes times this, shifted by 24 bits, is their mean.
///
/// The product of the largest sum still fits 32 bits.
private func reciprocal(radius: Int) -> UInt32 { UInt32((1 << 24) / (2 * radius + 1)) }

@inline(__always)
private func mean(_ sum: UInt32, _ share: UInt32) -> UInt8 {
  UInt8(truncatingIfNeeded: (sum &* share &+ (1 << 23)) >> 24)
}

/// Writes the mean of `2 × radius + 1` neighbours in the row of each pixel.
private func meanOfRows(
  from: UnsafePointer<UInt8>, to: UnsafeMutablePointer<UInt8>, width: Int, height: Int, radius: Int
) {
  let share = reciprocal(radius: radius)
  for y in 0..<height {
    let source = from + y * width * 4
    let target = to + y * width * 4
    var (r, g, b, a): (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    for x in 0..<min(radius, width) {
      let pixel = source + x * 4
      (r, g, b, a) = (
        r &+ UInt32(pixel[0]), g &+ UInt32(pixel[1]), b &+ UInt32(pixel[2]), a &+ UInt32(pixel[3])
      )
    }
    for x in 0..<width {
      if x + radius < width {
        let pixel = source + (x + radius) * 4
        (r, g, b, a) = (
          r &+ UInt32(pixel[0]), g &+ UInt32(pixel[1]), b &+ UInt32(pixel[2]),
          a &+ UInt32(pixel[3])
        )
      }
      let pixel = target + x * 4
      pixel[0] = mean(r, share)
      pixel[1] = mean(g, share)
      pixel[2] = mean(b, share)
      pixel[3] = mean(a, share)
      if x >= radius {
        let pixel = source + (x - radius) * 4
        (r, g, b, a) = (
          r &- UInt32(pixel[0]), g &- UInt32(pixel[1]), b &- UInt32(pixel[2]),
          a &- UInt32(pixel[3])
        )
      }
    }
  }
}

/// The same upright: one running sum a column, so that memory is read in its order.
private func meanOfColumns(
  from: UnsafePointer<UInt8>, to: UnsafeMutablePointer<UInt8>, rowBytes: Int, height: Int,
  radius: Int
) {
  let share = reciprocal(radius: radius)
  let sums = UnsafeMutablePointer<UInt32>.allocate(capacity: rowBytes)
  defer { sums.deallocate() }
  sums.initialize(repeating: 0, count: rowBytes)
  for y in 0..<min(radius, height) {
    let row = from + y * rowBytes
    for x in 0..<rowBytes { sums[x] &+= UInt32(row[x]) }
  }
  for y in 0..<height {
    if y + radius < height {
      let entering = from + (y + radius) * rowBytes
      for x in 0..<rowBytes { sums[x] &+= UInt32(entering[x]) }
    }
    let target = to + y * rowBytes
    for x in 0..<rowBytes { target[x] = mean(sums[x], share) }
    if y >= radius {
      let leaving = from + (y - radius) * rowBytes
      for x in 0..<rowBytes { sums[x] &-= UInt32(leaving[x]) }
    }
  }
}
