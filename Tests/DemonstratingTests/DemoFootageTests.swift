import Demonstrating
import Foundation
import Media
import Model
import Support
import Testing
import Timing

struct DemoFootageTests {
  @Test func everyShotOfSeveralTakesHasABestAndAWorst() throws {
    let folder = try TemporaryFolder()
    let truth = try DemoFootage(seed: 3, clips: 8, shorterSide: 144).film(
      madeShots(4), to: folder.file("footage"), jobs: 2, progress: { _ in })
    let takes = Dictionary(grouping: truth.clips.filter { $0.shot != nil }, by: { $0.shot ?? "" })
    #expect(takes.count == 4)
    for clips in takes.values {
      #expect(clips.map(\.take) == Array(1...clips.count))
      #expect(clips.count == 2)
      #expect(clips.filter { $0.rank == .best }.count == 1)
      #expect(clips.filter { $0.rank == .worst }.count == 1)
      #expect(clips.allSatisfy { ($0.rank == .worst) == ($0.fault != .none) })
    }
    try expectFilesAsTold(truth, in: folder.file("footage"))
    try expectBrokenFiles(truth, in: folder.file("footage"))
    let saved = try JSONDecoder().decode(
      DemoTruth.self, from: Data(contentsOf: folder.file("footage-truth.json")))
    #expect(saved == truth)
  }

  private func expectFilesAsTold(_ truth: DemoTruth, in folder: URL) throws {
    for clip in truth.clips where clip.damage == nil {
      let facts = try Probe.facts(of: folder.appendingPathComponent(clip.file).path)
      #expect(facts.video?.rotation == clip.rotation, "\(clip.file)")
      #expect(facts.video?.displayWidth == clip.width, "\(clip.file)")
      #expect(facts.video?.displayHeight == clip.height, "\(clip.file)")
      #expect(facts.video?.rate.map { "\($0.framesPerSecond)" } == clip.rate, "\(clip.file)")
      #expect((facts.audio != nil) == clip.sound, "\(clip.file)")
      #expect(try clip.end <= #require(facts.duration).decimal + 0.05, "\(clip.file)")
    }
  }

  private func expectBrokenFiles(_ truth: DemoTruth, in folder: URL) throws {
    func size(_ clip: DemoTruth.Clip) throws -> Int {
      try Data(contentsOf: folder.appendingPathComponent(clip.file)).count
    }
    let empty = try #require(truth.clips.first { $0.damage == .empty })
    #expect(try size(empty) == 0)
    let text = try #require(truth.clips.first { $0.damage == .notMedia })
    #expect(throws: MediaError.self) {
      try Probe.facts(of: folder.appendingPathComponent(text.file).path)
    }
    let cut = try #require(truth.clips.first { $0.damage == .truncated })
    let bytes = try Data(contentsOf: folder.appendingPathComponent(cut.file))
    #expect(bytes.count > 1000)
  }

  @Test func theSameSeedFilmsTheSameBytes() throws {
    let folder = try TemporaryFolder()
    let shots = Array(madeShots(2).suffix(1))
    let files = try ["a", "b"].map { name in
      let truth = try DemoFootage(seed: 5, clips: 1, shorterSide: 144).film(
        shots, to: folder.file("\(name)/footage"), jobs: name == "a" ? 1 : 2, progress: { _ in })
      let clip = try #require(truth.clips.first)
      return try Data(contentsOf: folder.file("\(name)/footage/\(clip.file)"))
    }
    #expect(files[0].count > 1000)
    #expect(files[0] == files[1])
  }

  @Test func aPhoneHeldSidewaysStoresALyingPictureThatStandsUpright() throws {
    let folder = try TemporaryFolder()
    for degrees in [90, 180, 270] {
      let path = folder.file("turned-\(degrees).mp4").path
      let encoding = VideoEncoding(
        width: 64, height: 32, rate: FrameRate(25), options: ["preset": "ultrafast"], threads: 1,
        rotation: degrees)
      let writer = try MovieWriter(path: path, video: encoding, sound: nil)
      try writer.write(Picture.blank(width: 64, height: 32))
      try writer.finish()
      let video = try #require(try Probe.facts(of: path).video)
      #expect(video.rotation == degrees)
      #expect(video.displayWidth == (degrees == 180 ? 64 : 32))
    }
  }

  @Test func noShotsMakeNothingButTheFilesThatAreNoClips() throws {
    let folder = try TemporaryFolder()
    let truth = try DemoFootage().film([], to: folder.file("footage"), jobs: 2, progress: { _ in })
    #expect(truth.clips.map(\.damage) == [.notMedia, .empty])
  }
}
