import Media

extension Layer {
  /// Lays the picture on the planes of a movie's picture.
  ///
  /// - Parameter map: From this picture's pixels to the target's.
  func lay(on planes: [Plane], by map: Affine) {
    guard planes.count == 3 else { return }
    let back = map.inverse
    let half = map.halved.inverse
    let whole = Source(width: width, height: height)
    let small = Source(width: halfWidth, height: halfHeight)
    Self.lay(luma, alpha, whole, on: planes[0], by: back)
    Self.lay(blue, smallAlpha, small, on: planes[1], by: half)
    Self.lay(red, smallAlpha, small, on: planes[2], by: half)
  }

  struct Source {
    var width: Int
    var height: Int
  }

  private static func lay(
    _ values: [UInt8], _ alphas: [UInt8], _ source: Source, on plane: Plane, by back: Affine
  ) {
    guard source.width > 2, source.height > 2 else { return }
    values.withUnsafeBufferPointer { values in
      alphas.withUnsafeBufferPointer { alphas in
        guard let base = values.baseAddress else { return }
        let room = plane.width * 2 + source.width + 2
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { spare in
          for y in 0..<plane.height {
            let row = Row(y: y, back: back, source: source, plane: plane)
            guard let spare = spare.baseAddress else { return }
            if let alpha = alphas.baseAddress, !alphas.isEmpty {
              row.blend(base, alpha, spare)
            } else {
              row.copy(base, spare)
            }
          }
        }
      }
    }
  }

  /// One row of a target, walked in steps of 1/65536 of a source pixel.
  private struct Row {
    let target: UnsafeMutablePointer<UInt8>
    let width: Int
    let source: Source
    let startX: Int
    let startY: Int
    let stepX: Int
    let stepY: Int
    /// Where all four neighbours lie inside the source.
    let inside: Range<Int>

    init(y: Int, back: Affine, source: Source, plane: Plane) {
      func fixed(_ value: Double) -> Int { Int(max(-2e9, min(2e9, value * 65536)).rounded()) }
      let line = Double(y) + 0.5
      target = plane.pointer + y * plane.stride
      width = plane.width
      self.source = source
      stepX = fixed(back.a)
      stepY = fixed(back.b)
      startX = fixed(back.a * 0.5 + back.c * line + back.tx - 0.5)
      startY = fixed(back.b * 0.5 + back.d * line + back.ty - 0.5)
      let across = Row.range(startX, stepX, (source.width - 1) << 16, width)
      inside = across.clamped(to: Row.range(startY, stepY, (source.height - 1) << 16, width))
    }

    /// The steps at which `start + step × n` stays in `0..<limit`.
    private static func range(_ start: Int, _ step: Int, _ limit: Int, _ count: Int) -> Range<Int> {
      if step == 0 { return start >= 0 && start < limit ? 0..<count : 0..<0 }
      func reach(_ bound: Int) -> Double { Double(bound - start) / Double(step) }
      let (a, b) = step > 0 ? (reach(0), reach(limit - 1)) : (reach(limit - 1), reach(0))
      let first = max(0, min(Double(count), a.rounded(.up)))
      let last = max(first, min(Double(count), b.rounded(.down) + 1))
      return Int(first)..<Int(last)
    }

    /// Whether source and target march in step, so that all pixels have the same weights.
    private var isShift: Bool { stepX == 65536 && stepY == 0 }

    @inline(__always)
    private func sample(_ base: UnsafePointer<UInt8>, _ x: Int, _ y: Int) -> Int {
      let corner = base + ((y >> 16) &* source.width &+ (x >> 16))
      let (right, low) = ((x >> 8) & 255, (y >> 8) & 255)
      let below = corner + source.width
      let top = Int(corner[0]) &* (256 &- right) &+ Int(corner[1]) &* right
      let bottom = Int(below[0]) &* (256 &- right) &+ Int(below[1]) &* right
      return (top &* (256 &- low) &+ bottom &* low &+ 32768) >> 16
    }

    /// Samples the whole row at equal weights into `out`.
    @inline(__always)
    private func shift(_ base: UnsafePointer<UInt8>, into out: UnsafeMutablePointer<UInt8>) {
      let x = startX &+ stepX &* inside.lowerBound
      let corner = base + ((startY >> 16) &* source.width &+ (x >> 16))
      let below = corner + source.width
      let (right, low) = (UInt32((x >> 8) & 255), UInt32((startY >> 8) & 255))
      let (left, high) = (256 &- right, 256 &- low)
      for index in 0..<inside.count {
        let top = UInt32(corner[index]) &* left &+ UInt32(corner[index &+ 1]) &* right
        let bottom = UInt32(below[index]) &* left &+ UInt32(below[index &+ 1]) &* right
        out[index] = UInt8(truncatingIfNeeded: (top &* high &+ bottom &* low &+ 32768) >> 16)
      }
    }

    /// Samples the whole row where rows stay rows: both source rows are mixed first.
    @inline(__always)
    private func stretch(
      _ base: UnsafePointer<UInt8>, into out: UnsafeMutablePointer<UInt8>,
      _ mixed: UnsafeMutablePointer<UInt8>
    ) {
      guard let last = inside.last else { return }
      let (x, end) = (startX &+ stepX &* inside.lowerBound, startX &+ stepX &* last)
      let (first, final) = (min(x, end) >> 16, max(x, end) >> 16 &+ 1)
      let row = base + (startY >> 16) &* source.width
      let below = row + source.width
      let low = UInt32((startY >> 8) & 255)
      for column in first...final {
        let value = UInt32(row[column]) &* (256 &- low) &+ UInt32(below[column]) &* low
        mixed[column] = UInt8(truncatingIfNeeded: (value &+ 128) >> 8)
      }
      var place = x
      for index in 0..<inside.count {
        let (column, right) = (place >> 16, (place >> 8) & 255)
        let value = Int(mixed[column]) &* (256 &- right) &+ Int(mixed[column &+ 1]) &* right
        out[index] = UInt8(truncatingIfNeeded: (value &+ 128) >> 8)
        place &+= stepX
      }
    }

    /// Writes an opaque source; beyond its edges the nearest pixel goes on.
    func copy(_ base: UnsafePointer<UInt8>, _ spare: UnsafeMutablePointer<UInt8>) {
      if isShift {
        shift(base, into: target + inside.lowerBound)
      } else if stepY == 0 {
        stretch(base, into: target + inside.lowerBound, spare)
      } else {
        var (x, y) = (startX &+ stepX &* inside.lowerBound, startY &+ stepY &* inside.lowerBound)
        for index in inside {
          target[index] = UInt8(truncatingIfNeeded: sample(base, x, y))
          x &+= stepX
          y &+= stepY
        }
      }
      if inside.count == width { return }
      for index in 0..<width where !inside.contains(index) {
        let column = min(max((startX + stepX * index) >> 16, 0), source.width - 1)
        let line = min(max((startY + stepY * index) >> 16, 0), source.height - 1)
        target[index] = base[line * source.width + column]
      }
    }

    func blend(
      _ base: UnsafePointer<UInt8>, _ alpha: UnsafePointer<UInt8>,
      _ spare: UnsafeMutablePointer<UInt8>
    ) {
      if stepY == 0 { return blendRow(base, alpha, spare) }
      var (x, y) = (startX &+ stepX &* inside.lowerBound, startY &+ stepY &* inside.lowerBound)
      for index in inside {
        let corner = alpha + ((y >> 16) &* source.width &+ (x >> 16))
        let any = corner[0] | corner[1] | corner[source.width] | corner[source.width &+ 1]
        if any != 0 {
          let share = sample(alpha, x, y)
          let under = Int(target[index]) &* (255 &- share) &+ 128
          let value = sample(base, x, y) &+ (under &+ (under >> 8)) >> 8
          target[index] = UInt8(truncatingIfNeeded: min(255, value))
        }
        x &+= stepX
        y &+= stepY
      }
    }

    private func blendRow(
      _ base: UnsafePointer<UInt8>, _ alpha: UnsafePointer<UInt8>,
      _ spare: UnsafeMutablePointer<UInt8>
    ) {
      let count = inside.count
      guard count > 0 else { return }
      let (values, shares, mixed) = (spare, spare + count, spare + count * 2)
      if isShift {
        shift(base, into: values)
        shift(alpha, into: shares)
      } else {
        stretch(base, into: values, mixed)
        stretch(alpha, into: shares, mixed)
      }
      let row = target + inside.lowerBound
      for index in 0..<count {
        let under = UInt32(row[index]) &* (255 &- UInt32(shares[index])) &+ 128
        let value = UInt32(values[index]) &+ (under &+ (under >> 8)) >> 8
        row[index] = UInt8(truncatingIfNeeded: min(255, value))
      }
    }
  }
}
