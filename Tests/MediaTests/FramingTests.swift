import Foundation
import Media
import Pixels
import Support
import Testing
import Timing

@Suite(.serialized) struct FramingTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("quarters.png").path
    try StillWriter.write(.quarters(400, 200), to: path)
  }

  private func first(_ framing: Framing, of file: String? = nil) throws -> Bitmap {
    let reader = try PictureReader(
      path: file ?? path, range: nil, framing: framing, rate: FrameRate(30), isStill: true)
    return try #require(try reader.next()).bitmap()
  }

  @Test func fillCutsEvenlyOnBothSides() throws {
    let tall = try first(Framing(width: 90, height: 160))
    #expect(tall.corners == "RGBW")
    #expect(tall.name(42, 20) == "R" && tall.name(48, 20) == "G")
  }

  @Test func fillDoesNotSqueeze() throws {
    var bitmap = Bitmap.quarters(400, 200)
    for y in 0..<200 {
      for x in 0..<400 where x < 135 || x >= 265 {
        for channel in 0..<3 { bitmap.bytes[(y * 400 + x) * 4 + channel] = 0 }
      }
    }
    let striped = folder.file("striped.png").path
    try StillWriter.write(bitmap, to: striped)
    let shown = try first(Framing(width: 90, height: 160), of: striped)
    #expect(shown.name(1, 20) == "R" && shown.name(88, 140) == "B")
  }

  @Test func aCropShowsItsPartAlone() throws {
    let crop = CropRect(x: 210, y: 5, width: 180, height: 90)
    #expect(try first(Framing(width: 64, height: 64, crop: crop)).corners == "GGGG")
    let middle = CropRect(x: 100, y: 50, width: 200, height: 100)
    #expect(try first(Framing(width: 128, height: 64, crop: middle)).corners == "RGBW")
  }

  @Test func containShowsAllOnAColor() throws {
    let color = Framing.Background.color(red: 0, green: 0, blue: 255)
    let shown = try first(Framing(width: 100, height: 200, fit: .contain(background: color)))
    #expect(shown.name(50, 10) == "B" && shown.name(50, 190) == "B")
    #expect(shown.name(25, 88) == "R" && shown.name(75, 88) == "G")
    #expect(shown.name(25, 112) == "W" && shown.name(75, 112) == "B")
  }

  @Test func aBlurredBackgroundIsThePictureDimmed() throws {
    let shown = try first(Framing(width: 100, height: 200, fit: .contain(background: .blurred)))
    let top = Array(shown.bytes[(10 * 100 + 10) * 4..<(10 * 100 + 10) * 4 + 3])
    #expect(top[0] > 90 && top[0] < 210 && top[1] < 60 && top[2] < 60)
    #expect(shown.name(25, 88) == "R" && shown.name(75, 112) == "B")
  }

  @Test func transparencyLiesOnWhiteOrTheColorAskedFor() throws {
    let clear = folder.file("clear.png").path
    try StillWriter.write(Bitmap(width: 40, height: 40), to: clear)
    #expect(try first(Framing(width: 32, height: 32), of: clear).corners == "WWWW")
    let blue = Framing.Fit.contain(background: .color(red: 0, green: 0, blue: 255))
    #expect(try first(Framing(width: 32, height: 32, fit: blue), of: clear).corners == "BBBB")
  }

  @Test func colorsComeBackWithinTwoLevels() throws {
    let flat = folder.file("flat.png").path
    var bitmap = Bitmap(width: 64, height: 64)
    for index in bitmap.bytes.indices { bitmap.bytes[index] = [200, 90, 40, 255][index % 4] }
    try StillWriter.write(bitmap, to: flat)
    let back = try first(Framing(width: 64, height: 64), of: flat)
    let middle = back.bytes[(32 * 64 + 32) * 4..<(32 * 64 + 32) * 4 + 3]
    for (value, wanted) in zip(middle, [200, 90, 40]) { #expect(abs(Int(value) - wanted) <= 3) }
  }

  /// Where luma crosses the middle level in one row, between pixels.
  private func edge(_ picture: Picture) -> Double {
    picture.withPlanes { planes in
      let row = planes[0].pointer + planes[0].height / 2 * planes[0].stride
      for x in 1..<planes[0].width where row[x] >= 126 && row[x - 1] < 126 {
        return Double(x - 1) + (126 - Double(row[x - 1])) / (Double(row[x]) - Double(row[x - 1]))
      }
      return .nan
    }
  }

  @Test func aSlowMoveIsSmoothBetweenPixels() throws {
    var bitmap = Bitmap(width: 1000, height: 600)
    for y in 0..<600 {
      for x in 0..<1000 {
        let level = UInt8(min(255, max(0, (x - 496) * 32)))
        for (channel, value) in [level, level, level, 255].enumerated() {
          bitmap.bytes[(y * 1000 + x) * 4 + channel] = value
        }
      }
    }
    let still = folder.file("edge.png").path
    try StillWriter.write(bitmap, to: still)
    let move = CropMove(
      from: CropRect(x: 100, y: 50, width: 800, height: 450),
      to: CropRect(x: 110, y: 50, width: 800, height: 450))
    let reader = try PictureReader(
      path: still, range: TimeRange(start: .zero, duration: Time(2)),
      framing: Framing(width: 800, height: 450, move: move), rate: FrameRate(30), isStill: true)
    var places: [Double] = []
    while let picture = try reader.next() { places.append(edge(picture)) }
    #expect(places.count == 60)
    let steps = zip(places.dropFirst(), places).map { $0 - $1 }
    for step in steps { #expect(abs(step + 10.0 / 59) < 0.08) }
    #expect(abs(places[0] - places[59] - 10) < 0.1)
  }

  @Test func aMoveEndsOnItsCrops() throws {
    let move = CropMove(
      from: CropRect(x: 0, y: 0, width: 100, height: 100),
      to: CropRect(x: 300, y: 100, width: 100, height: 100))
    let reader = try PictureReader(
      path: path, range: TimeRange(start: .zero, duration: Time(Rational(1, 3))),
      framing: Framing(width: 64, height: 64, move: move), rate: FrameRate(30), isStill: true)
    var seen: [String] = []
    while let picture = try reader.next() { seen.append(try picture.bitmap().corners) }
    #expect(seen.count == 10)
    #expect(seen.first == "RRRR" && seen.last == "BBBB")
  }
}
