import Foundation
import Media
import Pixels
import Support
import Testing
import Timing

/// Photos of kinds that FFmpeg reads in part or not at all.
@Suite(.serialized) struct PhotoTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ data: Data, _ name: String) throws -> String {
    try data.write(to: folder.file(name))
    return folder.file(name).path
  }

  private func fault(_ path: String) -> MediaError? {
    do {
      _ = try StillReader.bitmap(of: path)
      return nil
    } catch { return error as? MediaError }
  }

  /// Sides and corners as shown, whatever the ending says.
  @Test(arguments: [
    ("a.heic", PhotoSamples.plainHEIC, 128, "RGBW"), ("a.jpg", PhotoSamples.plainHEIC, 128, "RGBW"),
    ("turned.heic", PhotoSamples.turnedHEIC, 64, "WRGB"),
    ("exif.heic", PhotoSamples.exifHEIC, 128, "RGBW"),
    ("deep.heic", PhotoSamples.deepHEIC, 128, "RGBW"),
    ("many.heic", PhotoSamples.manyHEIC, 128, "RGBW"),
    ("animated.webp", PhotoSamples.animatedWebP, 64, "RGBW"),
    ("turned.webp", PhotoSamples.turnedWebP, 32, "WRGB"),
    ("turned.tif", PhotoSamples.turnedTIFF, 32, "WRGB"),
    ("inks.jpg", PhotoSamples.cmykJPEG, 64, "RGBW"),
    ("animated.gif", PhotoSamples.animatedGIF, 64, "RGBW"),
  ])
  func aPhotoStandsUprightInItsColours(
    _ name: String, _ data: Data, _ width: Int, _ corners: String
  ) throws {
    let path = try write(data, name)
    let facts = try #require(try Probe.facts(of: path).video)
    let bitmap = try StillReader.bitmap(of: path)
    #expect(facts.displayWidth == width && bitmap.width == width)
    #expect(facts.displayHeight == bitmap.height)
    #expect(bitmap.corners == corners)
    let framing = Framing(width: bitmap.width, height: bitmap.height)
    let reader = try PictureReader(
      path: path, range: nil, framing: framing, rate: FrameRate(25), isStill: true)
    #expect(try reader.next()?.bitmap().corners == corners)
    #expect(try reader.next() == nil)
  }

  @Test func aHEICSaysWhatItIs() throws {
    let facts = try Probe.facts(of: write(PhotoSamples.deepHEIC, "a.heic"))
    #expect(facts.isStill && facts.format == "heif" && facts.duration == nil)
    #expect(facts.video?.codec == "hevc" && facts.video?.bitDepth == 10)
    #expect(facts.video?.hasAlpha == false && facts.video?.rate == nil)
  }

  @Test(arguments: [
    ("a.heic", PhotoSamples.alphaHEIC), ("a.png", PhotoSamples.palettePNG),
  ])
  func whatIsTransparentStaysSo(_ name: String, _ data: Data) throws {
    let path = try write(data, name)
    #expect(try Probe.facts(of: path).video?.hasAlpha == true)
    let bitmap = try StillReader.bitmap(of: path)
    func alpha(_ x: Int, _ y: Int) -> UInt8 { bitmap.bytes[(y * bitmap.width + x) * 4 + 3] }
    #expect(alpha(4, bitmap.height - 4) == 0)
    #expect(alpha(4, 4) == 255 && alpha(bitmap.width - 4, bitmap.height - 4) == 255)
  }

  @Test func aPNGIsTurnedByItsEXIF() throws {
    let path = folder.file("a.png").path
    try StillWriter.write(.quarters(64, 32), to: path)
    let bytes = [UInt8](try Data(contentsOf: folder.file("a.png")))
    let tiff: [UInt8] =
      Array("II*\0".utf8) + [8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0]
      + [UInt8](repeating: 0, count: 6)
    let chunk: [UInt8] =
      [0, 0, 0, UInt8(tiff.count)] + Array("eXIf".utf8) + tiff + [0x31, 0x9E, 0x61, 0x7E]
    let turned = try write(Data(bytes[..<33] + chunk + bytes[33...]), "turned.png")
    #expect(try StillReader.bitmap(of: turned).corners == "WRGB")
    #expect(try Probe.facts(of: turned).video?.displayWidth == 32)
  }

  @Test func aJPEGThatIsCutOffIsToldFromOneThatLacksItsEnd() throws {
    var bitmap = Bitmap.quarters(256, 256)
    for index in stride(from: 0, to: bitmap.bytes.count, by: 4) {
      bitmap.bytes[index] = UInt8(truncatingIfNeeded: index &* 2_654_435_761 >> 13)
    }
    let bytes = try StillWriter.jpeg(bitmap)
    #expect(fault(try write(bytes.dropLast(2), "endless.jpg")) == nil)
    let half = fault(try write(bytes.prefix(bytes.count / 2), "half.jpg"))
    #expect(half?.code == .truncated && half?.subject == "JPEG")
    let head = fault(try write(bytes.prefix(bytes.count / 20), "head.jpg"))
    #expect([.truncated, .noPicture].contains(head?.code))
  }

  @Test func rawPhotosAreNamedNotShownUndeveloped() throws {
    let tiff = PhotoSamples.turnedTIFF
    #expect(fault(try write(tiff, "a.tif")) == nil)
    #expect(fault(try write(tiff, "a.NEF"))?.subject == "RAW")
    for head in ["FUJIFILMCCD-RAW 0201", "IIRO\u{8}", "\0\0\0\u{18}ftypcrx \0\0\0\u{1}"] {
      let error = fault(try write(Data(head.utf8) + Data(count: 600), "a.jpg"))
      #expect(error?.code == .unsupportedCodec && error?.subject == "RAW")
    }
  }

  @Test func aDamagedHEICIsNamed() throws {
    let whole = PhotoSamples.plainHEIC
    for length in [20, 100, 300, whole.count - 40] {
      let code = fault(try write(whole.prefix(length), "cut.heic"))?.code
      #expect([.truncated, .notMedia, .invalid].contains(code), "\(length)")
    }
    // 'ispe' names the sides: 128 × 64 become 70000 × 70000.
    var huge = [UInt8](whole)
    let text = String(decoding: huge.map { $0 < 128 ? $0 : 63 }, as: UTF8.self)
    let place = try #require(text.range(of: "ispe")).lowerBound
    let at = text.utf8.distance(from: text.startIndex, to: place) + 8
    huge.replaceSubrange(at..<at + 8, with: [0, 1, 0x11, 0x70, 0, 1, 0x11, 0x70])
    let code = fault(try write(Data(huge), "huge.heic"))?.code
    #expect([.invalid, .truncated].contains(code))
  }

  @Test func anyDamageToAPhotoIsSurvived() throws {
    let samples = [
      PhotoSamples.plainHEIC, PhotoSamples.alphaHEIC, PhotoSamples.animatedWebP,
      PhotoSamples.turnedWebP, PhotoSamples.turnedTIFF, PhotoSamples.cmykJPEG,
    ]
    var seed: UInt64 = 7
    func random(_ below: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % below
    }
    for round in 0..<120 {
      var bytes = [UInt8](samples[round % samples.count])
      if round % 4 == 0 { bytes.removeLast(random(bytes.count - 1)) }
      for _ in 0..<(1 + round % 5) { bytes[random(bytes.count)] = UInt8(random(256)) }
      let path = try write(Data(bytes), "damaged")
      _ = try? Probe.facts(of: path)
      _ = fault(path)
    }
  }
}
