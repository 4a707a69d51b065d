import Foundation
import Media
import Pixels
import Support
import Testing
import Timing

/// Crops that move by a place for each picture.
@Suite(.serialized) struct TrackTests {
  let folder: TemporaryFolder
  let path: String

  /// A white bar, ten pixels wide, in the middle of black.
  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("bar.png").path
    var bitmap = Bitmap(width: 640, height: 160)
    for y in 0..<160 {
      for x in 0..<640 {
        let at = (y * 640 + x) * 4
        let light: UInt8 = (315..<325).contains(x) ? 255 : 0
        for channel in 0..<3 { bitmap.bytes[at + channel] = light }
        bitmap.bytes[at + 3] = 255
      }
    }
    try StillWriter.write(bitmap, to: path)
  }

  /// Where the bar's middle stands in each picture, in pixels.
  private func middles(_ framing: Framing, count: Int) throws -> [Double] {
    var found: [Double] = []
    let lane = PictureLane(
      start: .zero, count: count, rate: FrameRate(30), framing: framing
    ) { picture in
      let middle = picture.withPlanes { planes -> Double in
        let row = planes[0].pointer + planes[0].height / 2 * planes[0].stride
        var (sum, weight) = (0.0, 0.0)
        for x in 0..<planes[0].width where row[x] > 20 {
          sum += (Double(x) + 0.5) * Double(row[x] - 16)
          weight += Double(row[x] - 16)
        }
        return sum / max(1, weight)
      }
      found.append(middle)
    }
    let report = try PictureFeed(path: path, isStill: true, lanes: [lane]).run()
    #expect(report.lanes[0].error == nil)
    return found
  }

  private func points(_ range: Range<Int>) -> [Framing.Point] {
    range.map { Framing.Point(x: 0.46 + Double($0) * 0.0013, y: 0.5) }
  }

  @Test func aTrackMovesByPartsOfAPixel() throws {
    let framing = Framing(width: 180, height: 320, track: points(0..<24))
    let shown = try middles(framing, count: 24)
    // Twice the source's size: the crop is 90 pixels wide.
    let wanted = points(0..<24).map { (320 - ($0.x * 640 - 45)) * 2 }
    let worst = zip(shown, wanted).map { abs($0 - $1) }.max() ?? 99
    #expect(worst < 0.25, "\(worst)")
  }

  @Test func partsOfAWayMeetExactly() throws {
    let whole = try middles(
      Framing(width: 180, height: 320, track: points(0..<24)), count: 24)
    let first = try middles(
      Framing(width: 180, height: 320, track: points(0..<11)), count: 11)
    let second = try middles(
      Framing(width: 180, height: 320, track: points(11..<24)), count: 13)
    let apart = zip(whole, first + second).map { abs($0 - $1) }.max() ?? 99
    #expect(apart < 0.01, "\(apart)")
  }

  @Test func aTrackThatStandsIsAPlainCrop() throws {
    let still = [Framing.Point](repeating: Framing.Point(x: 0.5, y: 0.5), count: 3)
    let track = try middles(Framing(width: 180, height: 320, track: still), count: 3)
    let focus = try middles(
      Framing(width: 180, height: 320, focus: Framing.Focus()), count: 3)
    #expect(track == focus)
  }

  @Test func aRegionStandsOnAGradient() throws {
    let ground = Framing.Background.gradient(
      top: Framing.RGB(red: 200, green: 0, blue: 0),
      bottom: Framing.RGB(red: 0, green: 0, blue: 200))
    let framing = Framing(
      width: 160, height: 320, fit: .contain(background: ground),
      region: CropRect(x: 0.25, y: 0, width: 0.5, height: 1))
    let reader = try PictureReader(
      path: path, range: nil, framing: framing, rate: FrameRate(30), isStill: true)
    let shown = try #require(try reader.next()).bitmap()
    func color(_ y: Int) -> [UInt8] {
      Array(shown.bytes[(y * 160 + 80) * 4..<(y * 160 + 80) * 4 + 3])
    }
    #expect(color(2)[0] > 180 && color(2)[2] < 20)
    #expect(color(317)[2] > 180 && color(317)[0] < 20)
    #expect(color(160).allSatisfy { $0 > 230 })
  }
}
