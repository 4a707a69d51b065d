import Ingesting
import Model
import Pixels
import Testing

struct SlateReaderTests {
  private let payload = Shoot.payload("A-100-close")

  static let damages: [(String, @Sendable (inout SlatePicture) -> Void)] = [
    ("none", { _ in }),
    ("three pixels a module", { $0.module = 3 }),
    ("two pixels a module", { $0.module = 2 }),
    ("a third of a module of blur", { $0.blur = 0.33 }),
    ("17 degrees", { $0.angle = 17 }),
    ("90 degrees", { $0.angle = 90 }),
    ("45 degrees", { $0.angle = 45 }),
    ("perspective", { $0.perspective = 0.3 }),
    ("darkness", { $0.brightness = 0.15 }),
    ("noise", { $0.noise = 40 }),
    (
      "a bit of everything",
      {
        $0.angle = 12
        $0.perspective = 0.15
        $0.blur = 0.2
        $0.brightness = 0.6
        $0.noise = 10
      }
    ),
  ]

  @Test(arguments: damages.indices)
  func damagedSlatesAreRead(index: Int) throws {
    var picture = SlatePicture(payload: payload)
    Self.damages[index].1(&picture)
    let found = SlateReader().read(try picture.image())
    #expect(found.map(\.payload.text) == [payload], "\(Self.damages[index].0)")
    #expect(found.map(\.upsideDown) == [false])
  }

  @Test(arguments: [
    (0.0, false), (120, false), (160, true), (180, true), (200, true), (270, false),
  ])
  func theTurnTellsATailSlate(angle: Double, isUpsideDown: Bool) throws {
    let found = SlateReader().read(try SlatePicture(payload: payload, angle: angle).image())
    #expect(found.map(\.upsideDown) == [isUpsideDown])
  }

  @Test func cornersStandWhereTheCodeIs() throws {
    let found = SlateReader().read(try SlatePicture(payload: payload, angle: 180).image())
    let corners = try #require(found.first).corners
    #expect(corners.count == 4)
    // 25 modules of 5 pixels about the middle of 360 × 480; upside down, the code's own upper left
    // is the picture's lower right.
    #expect(abs(corners[0].x - 242) <= 6 && abs(corners[0].y - 302) <= 6)
    #expect(abs(corners[2].x - 117) <= 6 && abs(corners[2].y - 177) <= 6)
  }

  @Test(arguments: [
    "https://example.com/pay", "SR1*W0RK*1234567*!", "SR2*W0RK*1234567*A", "SR1*W0RK*12",
    String(repeating: "A", count: 300),
  ])
  func strangersCodesAndBadChecksAreNotReported(text: String) throws {
    #expect(SlateReader().read(try SlatePicture(payload: text, module: 2).image()).isEmpty)
  }

  @Test func noiseAndTinyPicturesHoldNoSlate() {
    var seed: UInt64 = 1
    let bytes = (0..<200 * 200).map { _ in
      seed = seed &* 6_364_136_223_846_793_005 &+ 1
      return UInt8(truncatingIfNeeded: seed >> 33)
    }
    #expect(SlateReader().read(GrayImage(width: 200, height: 200, bytes: bytes)).isEmpty)
    #expect(SlateReader().read(GrayImage(width: 0, height: 0, bytes: [])).isEmpty)
    #expect(SlateReader().read(GrayImage(width: 1, height: 1, bytes: [7])).isEmpty)
  }
}
