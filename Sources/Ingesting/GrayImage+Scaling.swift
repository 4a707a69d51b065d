import Pixels

extension GrayImage {
  /// Half as wide and high, each pixel the mean of four; a last odd row or column is left out.
  var halved: GrayImage { reduced(by: 2) }

  /// Reduced by a whole factor until the longer side is at most `longSide`.
  func fitted(within longSide: Int) -> GrayImage {
    let factor = (max(width, height) + longSide - 1) / max(1, longSide)
    return factor > 1 ? reduced(by: factor) : self
  }

  /// Each pixel the mean of a square of `factor` × `factor`.
  func reduced(by factor: Int) -> GrayImage {
    let (newWidth, newHeight) = (width / factor, height / factor)
    guard factor > 1, newWidth > 0, newHeight > 0 else { return self }
    let area = UInt32(factor * factor)
    var result = [UInt8](repeating: 0, count: newWidth * newHeight)
    var sums = [UInt32](repeating: 0, count: newWidth)
    bytes.withUnsafeBufferPointer { source in
      for y in 0..<newHeight {
        for x in 0..<newWidth { sums[x] = area / 2 }
        for row in 0..<factor {
          var at = (y * factor + row) * width
          for x in 0..<newWidth {
            for _ in 0..<factor {
              sums[x] &+= UInt32(source[at])
              at += 1
            }
          }
        }
        for x in 0..<newWidth {
          result[y * newWidth + x] = UInt8(truncatingIfNeeded: sums[x] / area)
        }
      }
    }
    return GrayImage(width: newWidth, height: newHeight, bytes: result)
  }
}
