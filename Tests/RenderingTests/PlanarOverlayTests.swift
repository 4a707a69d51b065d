import Media
import Pixels
import Rendering
import Support
import Testing

struct PlanarOverlayTests {
  /// Premultiplied pixels in runs: gaps, solid stretches, soft edges, noise; sometimes broken ones
  /// whose colours exceed their alpha.
  private static func bitmap(_ width: Int, _ height: Int, _ random: inout SeededGenerator)
    -> Bitmap
  {
    var result = Bitmap(width: width, height: height)
    let isBroken = Int.random(in: 0..<4, using: &random) == 0
    var (left, kind) = (0, 0)
    for at in 0..<width * height {
      if left == 0 {
        left = Int.random(in: 1...(Bool.random(using: &random) ? 12 : 500), using: &random)
        kind = Int.random(in: 0..<4, using: &random)
      }
      left -= 1
      let alpha: UInt8 =
        switch kind {
        case 0: 0
        case 1: 255
        case 2: UInt8.random(in: 0...3, using: &random)
        default: UInt8.random(in: 0...255, using: &random)
        }
      for channel in 0..<3 {
        result.bytes[at * 4 + channel] = .random(in: 0...(isBroken ? 255 : alpha), using: &random)
      }
      result.bytes[at * 4 + 3] = alpha
    }
    return result
  }

  private static func ground(_ width: Int, _ height: Int, seed: UInt64) throws -> Picture {
    var random = SeededGenerator(seed: seed)
    let picture = try Picture.blank(width: width, height: height)
    picture.withPlanes { planes in
      for plane in planes {
        for row in 0..<plane.height {
          for column in 0..<plane.width {
            plane.pointer[row * plane.stride + column] = .random(in: 0...255, using: &random)
          }
        }
      }
    }
    return picture
  }

  private static func samples(_ picture: Picture) -> [[UInt8]] {
    picture.withPlanes { planes in
      planes.map { plane in
        (0..<plane.height).flatMap { row in
          UnsafeBufferPointer(start: plane.pointer + row * plane.stride, count: plane.width)
        }
      }
    }
  }

  private func expectEqual(
    _ bitmap: Bitmap, x: Int, y: Int, opacity: Int, onto size: (Int, Int) = (160, 60)
  ) throws {
    let ours = try Self.ground(size.0, size.1, seed: 7)
    let plain = try Self.ground(size.0, size.1, seed: 7)
    PlanarOverlay(bitmap, x: x, y: y).blend(onto: ours, opacity: opacity)
    PlainOverlay(bitmap, x: x, y: y).blend(onto: plain, opacity: opacity)
    #expect(
      Self.samples(ours) == Self.samples(plain),
      "\(bitmap.width)×\(bitmap.height) at \(x), \(y) with \(opacity)")
  }

  @Test func blendsAsItsFormulasSay() throws {
    var random = SeededGenerator(seed: 11)
    for round in 0..<300 {
      let size = round % 3 == 0 ? (161, 61) : (640, 60)
      let bitmap = Self.bitmap(
        .random(in: 1...700, using: &random), .random(in: 1...40, using: &random), &random)
      try expectEqual(
        bitmap, x: .random(in: -710...(size.0 + 10), using: &random),
        y: .random(in: -45...65, using: &random),
        opacity: round % 2 == 0 ? 256 : .random(in: 0...256, using: &random),
        onto: size)
    }
  }

  @Test func solidStretchesAndGapsAreLaidWhole() throws {
    var bitmap = Bitmap(width: 800, height: 4)
    for column in 90..<790 {
      for row in 0..<4 {
        bitmap.bytes.replaceSubrange(
          (row * 800 + column) * 4..<(row * 800 + column) * 4 + 4, with: [9, 120, 200, 255])
      }
    }
    for opacity in [256, 255, 128, 1, 0] {
      for x in [0, -91, -100, 40, -785] {
        try expectEqual(bitmap, x: x, y: 3, opacity: opacity, onto: (720, 8))
      }
    }
  }

  @Test func borderColoursWithoutAlphaCountAsTheyDid() throws {
    var bitmap = Bitmap(width: 7, height: 7, bytes: [UInt8](repeating: 0, count: 196))
    for at in 0..<49 { bitmap.bytes[at * 4] = 255 }
    bitmap.bytes[(3 * 7 + 3) * 4 + 3] = 255
    for place in [(0, 0), (1, 0), (0, 1), (1, 1), (-1, -3)] {
      try expectEqual(bitmap, x: place.0, y: place.1, opacity: 256)
    }
  }

  @Test func whatIsTransparentChangesNothing() throws {
    for size in [(0, 0), (1, 1), (33, 9)] {
      try expectEqual(Bitmap(width: size.0, height: size.1), x: 3, y: 5, opacity: 256)
    }
  }

  @Test(arguments: [Int.min, -1 << 40, 1 << 40, Int.max])
  func placesFarAwayShowNothing(place: Int) throws {
    var random = SeededGenerator(seed: 12)
    let overlay = PlanarOverlay(Self.bitmap(9, 9, &random), x: place, y: place)
    let picture = try Self.ground(32, 32, seed: 7)
    overlay.blend(onto: picture)
    #expect(try Self.samples(picture) == Self.samples(Self.ground(32, 32, seed: 7)))
  }

  @Test(arguments: [(-5, 0), (300, 256)])
  func opacityIsHeldToItsRange(given: Int, meant: Int) throws {
    var random = SeededGenerator(seed: 13)
    let overlay = PlanarOverlay(Self.bitmap(40, 20, &random), x: 0, y: 0)
    let pictures = try [given, meant].map { opacity in
      let picture = try Self.ground(64, 32, seed: 7)
      overlay.blend(onto: picture, opacity: opacity)
      return Self.samples(picture)
    }
    #expect(pictures[0] == pictures[1])
  }
}
