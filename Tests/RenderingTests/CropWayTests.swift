import Foundation
import Media
import Model
import Pixels
import Rendering
import Support
import Testing
import Timing

/// Crops that go their way through rendered drafts, and files that keep their size.
@Suite(.serialized) struct CropWayTests {
  private let bench: RenderBench

  init() throws { bench = try RenderBench() }

  /// A shot of sixty pictures whose crop stands for half of them and then goes.
  private func timeline(_ path: [CropKey], layers: [Layer] = []) -> Timeline {
    var timeline = bench.timeline(layers: layers)
    var shot = bench.take(bench.range(0, 60), bench.range(0, 60))
    shot.framing = FramingPlan(fit: .fill, path: path)
    timeline.shots = [shot]
    return timeline
  }

  private func keys(_ draft: RenderedDraft) -> [String] {
    draft.parts.filter { $0.kind == .picture }.map(\.key)
  }

  @Test func aStretchThatStandsHasTheKeyOfAStandingCrop() async throws {
    let wave = [
      CropKey(at: 0, x: 0.5, y: 0.4, zoom: 1.5), CropKey(at: 0.55, x: 0.5, y: 0.4, zoom: 1.5),
      CropKey(at: 1, x: 0.5, y: 0.7, zoom: 1.5),
    ]
    let label = Layer(kind: .title, text: "半程", range: bench.range(30, 60))
    var still = timeline([CropKey(at: 0, x: 0.5, y: 0.4, zoom: 1.5)], layers: [label])
    still.id = "still"
    let moving = try await bench.render(timeline(wave, layers: [label]))
    let standing = try await bench.render(still)
    #expect(keys(moving).count == keys(standing).count && keys(moving).count >= 2)
    #expect(keys(moving).first == keys(standing).first)
    #expect(keys(moving).last != keys(standing).last)
  }

  @Test func aTableChangesKeysByItsContentAlone() async throws {
    func cube(_ name: String, _ top: Double) throws -> String {
      var lines = ["LUT_3D_SIZE 2"]
      for blue in 0...1 {
        for green in 0...1 {
          for red in 0...1 { lines.append("\(Double(red) * top) \(green) \(blue)") }
        }
      }
      try Data(lines.joined(separator: "\n").utf8).write(to: bench.folder.file(name))
      return name
    }
    func graded(_ lut: String?) throws -> Timeline {
      var plain = timeline([])
      plain.shots[0].color = lut.map { ColorPlan(lut: $0) }
      return plain
    }
    let plain = try await bench.render(graded(nil))
    let first = try await bench.render(graded(cube("a.cube", 0.5)))
    let again = try await bench.render(graded("a.cube"))
    #expect(keys(plain) != keys(first) && keys(first) == keys(again))
    try Data("LUT_3D_SIZE 2".utf8).write(to: bench.folder.file("bad.cube"))
    await #expect(throws: (any Error).self) { try await bench.render(graded("bad.cube")) }
  }

  @Test func aFileCapLowersTheRateToWhatTheLengthAllows() async throws {
    var platform = bench.platform
    platform.delivery.maxFileSize = 1
    platform.delivery.maxVideoRate = 50_000
    try film()
    var long = bench.timeline(layers: [])
    long.shots = (0..<5).map { index in
      var shot = bench.take(bench.range(0, 120), bench.range(index * 120, index * 120 + 120))
      shot.file = "noise.mp4"
      return shot
    }
    let outcomes = await bench.render([bench.request(long, platform)])
    _ = try #require(outcomes[long.id]).get()
    let path = bench.folder.file("drafts/made/draft.mp4").path
    let bytes = try #require(
      try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
    #expect(bytes <= 1_000_000 && bytes > 300_000, "\(bytes)")
  }

  /// Noise that no encoder can make small.
  private func film() throws {
    var generator = SeededGenerator(seed: 5)
    let writer = try MovieWriter(
      path: bench.folder.file("noise.mp4").path,
      video: VideoEncoding(
        encoder: "libx264", width: 180, height: 320, rate: RenderBench.rate,
        options: ["preset": "ultrafast", "crf": "16"], gop: 30, threads: 1),
      sound: nil)
    for _ in 0..<122 {
      var bitmap = Bitmap(width: 180, height: 320)
      for index in bitmap.bytes.indices {
        bitmap.bytes[index] =
          index % 4 == 3 ? 255 : UInt8.random(in: 80...176, using: &generator)
      }
      try writer.write(try Picture.from(bitmap))
    }
    try writer.finish()
  }

  @Test func aCutOutStaysWholeAndMovesBeforeItsGround() async throws {
    var photo = Bitmap(width: 120, height: 120)
    for at in stride(from: 0, to: photo.bytes.count, by: 4) {
      let (x, y) = (at / 4 % 120, at / 480)
      guard (30..<90).contains(x), (30..<90).contains(y) else { continue }
      (photo.bytes[at], photo.bytes[at + 3]) = (255, 255)
    }
    try StillWriter.write(photo, to: bench.folder.file("cut.png").path)
    var timeline = bench.timeline(layers: [])
    var shot = bench.take(bench.range(0, 60), bench.range(0, 60))
    shot.kind = .photo
    shot.take = nil
    shot.file = "cut.png"
    shot.source = TimeRange(start: .zero, duration: shot.range.duration)
    shot.framing = FramingPlan(
      fit: .contain, zoomTo: 1.06, region: ShareBox(x: 0.25, y: 0.25, width: 0.5, height: 0.5),
      ground: GroundPlan(kind: .gradient, top: "#ffffff", bottom: "#e0e0e0"), parallax: 0.06)
    timeline.shots = [shot]
    _ = try await bench.render(timeline)
    let path = bench.folder.file("drafts/made/draft.mp4").path
    func edges(_ frame: Int) throws -> (Int, Int) {
      let reader = try PictureReader(
        path: path, range: bench.range(frame, frame + 1),
        framing: Framing(
          width: bench.platform.canvas.width, height: bench.platform.canvas.height),
        rate: RenderBench.rate, isStill: false)
      let bitmap = try #require(try reader.next()).bitmap()
      let row = bitmap.height * 48 / 100
      let red = (0..<bitmap.width).filter {
        let at = (row * bitmap.width + $0) * 4
        return bitmap.bytes[at] > 150 && bitmap.bytes[at + 1] < 90
      }
      return (red.first ?? -1, red.last ?? -1)
    }
    let (first, last) = (try edges(0), try edges(59))
    let width = bench.platform.canvas.width
    #expect(first.0 > 0 && last.1 < width - 1)
    let middles = ((first.0 + first.1) / 2, (last.0 + last.1) / 2)
    #expect(middles.1 - middles.0 >= width * 4 / 100)
    #expect(last.1 - last.0 > first.1 - first.0)
  }
}
