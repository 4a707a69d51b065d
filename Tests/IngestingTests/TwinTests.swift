import Foundation
import Ingesting
import Media
import Model
import Support
import Testing
import Timing

@Suite(.serialized) struct TwinTests {
  private let slate = [Shoot.slate("A-100-close", 0, 1)]

  /// A clip whose light and hands follow a seed.
  private func clip(
    _ name: String, seed: UInt64, noise: Double = 0, seconds: Double = 12, width: Int = 1080,
    slates: [SlateSpan]? = nil
  ) -> FootageClip {
    var generator = SeededGenerator(seed: seed)
    var other = SeededGenerator(seed: 99)
    let samples = (0..<Int(seconds * 4)).map { _ in
      QualitySample(
        sharpness: 0.3, clipped: 0,
        mean: 120 + Double.random(in: -3...3, using: &generator)
          + noise * Double.random(in: -1...1, using: &other),
        moving: Double.random(in: 0...0.2, using: &generator))
    }
    var clip = Shoot.clip("footage/\(name).mp4", seconds, slates ?? slate, samples: samples)
    clip.report.prints = (0..<Int(seconds)).map { 0xF0F0_1234_5678_9ABC ^ UInt64($0 % 3) }
    clip.report.facts.width = width
    return clip
  }

  private func file(_ clips: [FootageClip]) -> [Take] { Shoot.filer().file(clips).takes }

  @Test func aCopyInAnotherSizeIsKnownAndTheLargerStands() {
    let takes = file([clip("small", seed: 1, noise: 0.2, width: 540), clip("full", seed: 1)])
    let (full, small) = (
      takes.first { $0.file.contains("full") }, takes.first { $0.file.contains("small") }
    )
    #expect(small?.duplicate == full?.id)
    #expect(full?.duplicate == nil)
    #expect((small?.score ?? 1) < (full?.score ?? 0))
    #expect(small?.reasons.contains { $0.hasPrefix("the same recording as take") } == true)
  }

  @Test func ofOneSizeTheSharperStands() {
    var soft = clip("1", seed: 1, noise: 0.2)
    for index in soft.report.samples.indices { soft.report.samples[index].sharpness = 0.2 }
    let takes = file([soft, clip("2", seed: 1)])
    #expect(takes[0].duplicate == takes[1].id)
    #expect(takes[1].duplicate == nil)
  }

  @Test func aCopyIsReportedAsADuplicateFile() async throws {
    let folder = try TemporaryFolder()
    let clips = [clip("full", seed: 1), clip("small", seed: 1, noise: 0.2, width: 540)]
    let files = try clips.map { clip in
      let url = try folder.write("stands for a clip", to: clip.path)
      return SourceFile(
        path: clip.path, absolutePath: url.path, identity: clip.path, modified: nil)
    }
    let cache = KnownReports(
      reports: Dictionary(uniqueKeysWithValues: clips.map { ($0.path, .clip($0.report)) }))
    let result = try await IngestStage(policy: IngestPolicy(), cache: cache).run(
      IngestInput(root: folder.path, files: files, shots: Shoot.shots, skus: Shoot.skus))
    #expect(result.files.map(\.state) == [.filed, .duplicate])
    #expect(
      result.files[1].reasons == ["the same recording as footage/full.mp4, encoded again"])
  }

  @Test func twoTakesOfOneSetUpAreAlikeAndNoCopies() {
    let takes = file([clip("1", seed: 1), clip("2", seed: 2)])
    #expect(takes.allSatisfy { $0.duplicate == nil })
    #expect(takes[1].reasons.contains("looks like take 1"))
  }

  @Test func whatIsOnlyLikelyProvesNothing() {
    let guessed = ["1", "2"].map { name in
      var clip = clip(name, seed: 1)
      for index in clip.report.samples.indices { clip.report.samples[index].isGuess = true }
      return clip
    }
    #expect(file(guessed).allSatisfy { $0.duplicate == nil })
  }

  @Test func whereNothingHappensNothingIsProved() {
    let still = ["1", "2"].map { name in
      var clip = clip(name, seed: 1)
      clip.report.samples = clip.report.samples.map { _ in
        QualitySample(sharpness: 0.3, clipped: 0, mean: 120)
      }
      return clip
    }
    #expect(file(still).allSatisfy { $0.duplicate == nil })
  }

  @Test func anotherLengthOrAnotherShotIsNoCopy() {
    #expect(
      file([clip("1", seed: 1), clip("2", seed: 1, seconds: 13)]).allSatisfy { $0.duplicate == nil }
    )
    let other = [Shoot.slate("A-100-wear", 0, 1)]
    #expect(
      file([clip("1", seed: 1), clip("2", seed: 1, slates: other)]).allSatisfy {
        $0.duplicate == nil
      })
  }

  @Test func theEncodedAgainBottlesAreKnownAndNoOtherClipIsMistaken() throws {
    guard let folder = SharedMaterial.path("footage/clips") else {
      print("skipped: no shared material 'footage/clips' beside the checkout")
      return
    }
    let names = [
      "plain/bottles_table.mp4", "difficult/made_near_duplicate_bottles.mp4",
      "plain/asl_eat.mkv", "plain/asl_hungry.mkv", "plain/asl_thanks.mkv", "plain/asl_book.mkv",
      "plain/asl_school.mkv",
    ]
    let clips = try names.map { name in
      var policy = IngestPolicy()
      policy.slates.step = 0.25
      policy.slates.endLongSide = 0
      let path = folder + "/" + name
      let report = try ClipScanner(policy: policy).scan(path, facts: Probe.facts(of: path))
      return FootageClip(
        path: "footage/A-100/" + name, identity: name, modified: nil, report: report)
    }
    let takes = file(clips)
    let copies = takes.filter { $0.duplicate != nil }
    #expect(copies.map(\.file) == ["footage/A-100/difficult/made_near_duplicate_bottles.mp4"])
    #expect(copies.first?.duplicate == takes.first { $0.file.hasSuffix("bottles_table.mp4") }?.id)
  }
}

/// Reports by content, as an earlier run has left them.
private struct KnownReports: ReportCache {
  let reports: [String: MediaReport]

  func lookup(_ key: String) -> MediaReport? {
    reports.first { key.hasPrefix($0.key + " ") }?.value
  }

  func store(_ report: MediaReport, for key: String) {}
}
