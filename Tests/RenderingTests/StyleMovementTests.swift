import Foundation
import Media
import Model
import Pixels
import Presets
import Rendering
import Testing
import Timing

/// How words come, live and go, seen in the finished pictures.
struct StyleMovementTests {
  private let presets = PresetLibrary(folders: .standard(given: nil, workspace: nil))

  private func layers(_ bench: RenderBench, text: String = "通勤好包") -> [Layer] {
    [
      Layer(
        kind: .title, text: text, range: bench.range(0, 30), keep: ["好包"], accents: ["好包"]),
      Layer(
        kind: .caption, text: "左下角看尺码", range: bench.range(2, 44),
        words: [
          LayerWord(text: "左下角", at: bench.time(3)), LayerWord(text: "看", at: bench.time(18)),
          LayerWord(text: "尺码", at: bench.time(24)),
        ], wordTiming: .estimated),
    ]
  }

  @Test(arguments: ["bold", "plate", "marker", "lifestyle", "brand", "search"])
  func aDraftDoesNotDependOnWhatLiesInTheStore(id: String) async throws {
    let bench = try RenderBench()
    let style = try presets.style(id)
    func request(_ text: String) -> RenderRequest {
      var request = bench.request(bench.timeline(layers: layers(bench, text: text)))
      request.style = style
      return request
    }
    _ = await bench.render([request("第一句话")])
    let after = try await #require(bench.render([request("通勤好包")])["draft"]).get()
    let alone = try await #require(
      bench.render([request("通勤好包")], on: MemoryStore(), jobs: 1)["draft"]
    ).get()
    #expect(after.draft.sha256 == alone.draft.sha256)
  }

  @Test func theSamePictureElsewhereOnTheTimelineIsTheSamePart() async throws {
    let bench = try RenderBench()
    let style = try presets.style("plate")
    func timeline(_ shift: Int) -> Timeline {
      var timeline = bench.timeline(layers: [
        Layer(kind: .title, text: "通勤好包", range: bench.range(20 + shift, 45 + shift))
      ])
      timeline.shots[0].source = bench.range(65, 85 + shift)
      timeline.shots[0].range = bench.range(0, 20 + shift)
      timeline.shots[1].range = bench.range(20 + shift, 45 + shift)
      timeline.shots[2].range = bench.range(45 + shift, 75 + shift)
      return timeline
    }
    func keys(_ shift: Int) async throws -> [String] {
      var request = bench.request(timeline(shift))
      request.style = style
      let draft = try await #require(bench.render([request], on: MemoryStore())["draft"]).get()
      return draft.parts.filter { $0.kind == .picture && $0.range.start >= bench.time(20) }
        .map(\.key)
    }
    let (here, later) = (try await keys(0), try await keys(3))
    #expect(!here.isEmpty && here == later)
  }

  @Test func wordsComeAndGoAndStandBetween() async throws {
    let bench = try RenderBench()
    var style = try presets.style("clean")
    style.animations["title"] = Style.Animation(enter: .slideUp, leave: .fade)
    var request = bench.request(bench.timeline(layers: [layers(bench)[0]]))
    request.style = style
    _ = try await #require(bench.render([request])["draft"]).get()
    func light(_ frame: Int) throws -> Int {
      try bench.color(atFrame: frame, x: 0.1...0.9, y: 0.1...0.35).0
    }
    // White letters on blue: the more of them, the more red there is.
    let (first, settled, standing) = (try light(0), try light(12), try light(18))
    #expect(first < settled - 8)
    #expect(abs(settled - standing) <= 2)
    let going = try bench.color(atFrame: 29, x: 0.1...0.9, y: 0.1...0.35)
    let gone = try bench.color(atFrame: 31, x: 0.1...0.9, y: 0.1...0.35)
    #expect(going.1 > gone.1)
  }

  @Test func threeCoversAreWrittenAndTheChosenOneBearsTheDraftsName() async throws {
    let bench = try RenderBench()
    var timeline = bench.timeline()
    timeline.cover.candidates = [(0, 18), (20, 40), (45, 75)].map {
      CoverPlan.Candidate(range: bench.range($0.0, $0.1), reason: "")
    }
    timeline.cover.choice = 2
    let draft = try await bench.render(timeline).draft
    #expect(draft.covers == ["draft-cover1.jpg", "draft.jpg", "draft-cover3.jpg"])
    for name in draft.covers ?? [] {
      let bitmap = try StillReader.bitmap(of: bench.folder.file("drafts/made/\(name)").path)
      #expect(bitmap.width == 180 && bitmap.height == 320)
    }
    // The second stretch is red.
    let chosen = try StillReader.bitmap(of: bench.folder.file("drafts/made/draft.jpg").path)
    let at = (300 * chosen.width + 90) * 4
    #expect(chosen.bytes[at] > 120 && chosen.bytes[at + 2] < 90)
  }

  @Test func charactersThatNoFontHasAreNamedBeforeAnythingIsRendered() throws {
    let bench = try RenderBench()
    let request = bench.request(
      bench.timeline(layers: [
        Layer(kind: .title, text: "好包\u{E001}", range: bench.range(0, 30))
      ]))
    let findings = WordSurvey.findings(in: [request, request])
    #expect(findings.count == 1)
    #expect(findings.first?.message.contains("(U+E001)") == true)
    #expect(WordSurvey.findings(in: [bench.request(bench.timeline())]).isEmpty)
  }
}
