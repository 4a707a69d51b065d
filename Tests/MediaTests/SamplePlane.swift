import CFFmpegShims

/// A window on a plane, in samples.
struct Window {
  var x: Double
  var y: Double
  var width: Double
  var height: Double
}

/// One plane in memory, no padding: what lies beyond it must not be read.
struct SamplePlane: Equatable {
  struct Refused: Error {}

  let width: Int
  let height: Int
  var samples: [UInt8]

  func resampled(_ window: Window, _ size: (Int, Int), plain: Bool = false) throws -> SamplePlane {
    guard let resampler = shopreel_resampler_new(plain) else { throw Refused() }
    defer { shopreel_resampler_free(resampler) }
    return try resampled(window, size, with: resampler)
  }

  func resampled(_ window: Window, _ size: (Int, Int), with resampler: OpaquePointer) throws
    -> SamplePlane
  {
    var result = [UInt8](repeating: 0, count: size.0 * size.1)
    let done = samples.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        shopreel_resampler_run(
          resampler, source.baseAddress, width, Int32(width), Int32(height), target.baseAddress,
          size.0, Int32(size.0), Int32(size.1), window.x, window.y, window.width, window.height)
      }
    }
    guard done else { throw Refused() }
    return SamplePlane(width: size.0, height: size.1, samples: result)
  }

  /// The same by the definition of the kernel, in floating point.
  func exact(_ window: Window, _ size: (Int, Int)) -> [Double] {
    let across = SamplePlane.weights(width, size.0, window.x, window.width)
    let down = SamplePlane.weights(height, size.1, window.y, window.height)
    return down.flatMap { rows in
      across.map { columns in
        var sum = 0.0
        for (row, weight) in rows {
          for (column, other) in columns {
            sum += Double(samples[row * width + column]) * weight * other
          }
        }
        return min(255, max(0, sum))
      }
    }
  }

  /// For each target sample the source samples under a Catmull-Rom kernel, widened when shrinking.
  private static func weights(_ source: Int, _ target: Int, _ start: Double, _ extent: Double)
    -> [[(Int, Double)]]
  {
    let step = extent / Double(target)
    return (0..<target).map { index in
      let centre = start + (Double(index) + 0.5) * step - 0.5
      let found = (0..<source).compactMap { sample -> (Int, Double)? in
        let distance = abs(Double(sample) - centre) / max(1, step)
        guard distance < 2 else { return nil }
        let weight =
          distance < 1
          ? 1.5 * distance * distance * distance - 2.5 * distance * distance + 1
          : -0.5 * distance * distance * distance + 2.5 * distance * distance - 4 * distance + 2
        return (sample, weight)
      }
      let sum = found.reduce(0) { $0 + $1.1 }
      return found.map { ($0.0, $0.1 / sum) }
    }
  }
}
