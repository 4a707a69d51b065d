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

  static let efforts: [(String, @Sendable (inout SlatePicture) -> Void)] = [
    ("a dark page", { $0.isInverted = true }),
    (
      "a dark page in dim light, turned",
      {
        $0.isInverted = true
        $0.brightness = 0.3
        $0.angle = 30
      }
    ),
    (
      "a dark page at three pixels a module",
      {
        $0.isInverted = true
        $0.module = 3
      }
    ),
    (
      "out of focus by six tenths of a module",
      {
        $0.blur = 0.6
        $0.module = 6
      }
    ),
  ]

  @Test(arguments: efforts.indices)
  func effortReadsWhatOneLookDoesNot(index: Int) throws {
    var picture = SlatePicture(payload: payload)
    Self.efforts[index].1(&picture)
    let image = try picture.image()
    #expect(SlateReader().read(image).isEmpty, "\(Self.efforts[index].0)")
    let found = SlateReader().read(image, effort: .thorough)
    #expect(found.map(\.payload.text) == [payload], "\(Self.efforts[index].0)")
    #expect(found.map(\.upsideDown) == [false])
  }

  @Test(arguments: [
    (0.0, false), (90, false), (120, false), (160, true), (180, true), (200, true), (270, false),
  ])
  func aMirrorDoesNotTurnASlateUpsideDown(angle: Double, isUpsideDown: Bool) throws {
    let picture = SlatePicture(payload: payload, angle: angle, isMirrored: true)
    let found = SlateReader().read(try picture.image(), effort: .thorough)
    #expect(found.map(\.payload.text) == [payload])
    #expect(found.map(\.upsideDown) == [isUpsideDown])
  }

  @Test(arguments: [0.3, 0.45, 0.6])
  func aCoveredSlateIsSeenThoughNotRead(share: Double) throws {
    let picture = SlatePicture(payload: payload, module: 6, covered: share)
    let look = SlateReader().look(try picture.image(), effort: .thorough)
    #expect(look.slates.isEmpty)
    #expect(!look.unread.isEmpty)
  }

  @Test func aSlateWhoseCheckDoesNotHoldIsSeenThoughNotRead() throws {
    let look = SlateReader().look(try SlatePicture(payload: "SR1*W0RK*1234567*!").image())
    #expect(look.slates.isEmpty && look.strangers.isEmpty)
    #expect(look.unread.map(\.isWhole) == [true])
  }

  @Test(arguments: [
    "https://example.com/pay", "WIFI:T:WPA;S:x;;", String(repeating: "A", count: 300),
  ])
  func strangersCodesAreKnownAsSuch(text: String) throws {
    let picture = SlatePicture(payload: text, module: 3)
    let look = SlateReader().look(try picture.image(), effort: .thorough)
    #expect(look.slates.isEmpty && look.unread.isEmpty)
    #expect(look.strangers.count == 1)
  }

  @Test func anEmptySetLooksLikeNoSlate() throws {
    var picture = GrayImage(
      width: 640, height: 480, bytes: [UInt8](repeating: 60, count: 640 * 480))
    for at in picture.bytes.indices {
      let (column, row) = (at % 640 / 40, at / 640 / 30)
      picture.bytes[at] += UInt8((column + row) % 5 * 30)
    }
    let look = SlateReader().look(picture, effort: .thorough)
    #expect(look == SlateLook())
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
