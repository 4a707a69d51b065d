import Media

/// How well a picture would do as a cover: sharp, bright, and full of something to see.
struct CoverScore: Comparable {
  /// 0…1 each.
  let sharpness: Double
  let brightness: Double
  let fullness: Double

  var total: Double { 0.5 * sharpness + 0.25 * brightness + 0.25 * fullness }

  static func < (a: CoverScore, b: CoverScore) -> Bool { a.total < b.total }

  init(_ picture: Picture) {
    self = picture.withPlanes { planes in
      planes.first.map(CoverScore.init) ?? CoverScore(sharpness: 0, brightness: 0, fullness: 0)
    }
  }

  private init(sharpness: Double, brightness: Double, fullness: Double) {
    self.sharpness = sharpness
    self.brightness = brightness
    self.fullness = fullness
  }

  /// Cells across and down in which something has to be seen.
  private static let cells = 12
  /// Mean change of neighbours from which a cell is not empty, in steps of luma.
  private static let detail = 3

  /// - Parameter plane: Luma of limited range.
  private init(_ plane: Plane) {
    let cells = Self.cells
    guard plane.width >= cells * 4, plane.height >= cells * 4 else {
      self.init(sharpness: 0, brightness: 0, fullness: 0)
      return
    }
    var (light, edges, samples, filled) = (0, 0, 0, 0)
    for row in 0..<cells {
      for column in 0..<cells {
        let xs = plane.width * column / cells..<plane.width * (column + 1) / cells - 2
        let ys = plane.height * row / cells..<plane.height * (row + 1) / cells - 2
        var (sum, change, curve, count) = (0, 0, 0, 0)
        for y in stride(from: ys.lowerBound, to: ys.upperBound, by: 3) {
          let line = plane.pointer + y * plane.stride
          for x in stride(from: xs.lowerBound, to: xs.upperBound, by: 3) {
            let (a, b, c) = (Int(line[x]), Int(line[x + 1]), Int(line[x + 2]))
            let below = Int(line[x + 2 * plane.stride])
            sum += b
            change += abs(a - c) + abs(a - below)
            curve += abs(a + c - 2 * b)
            count += 1
          }
        }
        guard count > 0 else { continue }
        light += sum
        samples += count
        edges += curve
        if change >= Self.detail * count { filled += 1 }
      }
    }
    let mean = Double(light) / Double(max(1, samples))
    let curve = Double(edges) / Double(max(1, samples))
    self.init(
      sharpness: curve / (curve + 6), brightness: max(0, 1 - abs(mean - 145) / 110),
      fullness: Double(filled) / Double(cells * cells))
  }
}
