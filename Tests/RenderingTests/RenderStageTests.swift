import Foundation
import Media
import Model
import Presets
import Rendering
import Support
import Testing
import Timing

@Suite(.serialized)
struct RenderStageTests {
  private static let presets = PresetLibrary(
    folders: .standard(given: nil, workspace: nil))

  private func style() throws -> Style { try Self.presets.style("clean") }
  private func quality() throws -> Quality { try Self.presets.quality("draft") }

  @Test func everyFrameComesFromItsShot() throws {
    let bench = try RenderBench()
    _ = try bench.render(bench.timeline(layers: []), style(), quality())
    let middle = (x: 0.4...0.6, y: 0.45...0.55)
    let lastBlue = try bench.color(atFrame: 19, x: middle.x, y: middle.y)
    let firstRed = try bench.color(atFrame: 20, x: middle.x, y: middle.y)
    let lastRed = try bench.color(atFrame: 44, x: middle.x, y: middle.y)
    let photo = try bench.color(atFrame: 45, x: middle.x, y: middle.y)
    #expect(lastBlue.2 > 150 && lastBlue.0 < 80)
    #expect(firstRed.0 > 150 && firstRed.2 < 80)
    #expect(lastRed.0 > 150 && lastRed.1 < 80)
    #expect(photo.0 > 200 && photo.1 > 200 && photo.2 < 120)
  }

  @Test func aTitleStandsInsideTheSafeBoxForItsTimeAlone() throws {
    let bench = try RenderBench()
    let draft = try bench.render(bench.timeline(), style(), quality())
    let title = try #require(draft.titles.first)
    #expect(title.box[0] >= 10 && title.box[1] >= 40)
    #expect(title.box[0] + title.box[2] <= 180 - 24)
    let x = Double(title.box[0]) / 180...Double(title.box[0] + title.box[2]) / 180
    let y = Double(title.box[1]) / 320...Double(title.box[1] + title.box[3]) / 320
    let during = try bench.color(atFrame: 15, x: x, y: y)
    let after = try bench.color(atFrame: 31, x: x, y: y)
    // White letters lift what the blue shot lacks; the red shot after the title is plain again.
    #expect(during.0 > 60)
    #expect(after.0 > 150 && after.1 < 60)
  }

  @Test func theFileIsWhatTheSidecarSays() throws {
    let bench = try RenderBench()
    let draft = try bench.render(bench.timeline(), style(), quality())
    let reading = try DraftReader.read(bench.folder.file(draft.file).path)
    #expect(reading.frames == 75)
    #expect(reading.firstPresentation == .zero && reading.monotonic)
    #expect(reading.moovFirst && !reading.hasEditList)
    #expect(reading.facts.video?.colorPrimaries == "bt709")
    let loudness = try #require(reading.loudness?.integrated)
    #expect(abs(loudness + 14) < 0.6)
    #expect(try #require(reading.loudness).truePeak <= -1.5)
    let cover = try Probe.facts(of: bench.folder.file(draft.cover).path)
    #expect(cover.video?.displayWidth == 180 && cover.video?.displayHeight == 320)
  }

  @Test func equalInputGivesEqualBytes() throws {
    let bench = try RenderBench()
    let first = try bench.render(bench.timeline(), style(), quality())
    let second = try bench.render(bench.timeline(), style(), quality())
    #expect(first.sha256 == second.sha256)
  }

  @Test func aSourceThatIsGoneIsNamedAndLeavesNothing() throws {
    let bench = try RenderBench()
    var timeline = bench.timeline()
    timeline.shots[1].file = "gone.mp4"
    let error = #expect(throws: RenderError.self) {
      try bench.render(timeline, style(), quality())
    }
    #expect(error?.message.hasPrefix("'gone.mp4' at 0.0 s:") == true)
    let left = try FileManager.default.contentsOfDirectory(atPath: bench.folder.path)
    #expect(Set(left) == ["clip.mp4", "p.png", "m.wav"])
  }
}

/// Run by `make bench`: compares two things in one run and prints their ratio.
@Suite(
  .serialized, .enabled(if: ProcessInfo.processInfo.environment["SHOPREEL_BENCH"] != nil))
struct RenderBenchmark {
  @Test func layersAgainstNoLayers() throws {
    let presets = PresetLibrary(folders: .standard(given: nil, workspace: nil))
    let (style, quality) = (try presets.style("clean"), try presets.quality("draft"))
    let bench = try RenderBench(width: 1080, height: 1920)
    func picture(_ layers: [Layer]?) throws -> Double {
      try bench.render(bench.timeline(layers: layers), style, quality).timings["picture"] ?? 0
    }
    let plain = try picture([])
    let titled = try picture(nil)
    print("picture with a title / without: \((titled / plain * 100).rounded() / 100)")
  }
}
