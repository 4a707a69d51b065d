import Diagnostics
import Foundation
import Model
import Presets
import Testing

struct QualityReadingTests {
  private static let presets = PresetLibrary(
    folders: PresetFolders([
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("presets")
    ]))

  private let shipped = """
    schema: quality/1
    encoder: libx264
    encoders:
      libx264: {options: {preset: fast, crf: 21}, threads: 3, note: good}
      libx265: {options: {crf: 23}}
    gop: 1
    span: {shortest: 0.8, longest: 5}
    mix:
      {under_voice_db: -16, under_clip_db: -8, in_gaps_db: -9, voice_high_pass: 90, crossfade: 0.5,
        attack: 0.1, release: 0.6, fade_in: 0, fade_out: 1}
    """

  private func read(_ text: String) throws -> Quality {
    try Quality(reading: PresetSource(file: "q.yaml", text: text), id: "q")
  }

  @Test(arguments: ["draft", "final"])
  func theShippedOnesHoldSettingsForEveryEncoder(id: String) throws {
    let quality = try Self.presets.quality(id)
    #expect(quality.encoder == "libx264" && quality.options["crf"] != nil)
    #expect(
      quality.encoders.keys.sorted() == [
        "h264_nvenc", "h264_qsv", "h264_videotoolbox", "libsvtav1", "libx264", "libx265",
      ])
    #expect(quality.encoders.values.allSatisfy { !$0.options.isEmpty && !$0.note.isEmpty })
    #expect(quality.span == Quality.Span(shortest: 1, longest: 4))
  }

  @Test func aChoiceCarriesNothingOfTheOthers() throws {
    let quality = try read(shipped)
    let other = try #require(quality.choosing("libx265"))
    #expect(other.encoder == "libx265" && other.options == ["crf": "23"] && other.threads == 1)
    #expect(other.encoders.count == 1)
    #expect(quality.choosing("x264") == nil)
    let changed = try read(shipped.replacing("crf: 23", with: "crf: 30"))
    #expect(changed.choosing() == quality.choosing() && changed != quality)
    #expect(try read(shipped.replacing("good", with: "fine")).choosing() == quality.choosing())
    #expect(quality.choosing()?.threads == 3)
    #expect(quality.span == Quality.Span(shortest: 0.8, longest: 5))
  }

  @Test func theSettingsChooseTheEncoder() throws {
    let chosen = try Self.presets.quality(for: .init(quality: "draft", encoder: "libsvtav1"))
    #expect(chosen.encoder == "libsvtav1" && chosen.id == "draft")
    #expect(try Self.presets.quality(for: .init()).encoder == "libx264")
    let error = #expect(throws: DiagnosticsError.self) {
      try Self.presets.quality(for: .init(encoder: "libx246"))
    }
    #expect(
      error?.diagnostics.first?.description
        == "shopreel.yaml: render.encoder: error: 'render.encoder' must be one of: 'h264_nvenc', "
        + "'h264_qsv', 'h264_videotoolbox', 'libsvtav1', 'libx264', 'libx265'; found 'libx246'; "
        + "did you mean 'libx264'?")
  }

  @Test(arguments: [
    (
      "encoder: libx264", "encoder: libx246",
      "'encoder' must be one of: 'libx264', 'libx265'; found 'libx246'; did you mean 'libx264'?"
    ),
    ("threads: 3", "threads: 0", "'encoders.libx264.threads' must be a whole number from 1 to 64"),
    ("threads: 3", "thread: 3", "unknown key 'thread' in 'encoders.libx264'"),
    ("longest: 5", "longest: 0.6", "'span.longest' must not be below 'shortest'"),
    ("shortest: 0.8", "shortest: 0", "'span.shortest' must be a number from 0.1 to 10.0"),
    ("encoders:", "encodes:", "'encoders' must hold the settings of one encoder or more"),
  ])
  func aWrongValueIsNamed(right: String, wrong: String, message: String) throws {
    let error = #expect(throws: DiagnosticsError.self) {
      try read(shipped.replacing(right, with: wrong))
    }
    #expect((error?.diagnostics ?? []).contains { $0.message.contains(message) }, "\(error as Any)")
  }
}
