import Foundation
import Media
import Pixels
import Support
import Testing
import Timing

@Suite(.serialized) struct GrayReaderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The number of a picture of `Numbered`, at half its size.
  private func number(_ image: GrayImage) -> Int {
    (0..<12).reduce(0) { sum, bit in
      let x = (bit % 4 * 2 + 1) * image.width / 8
      let y = (bit / 4 * 2 + 1) * image.height / 6
      return sum | (image.bytes[y * image.width + x] > 125 ? 1 << bit : 0)
    }
  }

  /// A numbered clip with a key frame every `gop` pictures and nowhere else.
  private func clip(_ name: String, frames: Int, gop: Int) throws -> String {
    var encoding = Numbered.encoding(gop: gop)
    encoding.options["sc_threshold"] = "0"
    let path = folder.file(name).path
    let writer = try MovieWriter(path: path, video: encoding, sound: nil)
    for number in 0..<frames { try writer.write(Numbered.picture(number)) }
    try writer.finish()
    return path
  }

  private func numbers(
    _ read: ((Time, GrayImage) throws -> Bool) throws -> Void
  ) rethrows -> [String] {
    var found: [String] = []
    try read {
      found.append("\(number($1)) at \($0)")
      return true
    }
    return found
  }

  @Test func keyFramesAreThoseOfTheIndex() throws {
    let path = try clip("a.mp4", frames: 150, gop: 30)
    let reader = try GrayReader(path: path, longSide: 96)
    #expect(reader.keys.map { ($0.time.decimal * 30).rounded() } == [0, 30, 60, 90, 120])
    let found = try numbers { body in
      for key in reader.keys.reversed() {
        let isThere = try reader.read(key, body)
        #expect(isThere)
      }
    }
    #expect(found == ["120 at 4.0 s", "90 at 3.0 s", "60 at 2.0 s", "30 at 1.0 s", "0 at 0.0 s"])
    #expect(reader.decodedPictures < 20)
  }

  @Test func wholeStepsAreReadFromAKeyFrameOn() throws {
    let path = try clip("a.mp4", frames: 100, gop: 25)
    let reader = try GrayReader(path: path, longSide: 96)
    let step = Time(Rational(1, 4))
    let middle = try numbers { body in
      let isWhole = try reader.read(
        from: reader.keys[1], before: reader.keys[2].time, every: step, body)
      #expect(isWhole)
    }
    // The key frame is the 26th picture; a step's picture is the one shown at that time.
    #expect(middle == ["30 at 1.0 s", "37 at 1.25 s", "45 at 1.5 s"])
    let end = try numbers { body in
      let isWhole = try reader.read(from: reader.keys[3], before: nil, every: step, body)
      #expect(!isWhole)
    }
    #expect(end == ["75 at 2.5 s", "82 at 2.75 s", "90 at 3.0 s", "97 at 3.25 s"])
  }

  @Test func aFileIsReadFromEndToEnd() throws {
    let path = try clip("a.mp4", frames: 61, gop: 250)
    let reader = try GrayReader(path: path, longSide: 96)
    let found = try numbers { try reader.readAll(every: Time(Rational(1, 2)), $0) }
    #expect(
      found == ["0 at 0.0 s", "15 at 0.5 s", "30 at 1.0 s", "45 at 1.5 s", "60 at 2.0 s"])
    let again = try numbers { try reader.readAll(every: Time(Rational(1, 2)), $0) }
    #expect(again == found)
  }

  @Test func picturesWithoutAnIndexHaveNoKeys() throws {
    guard let folder = SharedMaterial.path("footage/clips/difficult") else {
      print("skipped: the shared footage is not there")
      return
    }
    for name in ["made_interlaced_1080i25_tff.ts", "avchd_1080i50.mts", "no_duration.webm"] {
      let reader = try GrayReader(path: folder + "/" + name, longSide: 320)
      #expect(reader.keys.isEmpty, "\(name)")
      var count = 0
      try reader.readAll(every: Time(Rational(1, 10))) { _, _ in
        count += 1
        return count < 4
      }
      #expect(count > 1, "\(name)")
    }
  }

  /// Turned, of ten bits, of full range: what is reduced here looks as the filters make it.
  @Test func wholeReductionLooksLikeTheFilters() throws {
    guard let folder = SharedMaterial.path("footage/clips/difficult") else {
      print("skipped: the shared footage is not there")
      return
    }
    let names = [
      "rot90_portrait.MOV", "rot_plus90.mp4", "hlg10_color_chart.mp4", "made_rot180_hevc.mov",
      "made_h264_422_10bit.mov", "motion_jpeg_422_cloth.avi", "alpha_transparent.webm",
    ]
    for name in names {
      let path = folder + "/" + name
      guard let video = try Probe.facts(of: path).video else { continue }
      let side = max(video.displayWidth, video.displayHeight) / 2
      let expected = try #require(
        GraySampler.images(
          of: path, every: .zero, range: TimeRange(start: .zero, duration: Time(Rational(1, 50))),
          longSide: side
        ).first?.image)
      var found: GrayImage?
      try GrayReader(path: path, longSide: side).readAll(every: Time(1)) {
        found = $1
        return false
      }
      let image = try #require(found)
      #expect((image.width, image.height) == (expected.width, expected.height), "\(name)")
      guard image.bytes.count == expected.bytes.count else { continue }
      let sum = zip(image.bytes, expected.bytes).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
      #expect(Double(sum) / Double(image.bytes.count) < 1, "\(name)")
    }
  }
}
