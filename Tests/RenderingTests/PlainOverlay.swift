import Media
import Pixels

/// The overlay by its formulas alone, sample by sample: what every faster way must equal.
struct PlainOverlay {
  private struct Layer {
    var width: Int
    var height: Int
    var values: [UInt8]
    var below: [UInt8]

    init(_ width: Int, _ height: Int) {
      self.width = width
      self.height = height
      values = [UInt8](repeating: 0, count: width * height)
      below = [UInt8](repeating: 255, count: width * height)
    }
  }

  private let x: Int
  private let y: Int
  private var layers: [Layer] = []

  init(_ bitmap: Bitmap, x: Int, y: Int) {
    self.x = x & ~1
    self.y = y & ~1
    let width = (bitmap.width + (x & 1) + 1) & ~1
    let height = (bitmap.height + (y & 1) + 1) & ~1
    func pixel(_ column: Int, _ row: Int) -> [Int] {
      let (column, row) = (column - (x & 1), row - (y & 1))
      guard column >= 0, row >= 0, column < bitmap.width, row < bitmap.height else {
        return [0, 0, 0, 0]
      }
      let at = (row * bitmap.width + column) * 4
      return bitmap.bytes[at..<at + 4].map(Int.init)
    }
    var luma = Layer(width, height)
    for row in 0..<height {
      for column in 0..<width {
        let p = pixel(column, row)
        guard p[3] > 0 else { continue }
        let value = (11966 * p[0] + 40254 * p[1] + 4064 * p[2] + 32768) >> 16
        luma.values[row * width + column] = UInt8(min(255, value + (16 * p[3] + 127) / 255))
        luma.below[row * width + column] = UInt8(255 - p[3])
      }
    }
    layers = [luma] + PlainOverlay.chroma(width / 2, height / 2, pixel)
  }

  private static func chroma(_ width: Int, _ height: Int, _ pixel: (Int, Int) -> [Int]) -> [Layer] {
    var (blue, red) = (Layer(width, height), Layer(width, height))
    for row in 0..<height {
      for column in 0..<width {
        let four = [(0, 0), (1, 0), (0, 1), (1, 1)].map { pixel(column * 2 + $0.0, row * 2 + $0.1) }
        let (r, g, b, alpha) = (
          four.reduce(0) { $0 + $1[0] }, four.reduce(0) { $0 + $1[1] },
          four.reduce(0) { $0 + $1[2] }, four.reduce(0) { $0 + $1[3] }
        )
        guard alpha > 0 else { continue }
        let at = row * width + column
        let u = (-6596 * r - 22189 * g + 28784 * b) / 65536
        let v = (28784 * r - 26145 * g - 2639 * b) / 65536
        blue.values[at] = UInt8(max(0, min(255, (u + 128 * alpha / 255 + 2) / 4)))
        red.values[at] = UInt8(max(0, min(255, (v + 128 * alpha / 255 + 2) / 4)))
        blue.below[at] = UInt8(255 - alpha / 4)
        red.below[at] = blue.below[at]
      }
    }
    return [blue, red]
  }

  func blend(onto picture: Picture, opacity: Int) {
    picture.withPlanes { planes in
      for (index, layer) in layers.enumerated() {
        let (x, y) = index == 0 ? (x, y) : (x / 2, y / 2)
        PlainOverlay.blend(layer, onto: planes[index], x, y, UInt32(opacity))
      }
    }
  }

  private static func blend(_ layer: Layer, onto plane: Plane, _ x: Int, _ y: Int, _ share: UInt32)
  {
    for row in 0..<layer.height where y + row >= 0 && y + row < plane.height {
      for column in 0..<layer.width where x + column >= 0 && x + column < plane.width {
        let rest = UInt32(layer.below[row * layer.width + column])
        guard rest != 255 else { continue }
        let target = plane.pointer + ((y + row) * plane.stride + x + column)
        let ground = UInt32(target.pointee)
        let full = UInt32(layer.values[row * layer.width + column]) + (ground * rest + 127) / 255
        target.pointee = UInt8(min(255, (full * share + ground * (256 - share) + 128) >> 8))
      }
    }
  }
}
