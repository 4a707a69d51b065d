import CFFmpeg
import Pixels

extension Frame {
  /// The luma as full range, reduced by a whole factor until its longer side is at most `longSide`;
  /// nil for what is not plain luma of square pixels.
  func reducedLuma(within longSide: Int) -> GrayImage? {
    let aspect = pixelAspect
    guard let depth = plainLumaDepth, aspect.num == aspect.den,
      let base = pointer.pointee.data.0, width > 0, height > 0
    else { return nil }
    let stride = Int(pointer.pointee.linesize.0)
    let factor = max(1, (max(width, height) + longSide - 1) / longSide)
    let (columns, rows) = (width / factor, height / factor)
    guard columns > 0, rows > 0, stride > 0, factor <= 256 else { return nil }
    let levels = LumaLevels(
      area: factor * factor, depth: depth, isFullRange: SourceColor(self).isFullRange)
    var bytes = [UInt8](repeating: 0, count: columns * rows)
    var sums = [UInt32](repeating: 0, count: columns * factor)
    bytes.withUnsafeMutableBufferPointer { target in
      sums.withUnsafeMutableBufferPointer { sums in
        for row in 0..<rows {
          let first = base + row * factor * stride
          if depth == 8 {
            add(first, stride, factor, sums)
          } else {
            first.withMemoryRebound(to: UInt16.self, capacity: factor * stride / 2) {
              add($0, stride / 2, factor, sums)
            }
          }
          levels.write(sums, factor, to: target, from: row * columns, count: columns)
        }
      }
    }
    return GrayImage(width: columns, height: rows, bytes: bytes)
  }

  /// Bits of a luma sample that lies alone in the first plane, in the machine's order.
  private var plainLumaDepth: Int? {
    guard let kind = descriptor else { return nil }
    let odd =
      AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BITSTREAM
      | AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_BE | AV_PIX_FMT_FLAG_FLOAT
      | AV_PIX_FMT_FLAG_ALPHA
    let luma = kind.comp.0
    guard kind.flags & UInt64(odd) == 0, luma.plane == 0, luma.offset == 0, luma.shift == 0,
      kind.nb_components >= 1
    else { return nil }
    switch (luma.step, luma.depth) {
    case (1, 8): return 8
    case (2, 9...16): return Int(luma.depth)
    default: return nil
    }
  }
}

/// Adds some rows up, column by column.
@inline(__always)
private func add<Sample: FixedWidthInteger & UnsignedInteger>(
  _ first: UnsafePointer<Sample>, _ stride: Int, _ rows: Int,
  _ sums: UnsafeMutableBufferPointer<UInt32>
) {
  for x in sums.indices { sums[x] = UInt32(truncatingIfNeeded: first[x]) }
  for row in 1..<max(1, rows) {
    let line = first + row * stride
    for x in sums.indices { sums[x] &+= UInt32(truncatingIfNeeded: line[x]) }
  }
}

/// Turns sums of samples into levels of 8 bits, full range.
private struct LumaLevels {
  private let divisor: UInt32
  private let half: UInt32
  /// The level shown for each level coded.
  private let table: [UInt8]

  init(area: Int, depth: Int, isFullRange: Bool) {
    divisor = UInt32(area) << UInt32(depth - 8)
    half = divisor / 2
    table = (0...255).map { (level: Int) -> UInt8 in
      guard !isFullRange else { return UInt8(level) }
      let shown: Int = ((level - 16) * 510 + 219) / 438
      return UInt8(clamping: shown)
    }
  }

  func write(
    _ sums: UnsafeMutableBufferPointer<UInt32>, _ factor: Int,
    to target: UnsafeMutableBufferPointer<UInt8>, from place: Int, count: Int
  ) {
    table.withUnsafeBufferPointer { table in
      let shift = divisor & (divisor - 1) == 0 ? UInt32(divisor.trailingZeroBitCount) : nil
      for column in 0..<count {
        var sum = half
        for x in column * factor..<(column + 1) * factor { sum &+= sums[x] }
        let level = shift.map { sum >> $0 } ?? sum / divisor
        target[place + column] = table[Int(min(255, level))]
      }
    }
  }
}

extension GrayImage {
  /// Turned and mirrored so that it stands upright.
  func turned(_ orientation: Orientation) -> GrayImage {
    guard orientation != .upright else { return self }
    let (columns, rows) = orientation.swapsSides ? (height, width) : (width, height)
    // Where the first pixel comes from, and what a step right and down means there.
    let (right, bottom) = (width - 1, (height - 1) * width)
    let (start, across, down): (Int, Int, Int) =
      switch orientation {
      case .upright: (0, 1, width)
      case .mirrored: (right, -1, width)
      case .turned180: (bottom + right, -1, -width)
      case .flipped: (bottom, 1, -width)
      case .transposed: (0, width, 1)
      case .turned90: (bottom, -width, 1)
      case .transversed: (bottom + right, -width, -1)
      case .turned270: (right, width, -1)
      }
    var result = [UInt8](repeating: 0, count: bytes.count)
    bytes.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        for row in 0..<rows {
          var from = start + row * down
          for column in 0..<columns {
            target[row * columns + column] = source[from]
            from += across
          }
        }
      }
    }
    return GrayImage(width: columns, height: rows, bytes: result)
  }
}
