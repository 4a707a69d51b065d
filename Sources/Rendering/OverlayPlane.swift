import CFFmpegShims
import Media

/// One plane of an overlay, or two that share their transparency: only the runs that show.
struct OverlayPlane {
  /// Neighbouring samples of one row.
  private struct Run {
    var row: Int32
    var column: Int32
    var count: Int32
    /// Where the run's samples begin.
    var values: Int
    /// Where its weights begin; nil when nothing shows from below.
    var below: Int?
  }

  /// Shorter gaps and shorter opaque stretches are blended like the samples around them: that
  /// takes less time than one more run.
  private static let gap = 64
  private static let solid = 256

  private var runs: [Run] = []
  private var channels: [[UInt8]]
  private var below: [UInt8] = []

  /// - Parameter samples: The most that a channel may come to hold.
  init(channels: Int, samples: Int) {
    self.channels = [[UInt8]](repeating: [], count: channels)
    // Grown by doubling, a large plane would keep much more than it holds.
    for index in 0..<channels { self.channels[index].reserveCapacity(samples) }
    below.reserveCapacity(samples)
  }

  /// Takes one row of samples, one pointer a channel, and its weights.
  mutating func append(
    row: Int, _ samples: [UnsafePointer<UInt8>], below weights: UnsafePointer<UInt8>, count: Int
  ) {
    var start = 0
    var at = 0
    func flush(_ plane: inout OverlayPlane) {
      plane.append(row, start..<at, samples, weights)
    }
    while at < count {
      let weight = weights[at]
      guard weight == 0 || weight == 255 else {
        at += 1
        continue
      }
      let length = shopreel_run(weights + at, count - at, weight)
      let isApart =
        weight == 0
        ? length >= OverlayPlane.solid
        : length >= OverlayPlane.gap || at == start || at + length == count
      if isApart {
        flush(&self)
        if weight == 0 { append(row, at..<at + length, samples, nil) }
        start = at + length
      }
      at += length
    }
    flush(&self)
  }

  private mutating func append(
    _ row: Int, _ columns: Range<Int>, _ samples: [UnsafePointer<UInt8>],
    _ weights: UnsafePointer<UInt8>?
  ) {
    guard !columns.isEmpty else { return }
    runs.append(
      Run(
        row: Int32(row), column: Int32(columns.lowerBound), count: Int32(columns.count),
        values: channels[0].count, below: weights == nil ? nil : below.count))
    for (index, pointer) in samples.enumerated() {
      channels[index].append(
        contentsOf: UnsafeBufferPointer(start: pointer + columns.lowerBound, count: columns.count))
    }
    guard let weights else { return }
    below.append(
      contentsOf: UnsafeBufferPointer(start: weights + columns.lowerBound, count: columns.count))
  }

  /// Lays one channel on a plane in place; what stands over the edge, or outside of some columns of
  /// the plane, is cut off.
  func blend(
    channel: Int, onto plane: Plane, x: Int, y: Int, opacity: Int, within columns: Range<Int>
  ) {
    let (lower, upper) = (max(0, columns.lowerBound), min(plane.width, columns.upperBound))
    channels[channel].withUnsafeBufferPointer { values in
      below.withUnsafeBufferPointer { below in
        guard let values = values.baseAddress else { return }
        for run in runs {
          let row = y + Int(run.row)
          let left = x + Int(run.column)
          let first = max(0, lower - left)
          let end = min(Int(run.count), upper - left)
          guard row >= 0, row < plane.height, first < end else { continue }
          shopreel_blend_row(
            plane.pointer + (row * plane.stride + left + first), values + (run.values + first),
            run.below.flatMap { at in below.baseAddress.map { $0 + (at + first) } }, end - first,
            Int32(opacity))
        }
      }
    }
  }
}
