import Foundation
import Media
import Pixels
import Support
import Testing
import Timing

@Suite(.serialized) struct StillTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func aPNGKeepsEveryPixelAndItsAlpha() throws {
    var bitmap = Bitmap(width: 9, height: 7)
    for index in 0..<63 {
      let alpha = UInt8(index * 4)
      bitmap.bytes[index * 4] = alpha / 2
      bitmap.bytes[index * 4 + 3] = alpha
    }
    let path = folder.file("a.png").path
    try StillWriter.write(bitmap, to: path)
    let back = try StillReader.bitmap(of: path)
    #expect(back.width == 9 && back.height == 7)
    let worst = zip(back.bytes, bitmap.bytes).map { abs(Int($0) - Int($1)) }.max() ?? 99
    #expect(worst <= 1)
  }

  @Test func aJPEGIsCloseAndOpaque() throws {
    let path = folder.file("a.jpg").path
    try StillWriter.write(.quarters(128, 64), to: path)
    let back = try StillReader.bitmap(of: path)
    #expect(back.corners == "RGBW")
    #expect(stride(from: 3, to: back.bytes.count, by: 4).allSatisfy { back.bytes[$0] == 255 })
    try StillWriter.write(Bitmap(width: 16, height: 16), to: path)
    #expect(try StillReader.bitmap(of: path).corners == "WWWW")
  }

  @Test func equalPicturesGiveEqualBytes() throws {
    for name in ["a.jpg", "b.jpg", "a.png", "b.png"] {
      try StillWriter.write(.quarters(64, 64), to: folder.file(name).path)
    }
    #expect(try Data(contentsOf: folder.file("a.jpg")) == Data(contentsOf: folder.file("b.jpg")))
    #expect(try Data(contentsOf: folder.file("a.png")) == Data(contentsOf: folder.file("b.png")))
  }

  /// What stands at the corners, clockwise from the top left, once a picture coded as `RGBW` is
  /// turned by each of EXIF's orientations.
  @Test(arguments: [
    (1, "RGBW"), (2, "GRWB"), (3, "BWRG"), (4, "WBGR"), (5, "RWBG"), (6, "WRGB"), (7, "BGRW"),
    (8, "GBWR"),
  ])
  func exifTurnsThePictureUpright(_ orientation: Int, _ corners: String) throws {
    let plain = folder.file("plain.jpg").path
    try StillWriter.write(.quarters(128, 64), to: plain)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: plain)))
    let tiff: [UInt8] =
      Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(orientation)]
      + [0, 0, 0, 0, 0, 0]
    let payload = Array("Exif\0\0".utf8) + tiff
    let segment: [UInt8] = [0xFF, 0xE1, 0, UInt8(payload.count + 2)] + payload
    let turned = folder.file("turned.jpg")
    try Data(bytes[0..<2] + segment + bytes[2...] + [UInt8](bytes)).write(to: turned)
    let back = try StillReader.bitmap(of: turned.path)
    #expect(try Probe.facts(of: turned.path).isStill)
    let facts = try #require(try Probe.facts(of: turned.path).video)
    #expect(back.corners == corners)
    #expect(back.width == (orientation >= 5 ? 64 : 128))
    #expect(facts.displayWidth == back.width && facts.displayHeight == back.height)
    let crop = CropRect(x: 0, y: 0, width: Double(back.width) / 2, height: Double(back.height) / 2)
    let reader = try PictureReader(
      path: turned.path, range: nil, framing: Framing(width: 32, height: 32, crop: crop),
      rate: FrameRate(30), isStill: true)
    let first = try #require(try reader.next()).bitmap()
    #expect(first.corners == String(repeating: corners.first ?? "?", count: 4))
  }

  @Test func aLongSideShrinksAndNeverGrows() throws {
    let path = folder.file("a.png").path
    try StillWriter.write(.quarters(300, 100), to: path)
    let small = try StillReader.bitmap(of: path, longSide: 90)
    #expect(small.width == 90 && small.height == 30 && small.corners == "RGBW")
    #expect(try StillReader.bitmap(of: path, longSide: 900).width == 300)
  }

  @Test func otherEndingsAreRefused() throws {
    let path = folder.file("a.tga").path
    #expect { try StillWriter.write(.quarters(8, 8), to: path) } throws: { error in
      (error as? MediaError)?.message
        == "the ending 'tga' is no picture that is written; use '.jpg' or '.png'"
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}

@Suite(.serialized) struct GraySamplerTests {
  @Test func samplesComeAtTheirPaceWithTheirTime() throws {
    let folder = try TemporaryFolder()
    let path = try Numbered.clip(folder.file("a.mp4"), frames: 60)
    let samples = try GraySampler.images(of: path, every: Time(Rational(1, 2)), longSide: 96)
    #expect(samples.map { $0.time.frames(at: FrameRate(30)) } == [0, 15, 30, 45])
    #expect(samples.allSatisfy { $0.image.width == 96 && $0.image.height == 64 })
    // Picture 15 is 0b1111: the whole first row of fields is white.
    #expect(samples[1].image[10, 10] > 240 && samples[1].image[90, 10] > 240)
    #expect(samples[1].image[10, 60] < 15)
    let range = TimeRange(start: Time(1), duration: Time(Rational(1, 2)))
    let every = try GraySampler.images(of: path, every: .zero, range: range, longSide: 96)
    #expect(every.map { $0.time.frames(at: FrameRate(30)) } == Array(30..<45))
  }

  @Test func samplingStopsWhenTold() throws {
    let folder = try TemporaryFolder()
    let path = try Numbered.clip(folder.file("a.mp4"), frames: 30)
    var count = 0
    try GraySampler.forEach(of: path, every: .zero, longSide: 64) { _, _ in
      count += 1
      return count < 4
    }
    #expect(count == 4)
  }
}

@Suite(.serialized) struct DraftReaderTests {
  @Test func blackFrozenAndSilentStretchesAreFound() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.mp4").path
    let writer = try MovieWriter(path: path, video: Numbered.encoding(), sound: SoundEncoding())
    for frame in 0..<120 {
      // A second of change, half a second of black, then one picture held.
      try writer.write(Numbered.picture(frame < 30 ? frame + 1 : frame < 45 ? 0 : 1365))
    }
    var sound = Sounds.sine(440, peak: 0.2, seconds: 4)
    for index in 96000 * 2..<144_000 * 2 { sound.samples[index] = 0 }
    try writer.write(sound)
    try writer.finish()
    let reading = try DraftReader.read(path)
    #expect(reading.blackRanges == [TimeRange(start: Time(1), duration: Time(Rational(1, 2)))])
    #expect(abs(reading.blackShare - 15.0 / 120) < 0.001)
    #expect(reading.frozenRanges.count == 1 || reading.frozenRanges.count == 2)
    let held = try #require(reading.frozenRanges.last)
    #expect(abs(held.start.decimal - 1.5) < 0.04 && held.end == Time(4))
    let quiet = try #require(reading.silentRanges.first)
    #expect(reading.silentRanges.count == 1)
    #expect(abs(quiet.start.decimal - 2) < 0.05 && abs(quiet.end.decimal - 3) < 0.05)
  }
}

struct ComponentsTests {
  @Test func theLibrariesLoadedAreThoseBuiltAgainst() {
    #expect(Components.mismatch() == nil)
    #expect(Components.versions().count == 6)
    #expect(Components.hasEncoder("libx264") && Components.hasDecoder("h264"))
    #expect(Components.hasFilter("ebur128") && !Components.hasFilter("nosuch"))
  }
}
