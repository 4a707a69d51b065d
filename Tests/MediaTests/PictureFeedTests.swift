import Foundation
import Media
import Support
import Testing
import Timing

@Suite(.serialized) struct PictureFeedTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Runs lanes over a file and gives the prints of their pictures, and the report.
  private func feed(
    _ path: String, _ lanes: [Moving.Stretch], isStill: Bool = false, threads: Int = 1
  ) throws -> (prints: [[UInt64]], report: FeedReport) {
    var prints = lanes.map { _ in [UInt64]() }
    let made = lanes.indices.map { index in
      let stretch = lanes[index]
      return PictureLane(
        start: stretch.start, count: stretch.count, rate: stretch.rate, speed: stretch.speed,
        framing: stretch.framing
      ) { picture in
        #expect(picture.time == Time(frames: prints[index].count, at: stretch.rate))
        prints[index].append(Moving.print(of: picture))
      }
    }
    let feed = try PictureFeed(path: path, isStill: isStill, lanes: made, threads: threads)
    let report = try feed.run()
    return (prints, report)
  }

  /// The prints of one stretch read alone, and what it lacked.
  private func alone(
    _ path: String, _ stretch: Moving.Stretch, isStill: Bool = false
  ) throws -> (prints: [UInt64], shortfall: Time) {
    let length = Time(frames: stretch.count, at: stretch.rate) * stretch.speed
    let reader = try PictureReader(
      path: path, range: TimeRange(start: stretch.start, duration: length),
      framing: stretch.framing, rate: stretch.rate, speed: stretch.speed, isStill: isStill)
    var prints: [UInt64] = []
    while let picture = try reader.next() { prints.append(Moving.print(of: picture)) }
    return (prints, reader.shortfall)
  }

  private func expectLanesAsAlone(
    _ path: String, seconds: Double, seed: UInt64, rounds: Int = 3, isStill: Bool = false
  ) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<rounds {
      let lanes = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        Moving.Stretch.random(seconds: seconds, using: &generator)
      }
      let (prints, report) = try feed(path, lanes, isStill: isStill, threads: 1 + round % 2)
      for (index, lane) in lanes.enumerated() {
        let single = try alone(path, lane, isStill: isStill)
        #expect(prints[index].count == lane.count)
        #expect(prints[index] == single.prints, "seed \(seed), round \(round), \(lane)")
        #expect(report.lanes[index].shortfall == single.shortfall, "\(lane)")
        #expect(report.lanes[index].error == nil)
      }
    }
  }

  @Test(arguments: Moving.Kind.allCases)
  func lanesGetWhatAReaderOfTheirStretchGets(_ kind: Moving.Kind) throws {
    let path = try Moving.clip(folder.file("a.mp4"), kind, frames: 110)
    try expectLanesAsAlone(path, seconds: 110 / kind.rate.framesPerSecond.double, seed: 7)
  }

  @Test func lanesOfAStillAreHeld() throws {
    let path = folder.file("a.png").path
    try StillWriter.write(.quarters(320, 180), to: path)
    try expectLanesAsAlone(path, seconds: 2, seed: 3, isStill: true)
    let clip = try Moving.clip(folder.file("a.mp4"), .plain, frames: 40)
    try expectLanesAsAlone(clip, seconds: 1, seed: 4, isStill: true)
  }

  @Test func difficultFootageIsFedAsRead() throws {
    let names = [
      "made_vfr_dropped_frames.mp4", "no_duration.webm", "start_at_10s.mp4",
      "avchd_1080i50.mts", "rot90_portrait.MOV",
    ]
    for name in names {
      guard let path = SharedMaterial.path("footage/clips/difficult/" + name) else {
        print("skipped: no shared footage beside the checkout")
        return
      }
      let seconds = try #require(try Probe.facts(of: path).duration?.decimal)
      try expectLanesAsAlone(path, seconds: min(8, seconds), seed: 11, rounds: 2)
    }
  }
}
