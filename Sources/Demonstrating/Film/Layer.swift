import Pixels

/// A picture split into 4:2:0 planes of BT.709 limited range, multiplied by its alpha, so that it
/// can be laid on a movie's pictures without a conversion for each.
struct Layer: Sendable {
  let width: Int
  let height: Int
  private(set) var luma: [UInt8]
  private(set) var blue: [UInt8]
  private(set) var red: [UInt8]
  /// Full and half size; empty for an opaque picture.
  private(set) var alpha: [UInt8]
  private(set) var smallAlpha: [UInt8]

  var halfWidth: Int { (width + 1) / 2 }
  var halfHeight: Int { (height + 1) / 2 }
  var isOpaque: Bool { alpha.isEmpty }

  init(_ bitmap: Bitmap, opaque: Bool = false) {
    width = bitmap.width
    height = bitmap.height
    let (halfWidth, halfHeight) = ((bitmap.width + 1) / 2, (bitmap.height + 1) / 2)
    var luma = [UInt8](repeating: 0, count: width * height)
    var alpha = [UInt8](repeating: 0, count: opaque ? 0 : width * height)
    var sums = [SIMD4<Int32>](repeating: .zero, count: halfWidth * halfHeight)
    bitmap.bytes.withUnsafeBufferPointer { bytes in
      for y in 0..<bitmap.height {
        for x in 0..<bitmap.width {
          let index = y * bitmap.width + x
          let pixel = SIMD4<Int32>(
            Int32(bytes[index * 4]), Int32(bytes[index * 4 + 1]), Int32(bytes[index * 4 + 2]),
            Int32(bytes[index * 4 + 3]))
          let bright = 16 * pixel.w * 257 + 11966 * pixel.x + 40254 * pixel.y + 4064 * pixel.z
          luma[index] = UInt8(truncatingIfNeeded: min(255, (bright + 32768) >> 16))
          if !opaque { alpha[index] = UInt8(truncatingIfNeeded: pixel.w) }
          sums[y / 2 * halfWidth + x / 2] &+= pixel
        }
      }
    }
    self.luma = luma
    self.alpha = alpha
    (blue, red, smallAlpha) = Layer.chroma(sums, bitmap, halfWidth, opaque)
  }

  private static func chroma(
    _ sums: [SIMD4<Int32>], _ bitmap: Bitmap, _ halfWidth: Int, _ opaque: Bool
  ) -> (blue: [UInt8], red: [UInt8], alpha: [UInt8]) {
    var (blue, red, alpha) = ([UInt8](), [UInt8](), [UInt8]())
    blue.reserveCapacity(sums.count)
    red.reserveCapacity(sums.count)
    for (index, sum) in sums.enumerated() {
      let wide = index % halfWidth * 2 + 1 < bitmap.width ? 2 : 1
      let tall = index / halfWidth * 2 + 1 < bitmap.height ? 2 : 1
      let mean = sum / Int32(wide * tall)
      let u = 128 * mean.w * 257 - 6596 * mean.x - 22189 * mean.y + 28784 * mean.z
      let v = 128 * mean.w * 257 + 28784 * mean.x - 26145 * mean.y - 2639 * mean.z
      blue.append(UInt8(truncatingIfNeeded: min(255, max(0, (u + 32768) >> 16))))
      red.append(UInt8(truncatingIfNeeded: min(255, max(0, (v + 32768) >> 16))))
      if !opaque { alpha.append(UInt8(truncatingIfNeeded: mean.w)) }
    }
    return (blue, red, alpha)
  }
}
