import Foundation
import Ingesting
import Media
import Model
import Pixels
import Support
import Synchronization
import Testing
import Timing

/// Keeps reports for one test.
private final class Shelf: ReportCache {
  private let reports = Mutex<[String: MediaReport]>([:])

  func lookup(_ key: String) -> MediaReport? { reports.withLock { $0[key] } }
  func store(_ report: MediaReport, for key: String) { reports.withLock { $0[key] = report } }
}

@Suite(.serialized) struct IngestStageTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func input(_ paths: [String], licences: [MusicLicence] = []) -> IngestInput {
    IngestInput(
      root: folder.path,
      files: paths.map { path in
        let absolute = folder.path + "/" + path
        let size = (try? Data(contentsOf: URL(fileURLWithPath: absolute)))?.count ?? 0
        return SourceFile(
          path: path, absolutePath: absolute, identity: size > 0 ? "\(path) \(size)" : "",
          modified: nil, bytes: size)
      },
      shots: Shoot.shots, skus: Shoot.skus, images: ["B-200": ["./pictures/lead.png"]],
      scripts: ["A-100.discovery.1": "A-100"], licences: licences)
  }

  private func run(_ paths: [String], cache: (any ReportCache)? = nil) async throws -> IngestResult
  {
    try await IngestStage(policy: IngestPolicy(), cache: cache).run(input(paths))
  }

  private func make(_ name: String, _ parts: [ClipMaker.Part]) throws {
    try ClipMaker.write(parts, to: folder.path + "/" + name)
  }

  @Test func slatesInClipsFileTheirTakes() async throws {
    let close = Shoot.payload("A-100-close")
    let wear = Shoot.payload("A-100-wear")
    try make("footage/1.mp4", [.slate(close, seconds: 1), .pattern(seconds: 3)])
    try make("footage/2.mp4", [.pattern(seconds: 3), .slate(wear, seconds: 1, upsideDown: true)])
    try make(
      "footage/3.mp4",
      [
        .slate(close, seconds: 1), .pattern(seconds: 3), .slate(Shoot.mark("NG"), seconds: 1),
        .slate(wear, seconds: 1), .pattern(seconds: 3), .slate(Shoot.mark("OK"), seconds: 1),
      ])
    let result = try await run(["footage/1.mp4", "footage/2.mp4", "footage/3.mp4"])
    let takes = result.takes.takes
    #expect(
      takes.map {
        "\($0.file) \($0.shot ?? "") \($0.take) \($0.filedBy.rawValue) \($0.status.rawValue)"
      }
        == [
          "footage/1.mp4 A-100-close 1 slate unmarked",
          "footage/2.mp4 A-100-wear 1 tail-slate unmarked",
          "footage/3.mp4 A-100-close 2 slate ng", "footage/3.mp4 A-100-wear 2 slate ok",
        ])
    #expect(result.takes.orphans.isEmpty && result.takes.broken.isEmpty)
    #expect(result.takes.missing.map(\.shot) == ["B-200-pour"])
    // Slates stand in whole seconds; what is left holds none of them.
    let bounds: [ClosedRange<Double>] = [1.0...4.0, 0.0...3.0, 1.0...4.0, 6.0...9.0]
    for (take, bound) in zip(takes, bounds) {
      #expect(take.start.decimal >= bound.lowerBound && take.end.decimal <= bound.upperBound)
      #expect(take.end.decimal - take.start.decimal > 1.5)
      #expect(take.quality.scores.count >= 6)
      #expect(take.facts.width == ClipMaker.width && take.facts.height == ClipMaker.height)
    }
  }

  @Test func aFileCutOffIsNamedAndUsedAsFarAsItGoes() async throws {
    try make("whole.mp4", [.slate(Shoot.payload("A-100-close"), seconds: 1), .pattern(seconds: 9)])
    let bytes = try Data(contentsOf: folder.file("whole.mp4"))
    try FileManager.default.createDirectory(
      at: folder.file("footage"), withIntermediateDirectories: true)
    try bytes.prefix(bytes.count * 6 / 10).write(to: folder.file("footage/cut.mp4"))
    let takes = try await run(["footage/cut.mp4"]).takes
    #expect(takes.takes.map(\.shot) == ["A-100-close"])
    #expect(takes.broken.count == 1)
    #expect(takes.broken[0].reason.hasPrefix("the file is cut off: "))
    #expect(takes.takes[0].end.decimal < 9)
  }

  @Test func whatCannotBeUsedIsNamedInPlainWordsAndTheRestGoesOn() async throws {
    try make(
      "footage/good.mp4", [.slate(Shoot.payload("A-100-close"), seconds: 1), .pattern(seconds: 2)])
    try folder.write("this is not a video", to: "footage/notes.mp4")
    try folder.write("", to: "footage/zero.mov")
    try folder.write("%PDF-1.4 whatever", to: "footage/list.pdf")
    try folder.write("x", to: "footage/.DS_Store")
    try folder.write("x", to: "footage/Thumbs.db")
    try folder.write("1", to: "footage/good.srt")
    try folder.write("x", to: "footage/inside.mp4/x.txt")
    let outside = try TemporaryFolder()
    try outside.write("secret", to: "clip.mp4")
    try FileManager.default.createSymbolicLink(
      at: folder.file("footage/link.mp4"), withDestinationURL: outside.file("clip.mp4"))
    let takes = try await run([
      "footage/notes.mp4", "footage/zero.mov", "footage/list.pdf", "footage/.DS_Store",
      "footage/Thumbs.db", "footage/good.srt", "footage/inside.mp4", "footage/link.mp4",
      "footage/gone.mp4", "footage/good.mp4",
    ]).takes
    #expect(takes.takes.map(\.file) == ["footage/good.mp4"])
    #expect(takes.orphans.isEmpty)
    #expect(
      takes.broken.map { "\($0.file) \($0.reason)" } == [
        "footage/notes.mp4 " + FileFault.media(MediaError(.notMedia, "")).words(.en),
        "footage/zero.mov is empty (0 bytes); copy it again from the card",
        "footage/inside.mp4 " + FileFault.folder.words(.en),
        "footage/link.mp4 is a link that leads out of the workspace; copy the file in",
        "footage/gone.mp4 " + FileFault.missing.words(.en),
      ])
  }

  @Test func filesAreLookedAtOnceForEachContent() async throws {
    try make(
      "footage/1.mp4", [.slate(Shoot.payload("A-100-close"), seconds: 1), .pattern(seconds: 2)])
    let shelf = Shelf()
    let first = try await run(["footage/1.mp4"], cache: shelf)
    let second = try await run(["footage/1.mp4"], cache: shelf)
    #expect((first.scanned, first.reused) == (1, 0))
    #expect((second.scanned, second.reused) == (0, 1))
    #expect(try first.takes.encoded() == second.takes.encoded())
    var finer = IngestPolicy()
    finer.slates.step = 0.5
    let third = try await IngestStage(policy: finer, cache: shelf).run(input(["footage/1.mp4"]))
    #expect(third.scanned == 1)
  }

  @Test func eachFileIsToldOfOnceAndTheOrderOfTheWorkChangesNothing() async throws {
    try make(
      "footage/1.mp4", [.slate(Shoot.payload("A-100-close"), seconds: 1), .pattern(seconds: 2)])
    try make(
      "footage/2.mp4", [.slate(Shoot.payload("A-100-wear"), seconds: 1), .pattern(seconds: 4)])
    try folder.write("", to: "footage/3.mov")
    let files = input(["footage/1.mp4", "footage/2.mp4", "footage/3.mov"])
    let shelf = Shelf()
    for outcome in ["scanned", "known"] {
      let told = Mutex<[IngestProgress]>([])
      let result = try await IngestStage(
        policy: IngestPolicy(), cache: shelf, jobs: 1,
        progress: { done in
          if done.outcome != .underway { told.withLock { $0.append(done) } }
        }
      ).run(files)
      let lines = told.withLock { $0 }
      // The largest file goes first.
      #expect(
        lines.map { "\($0.file) \($0.outcome.rawValue)" } == [
          "footage/2.mp4 \(outcome)", "footage/1.mp4 \(outcome)", "footage/3.mov broken",
        ])
      #expect(lines.map(\.seconds) == (outcome == "scanned" ? [5, 3, 0] : [0, 0, 0]))
      #expect(lines.map(\.bytes) == [1, 0, 2].map { files.files[$0].bytes })
      #expect(result.takes.takes.map(\.shot) == ["A-100-close", "A-100-wear"])
    }
  }

  @Test func reportsSurviveBeingWrittenDown() async throws {
    try make(
      "footage/1.mp4", [.slate(Shoot.payload("A-100-close"), seconds: 1), .pattern(seconds: 2)])
    let path = folder.path + "/footage/1.mp4"
    let report = MediaReport.clip(
      try ClipScanner(policy: IngestPolicy()).scan(path, facts: Probe.facts(of: path)))
    let text = try JSONEncoder().encode(report)
    #expect(try JSONDecoder().decode(MediaReport.self, from: text) == report)
  }

  @Test func photosGoToTheirProducts() async throws {
    let picture = try ClipMaker.slate("HELLO")
    var glass = picture
    for at in stride(from: 0, to: 4000, by: 1) { glass.bytes[at] = 0 }
    for name in ["photos/A-100", "photos", "pictures", "footage/A-100"] {
      try FileManager.default.createDirectory(
        at: folder.file(name), withIntermediateDirectories: true)
    }
    try StillWriter.write(picture, to: folder.path + "/photos/A-100/10.jpg")
    try StillWriter.write(glass, to: folder.path + "/photos/A-100/9.png")
    try StillWriter.write(picture, to: folder.path + "/photos/77-front.jpg")
    try StillWriter.write(picture, to: folder.path + "/photos/nobody.jpg")
    try StillWriter.write(picture, to: folder.path + "/pictures/lead.png")
    try StillWriter.write(picture, to: folder.path + "/footage/A-100/IMG_0001.jpg")
    try folder.write("not a picture", to: "photos/A-100/torn.jpg")
    let takes = try await run([
      "photos/A-100/10.jpg", "photos/A-100/9.png", "photos/77-front.jpg", "photos/nobody.jpg",
      "pictures/lead.png", "footage/A-100/IMG_0001.jpg", "photos/A-100/torn.jpg",
    ]).takes
    #expect(
      takes.photos.map { "\($0.sku) \($0.file) \($0.alpha)" } == [
        "A-100 footage/A-100/IMG_0001.jpg false", "A-100 photos/A-100/9.png true",
        "A-100 photos/A-100/10.jpg false", "B-200 pictures/lead.png false",
        "77 photos/77-front.jpg false",
      ])
    #expect(takes.photos.allSatisfy { $0.width == 240 && $0.height == 320 && $0.score > 0.3 })
    #expect(takes.orphans.map(\.file) == ["photos/nobody.jpg"])
    #expect(takes.broken.map(\.file) == ["photos/A-100/torn.jpg"])
  }

  @Test func voiceAndMusicGoWhereTheyBelong() async throws {
    let tone = SoundBuffer(
      rate: 48000, channels: 1, samples: (0..<24000).map { Float(sin(Double($0) * 0.05)) / 4 })
    let names = [
      "voice/A-100/hook.wav", "voice/B-200.wav", "voice/A-100.discovery.1.wav", "voice/mystery.wav",
      "music/calm.wav", "music/stolen.wav", "footage/atmo.wav",
    ]
    for name in names {
      try FileManager.default.createDirectory(
        at: folder.file(name).deletingLastPathComponent(), withIntermediateDirectories: true)
      try SoundWriter.writeWAV(tone, to: folder.path + "/" + name)
    }
    let licences = [
      MusicLicence(file: "calm.wav", title: "Calm", licence: "CC0"),
      MusicLicence(file: "stolen.wav", title: "Hit", licence: " "),
    ]
    let takes = try await IngestStage(policy: IngestPolicy())
      .run(input(names, licences: licences)).takes
    #expect(
      takes.voices.map { "\($0.sku) \($0.beat ?? "-") \($0.script ?? "-") \($0.duration)" } == [
        "A-100 hook - 0.5 s", "B-200 - - 0.5 s", "A-100 - A-100.discovery.1 0.5 s",
      ])
    #expect(takes.music.map { "\($0.title) \($0.licence)" } == ["Calm CC0"])
    #expect(
      takes.orphans.map(\.file) == ["voice/mystery.wav", "music/stolen.wav", "footage/atmo.wav"])
    #expect(takes.orphans[1].reason == "has no licence in music/music.yaml, and is not used")
  }

  @Test func shotLogsInTheFootageAreRead() async throws {
    try make("footage/d1/C1.mp4", [.pattern(seconds: 2)])
    try folder.write("文件,镜号,状态\nC1,B-200-pour,备\nC9,zzz,ok\n", to: "footage/d1/场记.csv")
    let result = try await run(["footage/d1/C1.mp4", "footage/d1/场记.csv"])
    #expect(result.takes.takes.map(\.summary).map { $0.prefix(14) } == ["B-200-pour log"])
    #expect(result.takes.takes.map(\.status) == [.keep])
    #expect(result.diagnostics.map(\.position.line) == [3])
  }

  @Test func cancellingEndsTheWork() async throws {
    try make("footage/1.mp4", [.pattern(seconds: 2)])
    let (policy, input) = (IngestPolicy(), input(["footage/1.mp4"]))
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await IngestStage(policy: policy).run(input)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
