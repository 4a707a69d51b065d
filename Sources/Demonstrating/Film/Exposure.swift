import Media

/// Brightness and noise of a take, worked into a finished picture.
struct Exposure: Sendable {
  /// 1 is right; 2 is one stop too much light.
  var gain: Double
  /// Peak of the sensor's noise, in levels.
  var noise: Int

  func apply(to planes: [Plane], random: inout SeededGenerator) {
    guard planes.count == 3 else { return }
    if abs(gain - 1) > 0.004 { expose(planes) }
    if noise > 0 { grain(planes[0], &random) }
  }

  private func expose(_ planes: [Plane]) {
    let bright = (0..<256).map { value in
      UInt8(min(max(16 + (Double(value) - 16) * gain, 16), 240))
    }
    let fade = gain > 1 ? max(0.35, 1 - (gain - 1) * 0.55) : max(0.5, gain + 0.2)
    let pale = (0..<256).map { UInt8(min(max(128 + (Double($0) - 128) * fade, 16), 240)) }
    for (plane, table) in zip(planes, [bright, pale, pale]) {
      table.withUnsafeBufferPointer { table in
        for y in 0..<plane.height {
          let row = plane.pointer + y * plane.stride
          for x in 0..<plane.width { row[x] = table[Int(row[x])] }
        }
      }
    }
  }

  /// Adds one stretch of noise to every row, begun elsewhere in each.
  private func grain(_ plane: Plane, _ random: inout SeededGenerator) {
    let length = 4096
    let span = noise * 2 + 1
    let strip = (0..<length).map { _ in Int16(random.index(below: span) - noise) }
    strip.withUnsafeBufferPointer { strip in
      for y in 0..<plane.height {
        let row = plane.pointer + y * plane.stride
        var place = random.index(below: length)
        for x in 0..<plane.width {
          let value = Int16(row[x]) &+ strip[place]
          row[x] = UInt8(truncatingIfNeeded: min(max(value, 0), 255))
          place = (place &+ 1) & (length - 1)
        }
      }
    }
  }
}
