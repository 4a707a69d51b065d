import CFFmpegShims
import Support
import Testing

struct ResampleTests {
  /// A plane of random samples: noise, or the hardest steps there are.
  private static func plane(_ width: Int, _ height: Int, _ random: inout SeededGenerator)
    -> SamplePlane
  {
    let isHard = Bool.random(using: &random)
    return SamplePlane(
      width: width, height: height,
      samples: (0..<width * height).map { _ in
        let value = UInt8.random(in: 0...255, using: &random)
        return isHard ? (value < 128 ? 0 : 255) : value
      })
  }

  private static func window(in plane: SamplePlane, _ random: inout SeededGenerator) -> Window {
    let width = Double(plane.width) * Double.random(in: 0.02...1, using: &random)
    let height = Double(plane.height) * Double.random(in: 0.02...1, using: &random)
    return Window(
      x: (Double(plane.width) - width) * Double.random(in: 0...1, using: &random),
      y: (Double(plane.height) - height) * Double.random(in: 0...1, using: &random),
      width: width, height: height)
  }

  @Test func vectorUnitsGiveTheBytesOfPlainLoops() throws {
    var random = SeededGenerator(seed: 1)
    for round in 0..<400 {
      let source = Self.plane(
        .random(in: 1...(round % 3 == 0 ? 24 : 220), using: &random),
        .random(in: 1...(round % 5 == 0 ? 8 : 90), using: &random), &random)
      let size = (
        Int.random(in: 1...150, using: &random), Int.random(in: 1...50, using: &random)
      )
      let window = Self.window(in: source, &random)
      let fast = try source.resampled(window, size)
      #expect(try fast == source.resampled(window, size, plain: true), "\(window) to \(size)")
    }
  }

  @Test func everyProcessorGivesTheSameBytes() throws {
    var random = SeededGenerator(seed: 2)
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for _ in 0..<60 {
      let source = Self.plane(
        .random(in: 1...200, using: &random), .random(in: 1...100, using: &random), &random)
      let window = Self.window(in: source, &random)
      for sample in try source.resampled(window, (64, 48)).samples {
        digest = (digest ^ UInt64(sample)) &* 0x100_0000_01B3
      }
    }
    #expect(digest == 17_476_991_411_363_167_163)
  }

  @Test func samplesLieWithinALevelOfTheExactKernel() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<12 {
      let source = Self.plane(
        .random(in: 30...120, using: &random), .random(in: 30...80, using: &random), &random)
      let window = Self.window(in: source, &random)
      let result = try source.resampled(window, (40, 30))
      for (sample, exact) in zip(result.samples, source.exact(window, (40, 30))) {
        #expect(abs(Double(sample) - exact) < 1.01)
      }
    }
  }

  @Test func theWholeAtItsOwnSizeIsACopy() throws {
    var random = SeededGenerator(seed: 4)
    let source = Self.plane(77, 33, &random)
    let whole = Window(x: 0, y: 0, width: 77, height: 33)
    #expect(try source.resampled(whole, (77, 33)) == source)
  }

  @Test func aResamplerGivesEachPlaneItsOwnWeights() throws {
    var random = SeededGenerator(seed: 5)
    let planes = [(120, 80), (60, 40), (60, 40)].map { Self.plane($0.0, $0.1, &random) }
    let resampler = try #require(shopreel_resampler_new(false))
    defer { shopreel_resampler_free(resampler) }
    for plane in planes {
      let window = Window(
        x: 1.3, y: 0.7, width: Double(plane.width) / 2, height: Double(plane.height) / 2)
      let shared = try plane.resampled(window, (50, 30), with: resampler)
      #expect(try shared == plane.resampled(window, (50, 30)))
    }
  }

  @Test func windowsFarOutsideHoldTheEdge() throws {
    var source = SamplePlane(width: 40, height: 20, samples: [UInt8](repeating: 90, count: 800))
    for row in 0..<20 { source.samples[row * 40 + 39] = 200 }
    for far in [50, 1e6, 1e300] {
      let right = Window(x: far, y: -far, width: 10, height: 1e9)
      #expect(try source.resampled(right, (32, 8)).samples.allSatisfy { $0 >= 199 })
    }
    for size in [1e-300, 1e-9, 1e9, 1e300] {
      let window = Window(x: -1e300, y: 3, width: size, height: size)
      let fast = try source.resampled(window, (33, 9))
      #expect(try fast == source.resampled(window, (33, 9), plain: true))
    }
  }

  @Test(arguments: [0, -1, 65_537, Int32.max, Int32.min])
  func impossibleSidesAreRefused(side: Int32) {
    var samples = [UInt8](repeating: 0, count: 64)
    for place in 0..<4 {
      let sides = (0..<4).map { $0 == place ? side : 8 }
      let done = samples.withUnsafeMutableBufferPointer {
        shopreel_resample_plane(
          $0.baseAddress, 8, sides[0], sides[1], $0.baseAddress, 8, sides[2], sides[3], 0, 0, 8, 8)
      }
      #expect(!done)
    }
  }

  @Test(arguments: [0, -1, Double.nan, .infinity, -.infinity])
  func windowsThatAreEmptyOrNotFiniteAreRefused(length: Double) {
    let source = SamplePlane(width: 8, height: 8, samples: [UInt8](repeating: 7, count: 64))
    for window in [
      Window(x: 0, y: 0, width: length, height: 8), Window(x: 0, y: 0, width: 8, height: length),
    ] {
      #expect(throws: SamplePlane.Refused.self) { try source.resampled(window, (8, 8)) }
    }
    guard !length.isFinite else { return }
    #expect(throws: SamplePlane.Refused.self) {
      try source.resampled(Window(x: .nan, y: 0, width: 8, height: 8), (8, 8))
    }
  }
}
