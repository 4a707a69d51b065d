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
        for y in 0..<plane.height {
          let row = Row(y: y, back: back, source: source, plane: plane)
          if let alpha = alphas.baseAddress, !alphas.isEmpty {
            row.blend(base, alpha)
          } else {
            row.copy(base)
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

    @inline(__always)
    private func sample(_ base: UnsafePointer<UInt8>, _ x: Int, _ y: Int) -> Int {
      let corner = base + ((y >> 16) &* source.width &+ (x >> 16))
      let (right, low) = ((x >> 8) & 255, (y >> 8) & 255)
      let below = corner + source.width
      let top = Int(corner[0]) &* (256 &- right) &+ Int(corner[1]) &* right
      let bottom = Int(below[0]) &* (256 &- right) &+ Int(below[1]) &* right
      return (top &* (256 &- low) &+ bottom &* low &+ 32768) >> 16
    }

    /// Writes an opaque source; beyond its edges the nearest pixel goes on.
    func copy(_ base: UnsafePointer<UInt8>) {
      var (x, y) = (startX &+ stepX &* inside.lowerBound, startY &+ stepY &* inside.lowerBound)
      for index in inside {
        target[index] = UInt8(truncatingIfNeeded: sample(base, x, y))
        x &+= stepX
        y &+= stepY
      }
      if inside.count == width { return }
      for index in 0..<width where !inside.contains(index) {
        let column = min(max((startX + stepX * index) >> 16, 0), source.width - 1)
        let line = min(max((startY + stepY * index) >> 16, 0), source.height - 1)
        target[index] = base[line * source.width + column]
      }
    }

    func blend(_ base: UnsafePointer<UInt8>, _ alpha: UnsafePointer<UInt8>) {
      var (x, y) = (startX &+ stepX &* inside.lowerBound, startY &+ stepY &* inside.lowerBound)
      for index in inside {
        let share = sample(alpha, x, y)
        if share == 255 {
          target[index] = UInt8(truncatingIfNeeded: sample(base, x, y))
        } else if share > 0 {
          let under = Int(target[index]) &* (255 &- share)
          let value = sample(base, x, y) &+ (under &+ 127) / 255
          target[index] = UInt8(truncatingIfNeeded: min(255, value))
        }
        x &+= stepX
        y &+= stepY
      }
    }
  }
}
