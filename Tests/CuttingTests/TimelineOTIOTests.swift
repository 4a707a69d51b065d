import Cutting
import Foundation
import Model
import Testing
import Timing

struct TimelineOTIOTests {
  private func timeline() throws -> Timeline {
    try CutStage(policy: Samples.policy).run(
      Samples.request(
        takes: Samples.script.shots.map { Samples.take($0.id, 1) },
        photos: [Samples.photo(1)],
        voices: [
          VoiceFile(sku: "A1", beat: "hook", file: "voice/A1/hook.wav", duration: Time(decimal: 2))
        ]))
  }

  @Test func aTimelineIsReadBackEqual() throws {
    let before = try timeline()
    let data = try before.otioData(mediaPrefix: "../../")
    #expect(try Timeline(otio: data) == before)
    #expect(try Timeline(otio: data).otioData(mediaPrefix: "../../") == data)
  }

  @Test func framingAndColourAreReadBackEqual() throws {
    var before = try timeline()
    before.shots[0].framing = FramingPlan(
      fit: .contain, path: [CropKey(at: 0, x: 0.25, y: 0.5), CropKey(at: 1, x: 0.5, y: 0.5)],
      region: ShareBox(x: 0.125, y: 0, width: 0.5, height: 1),
      ground: GroundPlan(kind: .gradient, top: "#102030", bottom: "#405060"), parallax: 0.03)
    before.shots[0].color = ColorPlan(exposure: 0.25, red: 1.03, lut: "brand/house.cube")
    #expect(try Timeline(otio: before.otioData(mediaPrefix: "")) == before)
  }

  @Test func aRangeMovedInAnEditorIsHonoured() throws {
    let before = try timeline()
    let data = try before.otioData(mediaPrefix: "")
    var text = String(decoding: data, as: UTF8.self)
    let clip = try #require(text.range(of: "\"name\" : \"pictures\""))
    let start = try #require(
      text.range(
        of: "\"value\" : 30\n", options: .backwards, range: text.startIndex..<clip.lowerBound))
    text.replaceSubrange(start, with: "\"value\" : 33\n")
    let after = try Timeline(otio: Data(text.utf8))
    #expect(after != before)
    #expect(after.shots.contains { $0.source.start == Time(frames: 33, at: Samples.rate) })
  }

  @Test func aStrangersFileIsRefusedByName() {
    let error = #expect(throws: ArtefactError.self) {
      try Timeline(otio: Data("{\"OTIO_SCHEMA\":\"Timeline.1\"}".utf8))
    }
    #expect(error?.message == "not an OpenTimelineIO file with 'metadata.shopreel'")
  }
}
