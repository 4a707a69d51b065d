import CFFmpegShims
package import Media
package import Pixels

/// A bitmap as BT.709 limited-range planes, ready to be laid on pictures: luma at full size, colour
/// at half size, each with the share of the ground that still shows.
package struct PlanarOverlay {
  /// Place of the part that shows, in pixels of the picture; even.
  private let x: Int
  private let y: Int
  private let luma: OverlayPlane
  private let chroma: OverlayPlane

  /// - Parameters:
  ///   - x: Left edge on the picture in pixels.
  ///   - y: Top edge on the picture in pixels.
  package init(_ bitmap: Bitmap, x: Int, y: Int) {
    let place = (x: PlanarOverlay.bounded(x), y: PlanarOverlay.bounded(y))
    let covered = PlanarOverlay.covered(bitmap)
    // Colour is stored for two by two pixels of the picture.
    let left = (place.x + covered.columns.lowerBound) & ~1
    let top = (place.y + covered.rows.lowerBound) & ~1
    let right = (place.x + covered.columns.upperBound + 1) & ~1
    let bottom = (place.y + covered.rows.upperBound + 1) & ~1
    (self.x, self.y) = (left, top)
    (luma, chroma) = PlanarOverlay.planes(
      bitmap, columns: left - place.x..<right - place.x, rows: top - place.y..<bottom - place.y)
  }

  /// Lays the overlay on a picture in place; what stands over the edge is cut off.
  ///
  /// - Parameters:
  ///   - opacity: 0…256.
  ///   - dx: How far to the right of its place, in pixels; an odd figure counts as the even below.
  ///   - dy: How far below its place, likewise.
  ///   - columns: The columns of the picture that may change, likewise; nil for all.
  package func blend(
    onto picture: Picture, opacity: Int = 256, dx: Int = 0, dy: Int = 0,
    within columns: Range<Int>? = nil
  ) {
    let opacity = max(0, min(256, opacity))
    let (left, top) = (x + (dx & ~1), y + (dy & ~1))
    let (lower, upper) = ((columns?.lowerBound ?? 0) & ~1, (columns?.upperBound ?? 1 << 24) & ~1)
    let (full, half) = (lower..<max(lower, upper), lower / 2..<max(lower, upper) / 2)
    picture.withPlanes { planes in
      guard planes.count >= 3 else { return }
      luma.blend(channel: 0, onto: planes[0], x: left, y: top, opacity: opacity, within: full)
      for channel in 0..<2 {
        chroma.blend(
          channel: channel, onto: planes[channel + 1], x: left / 2, y: top / 2, opacity: opacity,
          within: half)
      }
    }
  }

  /// Far beyond every canvas; keeps sums in range.
  private static func bounded(_ edge: Int) -> Int { max(-1 << 24, min(1 << 24, edge)) }

  /// The box outside of which all is transparent.
  private static func covered(_ bitmap: Bitmap) -> (columns: Range<Int>, rows: Range<Int>) {
    var (left, right) = (bitmap.width, 0)
    var (top, bottom) = (bitmap.height, 0)
    bitmap.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      for row in 0..<bitmap.height {
        var (first, end) = (0, 0)
        shopreel_covered(base + row * bitmap.width * 4, bitmap.width, &first, &end)
        guard first < end else { continue }
        (left, right) = (min(left, first), max(right, end))
        (top, bottom) = (min(top, row), row + 1)
      }
    }
    return top < bottom ? (left..<right, top..<bottom) : (0..<0, 0..<0)
  }

  /// - Parameters:
  ///   - columns: Columns of the bitmap; they may reach one pixel over its edges.
  ///   - rows: The same for rows; both have even lengths.
  private static func planes(_ bitmap: Bitmap, columns: Range<Int>, rows: Range<Int>)
    -> (luma: OverlayPlane, chroma: OverlayPlane)
  {
    let (width, half) = (columns.count, columns.count / 2)
    var luma = OverlayPlane(channels: 1, samples: width * rows.count)
    var chroma = OverlayPlane(channels: 2, samples: half * rows.count / 2)
    let pixels = PixelRows(bitmap, columns: columns)
    var samples = [UInt8](repeating: 0, count: width * 2)
    samples.withUnsafeMutableBufferPointer { samples in
      guard let first = samples.baseAddress else { return }
      let (second, third) = (first + half, first + width)
      for row in stride(from: rows.lowerBound, to: rows.upperBound, by: 2) {
        pixels.withRows(row) { upper, lower in
          for (index, pixels) in [upper, lower].enumerated() {
            shopreel_overlay_luma(pixels, width, first, third)
            luma.append(
              row: row - rows.lowerBound + index, [UnsafePointer(first)], below: third,
              count: width)
          }
          shopreel_overlay_chroma(upper, lower, half, first, second, third)
          chroma.append(
            row: (row - rows.lowerBound) / 2, [UnsafePointer(first), UnsafePointer(second)],
            below: third, count: half)
        }
      }
    }
    return (luma, chroma)
  }
}
