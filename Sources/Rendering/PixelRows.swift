import Pixels

/// Rows of a stretch of columns of a bitmap, transparent where they reach over its edges.
struct PixelRows {
  private let bitmap: Bitmap
  private let columns: Range<Int>

  init(_ bitmap: Bitmap, columns: Range<Int>) {
    self.bitmap = bitmap
    self.columns = columns
  }

  /// Hands out a row and the one below it, four bytes a pixel.
  func withRows(
    _ row: Int, _ body: (UnsafePointer<UInt8>, UnsafePointer<UInt8>) -> Void
  ) {
    bitmap.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      let inside = columns.clamped(to: 0..<bitmap.width)
      if inside == columns, row >= 0, row + 1 < bitmap.height {
        let upper = base + (row * bitmap.width + columns.lowerBound) * 4
        return body(upper, upper + bitmap.width * 4)
      }
      let width = columns.count * 4
      var copy = [UInt8](repeating: 0, count: width * 2)
      copy.withUnsafeMutableBufferPointer { copy in
        guard let start = copy.baseAddress else { return }
        for index in 0..<2 where row + index >= 0 && row + index < bitmap.height {
          let from = base + ((row + index) * bitmap.width + inside.lowerBound) * 4
          let to = start + width * index + (inside.lowerBound - columns.lowerBound) * 4
          to.update(from: from, count: inside.count * 4)
        }
        body(start, start + width)
      }
    }
  }
}
