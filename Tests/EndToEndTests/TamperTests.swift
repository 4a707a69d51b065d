import Foundation
import Media
import Model
import Pixels
import Support
import Testing
import Timing

/// Drafts that somebody has spoilt after they were made: `check` says which and how.
@Suite struct TamperTests {
  /// How a draft is spoilt, and the checks that must fall short.
  enum Fault: String, CaseIterable, CustomTestStringConvertible {
    case wrongSize, silent, cutOff, notAVideo, longTitle, noCover, outsideBox, titlesCollide

    var testDescription: String { rawValue }

    var checks: Set<String> {
      switch self {
      case .wrongSize: ["content", "size"]
      case .silent: ["content", "loudness"]
      case .cutOff: ["content", "frames"]
      case .notAVideo: ["content", "readable"]
      case .longTitle: ["title-length", "script"]
      case .noCover: ["cover"]
      case .outsideBox: ["safe-box"]
      case .titlesCollide: ["titles-apart"]
      }
    }
  }

  @Test func checkNamesWhatIsWrongWithEachDraft() throws {
    let folder = try TemporaryFolder()
    let root = try DemoSite.finished.get().copy(to: folder)
    let drafts = try root.artefacts(Draft.self, below: "drafts")
      .sorted { ($0.platform, $0.id) < ($1.platform, $1.id) }
    #expect(drafts.count > Fault.allCases.count)
    for (draft, fault) in zip(drafts, Fault.allCases) { try spoil(draft, by: fault, in: root) }

    let outcome = try Program.run("check", on: root)
    #expect(outcome.status == 1)
    let checks = try root.artefact(Checks.self, "work/checks.json")
    for (draft, fault) in zip(drafts, Fault.allCases) {
      let found = try #require(
        checks.drafts.first { $0.platform == draft.platform && $0.id == draft.id })
      let short = Set(found.checks.filter { !$0.pass }.map(\.name))
      #expect(!found.pass && short.isSuperset(of: fault.checks), "\(fault): \(short)")
      for name in fault.checks {
        #expect(outcome.err.contains("\(draft.platform)/\(draft.id): \(name) is "), "\(fault)")
      }
    }
    for draft in drafts.dropFirst(Fault.allCases.count) {
      let found = checks.drafts.first { $0.platform == draft.platform && $0.id == draft.id }
      #expect(found?.pass == true, "\(draft.platform)/\(draft.id) was left alone")
    }
  }

  @Test func aRunAfterwardsMakesSpoiltVideosAgain() throws {
    let folder = try TemporaryFolder()
    let root = try DemoSite.finished.get().copy(to: folder)
    let draft = try #require(try root.artefacts(Draft.self, below: "drafts").first)
    let name = "drafts/\(draft.platform)/\(draft.file)"
    try root.write("no video", to: name)
    #expect(try Program.run("run", on: root).status <= 1)
    #expect((root.bytes(name)?.count ?? 0) == draft.bytes)
  }

  private func spoil(_ draft: Draft, by fault: Fault, in root: URL) throws {
    let folder = root.appendingPathComponent("drafts/" + draft.platform)
    let movie = folder.appendingPathComponent(draft.file)
    var changed = draft
    switch fault {
    case .wrongSize:
      try film(draft, to: movie, width: draft.width + 32, pictures: 30, sound: 0.2)
    case .silent:
      let pictures = draft.duration.frames(at: draft.rate)
      try film(draft, to: movie, width: draft.width, pictures: pictures, sound: 0)
    case .cutOff:
      try film(draft, to: movie, width: draft.width, pictures: 15, sound: 0.2)
    case .notAVideo: try Data("no video".utf8).write(to: movie)
    case .longTitle: changed.title += String(repeating: "好", count: 80)
    case .noCover:
      try FileManager.default.removeItem(at: folder.appendingPathComponent(draft.cover))
    case .outsideBox: changed.titles[0].box[0] = -20
    case .titlesCollide: changed.titles.append(changed.titles[0])
    }
    try changed.encoded().write(to: folder.appendingPathComponent(draft.id + ".json"))
  }

  /// A grey video with a tone.
  private func film(
    _ draft: Draft, to file: URL, width: Int, pictures: Int, sound level: Float
  ) throws {
    let writer = try MovieWriter(
      path: file.path,
      video: VideoEncoding(
        width: width, height: draft.height, rate: draft.rate,
        options: ["preset": "ultrafast", "profile": "high"]), sound: SoundEncoding())
    let bytes = [UInt8](repeating: 128, count: width * draft.height * 4)
    let picture = try Picture.from(Bitmap(width: width, height: draft.height, bytes: bytes))
    for _ in 0..<pictures { try writer.write(picture) }
    let frames = Time(frames: pictures, at: draft.rate).samples(at: 48000)
    let samples = (0..<frames).flatMap { frame -> [Float] in
      let value = level * Float(sin(Double(frame) * 2 * .pi * 440 / 48000))
      return [value, value]
    }
    try writer.write(SoundBuffer(rate: 48000, channels: 2, samples: samples))
    try writer.finish()
  }
}
