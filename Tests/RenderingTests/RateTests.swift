import Foundation
import Media
import Model
import Pixels
import Rendering
import Support
import Testing
import Timing

/// Joined spans against the decoder's buffer that each of them respects alone.
@Suite(.serialized)
struct RateTests {
  @Test func noisySpansNeverDrawMoreThanTheBufferHolds() async throws {
    let bench = try RenderBench()
    try film(bench)
    var platform = bench.platform
    platform.delivery.maxVideoRate = 500
    var timeline = bench.timeline(layers: [])
    timeline.shots = (0..<6).map { index in
      var shot = bench.take(
        bench.range(index * 20, index * 20 + 20), bench.range(index * 20, index * 20 + 20))
      shot.file = "noise.mp4"
      return shot
    }
    let outcomes = await bench.render([bench.request(timeline, platform)])
    let draft = try #require(outcomes["draft"]).get()
    let spans = draft.parts.filter { $0.kind == .picture }
    var model = BufferModel(rate: 450_000, size: 500_000, picturesPerSecond: 30)
    for span in spans {
      guard case .whole(let bytes) = bench.store.read(span.key) else { continue }
      model.feed(try EncodedStream(serialized: bytes))
    }
    #expect(model.pictures == 120)
    #expect(model.firstUnderrun == nil)
    // As they are, the spans would not do: at least one was told what it really finds.
    #expect(spans.contains { $0.ingredients["buffer"] != nil })
    let again = await bench.render([bench.request(timeline, platform)])
    #expect(try again["draft"]?.get().draft.sha256 == draft.draft.sha256)
  }

  /// Noise that no encoder can make small.
  private func film(_ bench: RenderBench) throws {
    var generator = SeededGenerator(seed: 3)
    let writer = try MovieWriter(
      path: bench.folder.file("noise.mp4").path,
      video: VideoEncoding(
        encoder: "libx264", width: 180, height: 320, rate: RenderBench.rate,
        options: ["preset": "ultrafast", "crf": "16"], gop: 30, threads: 1),
      sound: nil)
    for _ in 0..<130 {
      var bitmap = Bitmap(width: 180, height: 320)
      for index in bitmap.bytes.indices {
        bitmap.bytes[index] =
          index % 4 == 3 ? 255 : UInt8.random(in: 80...176, using: &generator)
      }
      try writer.write(try Picture.from(bitmap))
    }
    try writer.finish()
  }
}
