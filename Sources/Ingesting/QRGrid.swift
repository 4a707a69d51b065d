import Pixels

/// Where a slate's 25 × 25 modules lie in a picture, by the three eyes of its code.
struct QRGrid: Hashable {
  /// Modules a side of a version-2 code, which every slate is.
  static let side = 25
  /// Middle of the upper left eye.
  private let origin: (x: Double, y: Double)
  /// One module to the code's right and down.
  private let right: (x: Double, y: Double)
  private let down: (x: Double, y: Double)

  static func == (a: QRGrid, b: QRGrid) -> Bool {
    a.origin == b.origin && a.right == b.right && a.down == b.down
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(origin.x)
    hasher.combine(origin.y)
  }

  private init(_ corner: QREye, _ right: QREye, _ below: QREye) {
    let span = Double(Self.side - 7)
    origin = (corner.x, corner.y)
    self.right = ((right.x - corner.x) / span, (right.y - corner.y) / span)
    down = ((below.x - corner.x) / span, (below.y - corner.y) / span)
  }

  /// The same place read as a mirror shows it.
  var transposed: QRGrid { QRGrid(origin: origin, right: down, down: right) }

  private init(
    origin: (x: Double, y: Double), right: (x: Double, y: Double), down: (x: Double, y: Double)
  ) {
    self.origin = origin
    self.right = right
    self.down = down
  }

  /// The picture's place of a point in modules from the code's upper left.
  private func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let (i, j) = (x - 3.5, y - 3.5)
    return (origin.x + i * right.x + j * down.x, origin.y + i * right.y + j * down.y)
  }

  var middle: (x: Double, y: Double) { place(Double(Self.side) / 2, Double(Self.side) / 2) }

  /// Three eyes of one size, about as far apart as a slate's, at about a right angle.
  static func grids(of eyes: [QREye]) -> [QRGrid] {
    let eyes = eyes.sorted { ($0.votes, $0.x, $0.y) > ($1.votes, $1.x, $1.y) }.prefix(16)
    var found: [QRGrid] = []
    for corner in eyes {
      let others = eyes.filter { $0 != corner && $0.isLike(corner) }
      for right in others {
        for below in others where below != right && below.isLike(right) {
          if isCorner(corner, right, below) { found.append(QRGrid(corner, right, below)) }
        }
      }
    }
    return found
  }

  private static func isCorner(_ corner: QREye, _ right: QREye, _ below: QREye) -> Bool {
    let a = (x: right.x - corner.x, y: right.y - corner.y)
    let b = (x: below.x - corner.x, y: below.y - corner.y)
    let turn = a.x * b.y - a.y * b.x
    let long = (a.x * a.x + a.y * a.y).squareRoot()
    let wide = (b.x * b.x + b.y * b.y).squareRoot()
    let module = (corner.module + right.module + below.module) / 3
    return turn > 0.7 * long * wide && long < wide * 1.8 && wide < long * 1.8
      && (12...26).contains(long / module) && (12...26).contains(wide / module)
  }

  /// Whether light and dark alternate between the eyes as in a code of 25 modules.
  ///
  /// Each module is held against its two neighbours, as blur leaves only a little of the contrast.
  func isSlate(in image: GrayImage, inverted: Bool) -> Bool {
    var fits = 0
    for isRow in [true, false] {
      let levels = (7...17).map { i in
        isRow
          ? level(image, Double(i) + 0.5, 6.5) : level(image, 6.5, Double(i) + 0.5)
      }
      for i in 1...9 {
        let isDark = levels[i] < (levels[i - 1] + levels[i + 1]) / 2
        if isDark == ((i % 2 == 1) != inverted) { fits += 1 }
      }
    }
    return fits >= 12
  }

  private func level(_ image: GrayImage, _ x: Double, _ y: Double) -> Double {
    let at = place(x, y)
    return image.level(at.x, at.y)
  }

  /// Pixels a module of a redrawn code, and light modules about it.
  private static let (scale, quiet) = (6, 4)

  /// The code as it lies in the picture, upright and from black to white.
  func enlarged(from image: GrayImage) -> GrayImage {
    let side = (Self.side + 2 * Self.quiet) * Self.scale
    var levels: [Double] = []
    levels.reserveCapacity(side * side)
    for y in 0..<side {
      for x in 0..<side {
        let at = place(enlargedX: Double(x) + 0.5, y: Double(y) + 0.5)
        levels.append(image.level(at.0, at.1))
      }
    }
    let sorted = levels.sorted()
    let (low, high) = (sorted[sorted.count / 50], sorted[sorted.count - 1 - sorted.count / 50])
    let gain = 255 / max(8, high - low)
    let bytes = levels.map { UInt8(max(0, min(255, ($0 - low) * gain))) }
    return GrayImage(width: side, height: side, bytes: bytes)
  }

  /// The code drawn anew in black and white: each module is measured, what blur has lent it from
  /// its neighbours is taken back, and what is left is held against a threshold.
  ///
  /// - Parameters:
  ///   - gain: How much of the difference to the neighbours is given back.
  ///   - isLocal: Whether the threshold is the mean of nine by nine modules, else of all.
  func redrawn(from image: GrayImage, inverted: Bool, gain: Double, isLocal: Bool) -> GrayImage {
    let levels = measured(in: image)
    let side = Self.side
    func level(_ x: Int, _ y: Int) -> Double {
      levels[max(0, min(side - 1, y)) * side + max(0, min(side - 1, x))]
    }
    let middle = ((levels.min() ?? 0) + (levels.max() ?? 0)) / 2
    var dark = [Bool](repeating: false, count: side * side)
    for y in 0..<side {
      for x in 0..<side {
        let around =
          (level(x - 1, y) + level(x + 1, y) + level(x, y - 1) + level(x, y + 1)) / 4
        var threshold = middle
        if isLocal {
          let rows = max(0, y - 4)...min(side - 1, y + 4)
          let columns = max(0, x - 4)...min(side - 1, x + 4)
          let sum = rows.reduce(0.0) { sum, j in columns.reduce(sum) { $0 + level($1, j) } }
          threshold = sum / Double(rows.count * columns.count)
        }
        let own = level(x, y)
        dark[y * side + x] = (own + gain * (own - around) < threshold) != inverted
      }
    }
    let whole = (side + 2 * Self.quiet) * Self.scale
    var picture = GrayImage(
      width: whole, height: whole, bytes: [UInt8](repeating: 255, count: whole * whole))
    for y in 0..<side * Self.scale {
      for x in 0..<side * Self.scale where dark[y / Self.scale * side + x / Self.scale] {
        let edge = Self.quiet * Self.scale
        picture.bytes[(y + edge) * whole + x + edge] = 0
      }
    }
    return picture
  }

  /// The level of every module, the mean of nine places about its middle.
  private func measured(in image: GrayImage) -> [Double] {
    let places = [0.3, 0.5, 0.7]
    return (0..<Self.side * Self.side).map { at in
      let (x, y) = (Double(at % Self.side), Double(at / Self.side))
      let sum = places.reduce(0.0) { sum, j in
        places.reduce(sum) { $0 + level(image, x + $1, y + j) }
      }
      return sum / 9
    }
  }

  /// The picture's place of a point of the enlarged code.
  func place(enlargedX x: Double, y: Double) -> (Double, Double) {
    let at = place(
      x / Double(Self.scale) - Double(Self.quiet), y / Double(Self.scale) - Double(Self.quiet))
    return (at.x, at.y)
  }
}

extension QREye {
  fileprivate func isLike(_ other: QREye) -> Bool {
    module < other.module * 1.5 && other.module < module * 1.5
  }
}

extension GrayImage {
  /// The level between pixels, by straight lines; the edge goes on beyond the picture.
  fileprivate func level(_ x: Double, _ y: Double) -> Double {
    let x = max(0, min(Double(width) - 1.001, x - 0.5))
    let y = max(0, min(Double(height) - 1.001, y - 0.5))
    let (i, j) = (Int(x), Int(y))
    let (u, v) = (x - Double(i), y - Double(j))
    let (k, l) = (min(i + 1, width - 1), min(j + 1, height - 1))
    let above = Double(self[i, j]) * (1 - u) + Double(self[k, j]) * u
    let below = Double(self[i, l]) * (1 - u) + Double(self[k, l]) * u
    return above * (1 - v) + below * v
  }
}
