import Foundation
import Media
import Model
import Rendering
import Support
import Testing
import Timing

@Suite(.serialized)
struct RenderStageTests {
  @Test func everyFrameComesFromItsShot() async throws {
    let bench = try RenderBench()
    _ = try await bench.render(bench.timeline(layers: []))
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

  @Test func aTitleStandsInsideTheSafeBoxForItsTimeAlone() async throws {
    let bench = try RenderBench()
    let draft = try await bench.render(bench.timeline()).draft
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

  @Test func theFileIsWhatTheSidecarSays() async throws {
    let bench = try RenderBench()
    let draft = try await bench.render(bench.timeline()).draft
    let reading = try DraftReader.read(bench.folder.file("drafts/made/\(draft.file)").path)
    #expect(reading.frames == 75)
    #expect(reading.firstPresentation == .zero && reading.monotonic)
    #expect(reading.moovFirst && !reading.hasEditList)
    #expect(reading.facts.video?.colorPrimaries == "bt709")
    let loudness = try #require(reading.loudness?.integrated)
    #expect(abs(loudness + 14) < 0.6)
    #expect(try #require(reading.loudness).truePeak <= -1.5)
    let cover = try Probe.facts(of: bench.folder.file("drafts/made/\(draft.cover)").path)
    #expect(cover.video?.displayWidth == 180 && cover.video?.displayHeight == 320)
  }

  @Test func aSourceThatIsGoneIsNamedAndLeavesNothing() async throws {
    let bench = try RenderBench()
    var timeline = bench.timeline()
    timeline.shots[1].file = "gone.mp4"
    let error = await #expect(throws: RenderError.self) { try await bench.render(timeline) }
    #expect(error?.message.hasPrefix("'gone.mp4' at 0.0 s:") == true)
    let left = try FileManager.default.contentsOfDirectory(atPath: bench.folder.url.path)
    #expect(Set(left) == ["clip.mp4", "p.png", "m.wav"])
  }
}
