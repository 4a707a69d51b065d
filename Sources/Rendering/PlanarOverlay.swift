import Media
import Pixels

/// A bitmap as BT.709 limited-range planes, ready to be laid on pictures: luma at full size, colour
/// at half size, each with the share of the ground that still shows.
struct PlanarOverlay {
  let x: Int
  let y: Int
  private let luma: Layer
  private let blue: Layer
  private let red: Layer

  /// Premultiplied values and the weight of what lies below, 0…255 each.
  private struct Layer {
    var width: Int
    var height: Int
    var values: [UInt8]
    var below: [UInt8]
  }

  /// - Parameters:
  ///   - x: Left edge on the picture in pixels; rounded down to even, as colour is stored.
  ///   - y: Top edge on the picture in pixels; rounded down to even.
  init(_ bitmap: Bitmap, x: Int, y: Int) {
    self.x = x & ~1
    self.y = y & ~1
    let padded = PlanarOverlay.padded(bitmap, left: x - self.x, top: y - self.y)
    luma = PlanarOverlay.luma(of: padded)
    (blue, red) = PlanarOverlay.chroma(of: padded)
  }

  /// Lays the overlay on a picture in place; what stands over the edge is cut off.
  ///
  /// - Parameter opacity: 0…256.
  func blend(onto picture: Picture, opacity: Int = 256) {
    picture.withPlanes { planes in
      guard planes.count >= 3 else { return }
      PlanarOverlay.blend(luma, onto: planes[0], x, y, opacity)
      PlanarOverlay.blend(blue, onto: planes[1], x / 2, y / 2, opacity)
      PlanarOverlay.blend(red, onto: planes[2], x / 2, y / 2, opacity)
    }
  }

  private static func blend(
    _ layer: Layer, onto plane: Plane, _ x: Int, _ y: Int, _ opacity: Int
  ) {
    let rows = max(0, -y)..<max(max(0, -y), min(layer.height, plane.height - y))
    let columns = max(0, -x)..<max(max(0, -x), min(layer.width, plane.width - x))
    guard !columns.isEmpty else { return }
    let opacity = UInt32(max(0, min(256, opacity)))
    layer.values.withUnsafeBufferPointer { values in
      layer.below.withUnsafeBufferPointer { below in
        for row in rows {
          let source = row * layer.width
          let target = plane.pointer + (y + row) * plane.stride + x
          for column in columns {
            let rest = UInt32(below[source + column])
            guard rest != 255 else { continue }
            let ground = UInt32(target[column])
            let full = UInt32(values[source + column]) + (ground * rest + 127) / 255
            let mixed = (full * opacity + ground * (256 - opacity) + 128) >> 8
            target[column] = UInt8(min(255, mixed))
          }
        }
      }
    }
  }

  /// The bitmap moved by one pixel where its place is odd, with even sides.
  private static func padded(_ bitmap: Bitmap, left: Int, top: Int) -> Bitmap {
    let width = (bitmap.width + left + 1) & ~1
    let height = (bitmap.height + top + 1) & ~1
    guard width != bitmap.width || height != bitmap.height else { return bitmap }
    var result = Bitmap(width: width, height: height)
    for row in 0..<bitmap.height {
      let from = row * bitmap.width * 4
      let to = ((row + top) * width + left) * 4
      result.bytes.replaceSubrange(
        to..<to + bitmap.width * 4, with: bitmap.bytes[from..<from + bitmap.width * 4])
    }
    return result
  }

  private static func luma(of bitmap: Bitmap) -> Layer {
    let count = bitmap.width * bitmap.height
    var layer = Layer(
      width: bitmap.width, height: bitmap.height, values: [UInt8](repeating: 0, count: count),
      below: [UInt8](repeating: 255, count: count))
    bitmap.bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<count {
        let alpha = Int(bytes[index * 4 + 3])
        guard alpha > 0 else { continue }
        let (r, g, b) = (
          Int(bytes[index * 4]), Int(bytes[index * 4 + 1]), Int(bytes[index * 4 + 2])
        )
        // BT.709: 16 + 219 × (0.2126 R + 0.7152 G + 0.0722 B), in 16.16 fixed point.
        let y = (11966 * r + 40254 * g + 4064 * b + 32768) >> 16
        layer.values[index] = UInt8(min(255, y + (16 * alpha + 127) / 255))
        layer.below[index] = UInt8(255 - alpha)
      }
    }
    return layer
  }

  /// Blue and red difference, each the mean of four pixels.
  private static func chroma(of bitmap: Bitmap) -> (Layer, Layer) {
    let (width, height) = (bitmap.width / 2, bitmap.height / 2)
    let empty = Layer(
      width: width, height: height, values: [UInt8](repeating: 0, count: width * height),
      below: [UInt8](repeating: 255, count: width * height))
    var (blue, red) = (empty, empty)
    bitmap.bytes.withUnsafeBufferPointer { bytes in
      for y in 0..<height {
        for x in 0..<width {
          var (r, g, b, alpha) = (0, 0, 0, 0)
          for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            let at = ((y * 2 + dy) * bitmap.width + x * 2 + dx) * 4
            r += Int(bytes[at])
            g += Int(bytes[at + 1])
            b += Int(bytes[at + 2])
            alpha += Int(bytes[at + 3])
          }
          guard alpha > 0 else { continue }
          let index = y * width + x
          let middle = 128 * alpha
          // BT.709 limited range: 128 + 224 × difference, over the sum of four pixels.
          let u = (-6596 * r - 22189 * g + 28784 * b) / 65536
          let v = (28784 * r - 26145 * g - 2639 * b) / 65536
          blue.values[index] = UInt8(max(0, min(255, (u + middle / 255 + 2) / 4)))
          red.values[index] = UInt8(max(0, min(255, (v + middle / 255 + 2) / 4)))
          blue.below[index] = UInt8(255 - alpha / 4)
          red.below[index] = blue.below[index]
        }
      }
    }
    return (blue, red)
  }
}
