import Foundation
import Media
import Pixels
import Support
import Testing
import Timing

/// The real material, where it is there.
@Suite(.serialized) struct SharedFootageTests {
  /// What cannot be read, and why.
  private static let refused: [String: MediaError.Code] = [
    "broken_no_moov.mp4": .truncated, "made_truncated_no_moov.mp4": .truncated,
    "not_a_video_text.mp4": .truncated, "zero_length.mp4": .empty, "empty.heic": .empty,
    "vvc_unsupported_codec.mp4": .unsupportedCodec, "ultrahdr_gainmap.jpg": .truncated,
    "bad_exif.jpg": .truncated,
  ]

  private static let upright: [String: (Int, Int)] = [
    "rot90_portrait.MOV": (320, 568), "rot90_iphone_gamebox_gps.mov": (320, 568),
    "rot_plus90.mp4": (720, 1280), "made_rot180_hevc.mov": (720, 480),
    "hevc_rot90_metadata_track.mp4": (1080, 1920), "sar_2by3.mp4": (427, 360),
    "hlg_dolbyvision84_editlist_iphone.mp4": (1080, 1920), "exif_landscape_6.jpg": (1800, 1200),
    "vp9_moonwalk.mp4": (491, 360), "multi_stream_subs_nasa.mp4": (480, 270),
    "iphone_IMG_2927.HEIC": (3024, 4032), "photo.heic": (1008, 756), "photo.avif": (5472, 3648),
    "balloons.avif": (1366, 911), "animated_lossy.webp": (320, 240),
    "attached_pic_h264.mp4": (640, 360), "made_vp9_odd_size_vertical.webm": (405, 719),
  ]

  private static func rows() throws -> [[String]] {
    guard let manifest = SharedMaterial.path("footage/MANIFEST.tsv") else {
      print("skipped: no shared footage beside the checkout")
      return []
    }
    return try String(contentsOfFile: manifest, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test func everyFileGivesItsFirstPictureOrTheRightError() throws {
    for row in try Self.rows() {
      guard let path = SharedMaterial.path("footage/" + row[0]),
        ["video", "image", "inode"].contains(where: { row[5].hasPrefix($0) })
      else { continue }
      let name = URL(fileURLWithPath: path).lastPathComponent
      do {
        let facts = try Probe.facts(of: path)
        let bitmap = try StillReader.bitmap(of: path, longSide: 64)
        #expect(max(bitmap.width, bitmap.height) <= 64, "\(name)")
        #expect(Self.refused[name] == nil, "\(name) was read")
        let size = try #require(facts.video)
        if let (width, height) = Self.upright[name] {
          #expect(size.displayWidth == width && size.displayHeight == height, "\(name)")
        }
        let isWide = size.displayWidth > size.displayHeight
        #expect(
          isWide == (bitmap.width > bitmap.height) || bitmap.width == bitmap.height, "\(name)")
      } catch let error as MediaError {
        #expect(error.code == Self.refused[name], "\(error)")
      }
    }
  }

  @Test func clipsLastAsLongAsTheirPictures() throws {
    let clips = [
      ("clips/difficult/made_vfr_dropped_frames.mp4", 5.94),
      ("clips/difficult/no_duration.webm", 4.94), ("clips/difficult/start_at_10s.mp4", 4.0),
      ("clips/difficult/made_nonmonotonic_joined.ts", 4.0),
      ("clips/difficult/avchd_1080i50.mts", 0.44), ("clips/difficult/made_one_frame.mp4", 0.033),
    ]
    for (name, length) in clips {
      guard let path = SharedMaterial.path("footage/" + name) else { continue }
      let reader = try PictureReader(
        path: path, range: nil, framing: Framing(width: 64, height: 64), rate: FrameRate(30),
        isStill: false)
      var count = 0
      while try reader.next() != nil { count += 1 }
      #expect(abs(Double(count) / 30 - length) < 0.07, "\(name): \(count)")
    }
  }

  @Test func damageIsCountedAndPassedOver() throws {
    guard let path = SharedMaterial.path("footage/clips/difficult/made_truncated_faststart.mp4")
    else { return }
    let reader = try PictureReader(
      path: path, range: TimeRange(start: .zero, duration: Time(6)),
      framing: Framing(width: 64, height: 64), rate: FrameRate(30), isStill: false)
    var count = 0
    while try reader.next() != nil { count += 1 }
    #expect(count == 180)
    #expect(reader.damagedPackets > 0)
    #expect(abs(reader.shortfall.decimal - 2.63) < 0.1)
  }

  @Test func highDynamicRangeIsMappedNotWashedOut() throws {
    guard let path = SharedMaterial.path("footage/clips/difficult/hlg10_color_chart.mp4")
    else { return }
    #expect(try Probe.facts(of: path).video?.hdr == .hlg)
    let bitmap = try StillReader.bitmap(of: path, longSide: 640)
    func luma(_ x: Int, _ y: Int) -> Int { Int(bitmap.bytes[(y * bitmap.width + x) * 4 + 1]) }
    // Six patches from white to black keep their order and their distance.
    let grays = [98, 178, 260, 342, 424, 505].map { luma($0, 285) }
    #expect(zip(grays, grays.dropFirst()).allSatisfy { $0 > $1 + 4 }, "\(grays)")
    #expect(grays[0] > 220 && grays[5] < 75)
  }
}
