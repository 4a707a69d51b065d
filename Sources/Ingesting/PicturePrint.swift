import Pixels

/// Sixty-four bits that stay nearly the same when a picture is encoded again or scaled.
enum PicturePrint {
  /// Whether luma rises from each of 9 × 8 fields to its right neighbour, row by row.
  static func of(_ picture: GrayImage) -> UInt64 {
    guard picture.width >= 9, picture.height >= 8 else { return 0 }
    var print: UInt64 = 0
    for row in 0..<8 {
      let means = (0..<9).map { mean(of: picture, column: $0, row: row) }
      for (left, right) in zip(means, means.dropFirst()) {
        print = print << 1 | (right > left ? 1 : 0)
      }
    }
    return print
  }

  /// Bits in which two prints differ, 0…64.
  static func distance(_ a: UInt64, _ b: UInt64) -> Int { (a ^ b).nonzeroBitCount }

  private static func mean(of picture: GrayImage, column: Int, row: Int) -> Double {
    let columns = picture.width * column / 9..<picture.width * (column + 1) / 9
    let rows = picture.height * row / 8..<picture.height * (row + 1) / 8
    var sum = 0
    picture.bytes.withUnsafeBufferPointer { luma in
      for y in rows {
        for x in columns { sum &+= Int(luma[y * picture.width + x]) }
      }
    }
    return Double(sum) / Double(max(1, columns.count * rows.count))
  }
}
