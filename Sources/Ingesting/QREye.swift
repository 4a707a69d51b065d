import Pixels

/// One of the three squares in a QR code's corners.
struct QREye: Hashable {
  /// Its middle, in pixels.
  var x: Double
  var y: Double
  /// Pixels of a module.
  var module: Double
  /// How many lines of the picture crossed it.
  var votes = 1
}

/// Finds QR codes' eyes: dark, light, dark, light, dark in 1 : 1 : 3 : 1 : 1, in every direction.
struct QREyeFinder {
  private let width: Int
  private let height: Int
  /// 1 where darker than the neighbourhood; after `invert`, where lighter.
  private var dark: [UInt8]
  private var light: [UInt8]
  private var eyes: [QREye] = []

  /// - Parameter isFine: Whether light and dark are told by a small neighbourhood, which finds
  ///   eyes that are out of focus and loses those that are large.
  init(_ image: GrayImage, isFine: Bool = false) {
    (width, height) = (image.width, image.height)
    let side = max(width, height)
    let threshold = LocalThreshold(
      image, reach: isFine ? max(5, side / 120) : max(12, side / 25), bias: isFine ? 3 : 6)
    dark = threshold.dark
    light = threshold.light
  }

  /// Whether a code may stand in the picture, dark on light or light on dark.
  static func suspects(_ image: GrayImage) -> Bool {
    for isFine in [false, true] {
      var finder = QREyeFinder(image, isFine: isFine)
      if finder.find().contains(where: { $0.votes >= 3 }) { return true }
      finder.invert()
      if finder.find().contains(where: { $0.votes >= 3 }) { return true }
    }
    return false
  }

  /// From now on codes are looked for that are light on dark.
  mutating func invert() {
    swap(&dark, &light)
  }

  /// Every eye that at least two lines crossed.
  mutating func find() -> [QREye] {
    eyes = []
    for y in stride(from: 1, to: height - 1, by: 2) { scan(row: y) }
    return eyes.filter { $0.votes >= 2 }
  }

  private mutating func scan(row y: Int) {
    var runs = (0, 0, 0, 0, 0)
    var (length, level) = (0, dark[y * width])
    for x in 0...width {
      let next = x < width ? dark[y * width + x] : 2
      if next == level {
        length += 1
        continue
      }
      runs = (runs.1, runs.2, runs.3, runs.4, length)
      if level == 1, runs.0 > 0, let module = Self.module(runs) {
        let middle = Double(x - runs.4 - runs.3) - Double(runs.2) / 2
        check(middle, Double(y), module)
      }
      (length, level) = (1, next)
    }
  }

  /// Pixels of a module, when the runs are an eye's.
  private static func module(_ runs: (Int, Int, Int, Int, Int)) -> Double? {
    let total = runs.0 + runs.1 + runs.2 + runs.3 + runs.4
    guard total >= 7 else { return nil }
    let module = Double(total) / 7
    let slack = module * 0.6
    func fits(_ run: Int, _ count: Double) -> Bool {
      abs(Double(run) - count * module) < slack * max(1, count * 0.6)
    }
    guard fits(runs.0, 1), fits(runs.1, 1), fits(runs.2, 3), fits(runs.3, 1), fits(runs.4, 1)
    else { return nil }
    return module
  }

  /// Looks along the other directions, and keeps what is an eye in all.
  private mutating func check(_ x: Double, _ y: Double, _ module: Double) {
    guard let down = cross(x, y, 0, 1, module) else { return }
    let middle = y + down.shift
    guard let across = cross(x, middle, 1, 0, module) else { return }
    let center = (x: x + across.shift, y: middle)
    let mean = (down.module + across.module) / 2
    guard down.module < across.module * 1.8, across.module < down.module * 1.8,
      cross(center.x, center.y, 1, 1, mean) != nil || cross(center.x, center.y, 1, -1, mean) != nil
    else { return }
    for i in eyes.indices {
      let near = abs(eyes[i].x - center.x) < mean * 2 && abs(eyes[i].y - center.y) < mean * 2
      if near {
        let votes = Double(eyes[i].votes)
        eyes[i].x += (center.x - eyes[i].x) / (votes + 1)
        eyes[i].y += (center.y - eyes[i].y) / (votes + 1)
        eyes[i].module += (mean - eyes[i].module) / (votes + 1)
        eyes[i].votes += 1
        return
      }
    }
    if eyes.count < 64 { eyes.append(QREye(x: center.x, y: center.y, module: mean)) }
  }

  /// The module along a direction, and how far the middle lies from the start, in steps.
  private func cross(
    _ x: Double, _ y: Double, _ dx: Int, _ dy: Int, _ module: Double
  ) -> (module: Double, shift: Double)? {
    let most = Int(module * 9) + 4
    guard let ahead = runs(Int(x), Int(y), dx, dy, most),
      let behind = runs(Int(x), Int(y), -dx, -dy, most)
    else { return nil }
    let core = ahead.0 + behind.0 - 1
    guard core > 0,
      let found = Self.module((behind.2, behind.1, core, ahead.1, ahead.2))
    else { return nil }
    return (found, Double(ahead.0 - behind.0) / 2)
  }

  /// Lengths of dark, light and dark from a point in one direction.
  private func runs(
    _ x: Int, _ y: Int, _ dx: Int, _ dy: Int, _ most: Int
  ) -> (Int, Int, Int)? {
    var (x, y, left) = (x, y, most)
    func run(_ level: UInt8) -> Int {
      var count = 0
      while x >= 0, y >= 0, x < width, y < height, left > 0, dark[y * width + x] == level {
        count += 1
        left -= 1
        x += dx
        y += dy
      }
      return count
    }
    let found = (run(1), run(0), run(1))
    return found.0 > 0 && found.1 > 0 && found.2 > 0 && left > 0 ? found : nil
  }
}

/// A picture in dark and light, each pixel against the mean of its neighbourhood; even ground is
/// neither.
struct LocalThreshold {
  private(set) var dark: [UInt8]
  private(set) var light: [UInt8]

  /// - Parameters:
  ///   - reach: Half the neighbourhood's side, in pixels.
  ///   - bias: How far from the mean dark and light begin, in levels.
  init(_ image: GrayImage, reach: Int, bias: UInt32) {
    let (width, height) = (image.width, image.height)
    let sums = Self.sums(image)
    var dark = [UInt8](repeating: 0, count: width * height)
    var light = dark
    for y in 0..<height {
      let (top, bottom) = (max(0, y - reach), min(height, y + reach + 1))
      let (first, last) = (top * (width + 1), bottom * (width + 1))
      image.bytes.withUnsafeBufferPointer { luma in
        sums.withUnsafeBufferPointer { sums in
          for x in 0..<width {
            let (left, right) = (max(0, x - reach), min(width, x + reach + 1))
            let sum =
              sums[last + right] &- sums[last + left] &- sums[first + right] &+ sums[first + left]
            let area = UInt32((right - left) * (bottom - top))
            let level = UInt32(luma[y * width + x]) &* area
            dark[y * width + x] = level &+ bias &* area < sum ? 1 : 0
            light[y * width + x] = level > sum &+ bias &* area ? 1 : 0
          }
        }
      }
    }
    (self.dark, self.light) = (dark, light)
  }

  /// Sums of all levels above and left of each corner of pixels; they may wrap, differences hold.
  private static func sums(_ image: GrayImage) -> [UInt32] {
    let (width, height) = (image.width, image.height)
    var sums = [UInt32](repeating: 0, count: (width + 1) * (height + 1))
    image.bytes.withUnsafeBufferPointer { luma in
      for y in 0..<height {
        var row: UInt32 = 0
        let (above, here) = (y * (width + 1), (y + 1) * (width + 1))
        for x in 0..<width {
          row &+= UInt32(luma[y * width + x])
          sums[here + x + 1] = sums[above + x + 1] &+ row
        }
      }
    }
    return sums
  }
}
