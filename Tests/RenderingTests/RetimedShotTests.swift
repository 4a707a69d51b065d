import Foundation
import Media
import Model
import Pixels
import Rendering
import Support
import Testing
import Timing

/// Shots that run slower or faster than they were filmed, and transitions between shots.
@Suite(.serialized)
struct RetimedShotTests {
  private let middle = (x: 0.3...0.7, y: 0.3...0.7)

  /// One shot of the red, green and blue clip at a speed.
  private func timeline(
    _ bench: RenderBench, from: Int, speed: Rational, pictures: Int, layers: [Layer] = []
  ) -> Timeline {
    var timeline = bench.timeline(layers: layers)
    var shot = bench.take(bench.range(from, from), bench.range(0, pictures))
    shot.speed = speed
    shot.source.duration = shot.range.duration * speed
    timeline.shots = [shot]
    return timeline
  }

  private func hue(_ bench: RenderBench, _ frame: Int) throws -> String {
    let color = try bench.color(atFrame: frame, x: middle.x, y: middle.y)
    return [(color.0, "red"), (color.1, "green"), (color.2, "blue")].max { $0.0 < $1.0 }!.1
  }

  @Test func slowMotionShowsEachPictureTwice() async throws {
    let bench = try RenderBench()
    _ = try await bench.render(timeline(bench, from: 15, speed: Rational(1, 2), pictures: 60))
    #expect(try hue(bench, 29) == "red")
    #expect(try hue(bench, 30) == "green")
    #expect(try hue(bench, 59) == "green")
  }

  @Test func aProcessRunsThreeTimesAsFast() async throws {
    let bench = try RenderBench()
    _ = try await bench.render(timeline(bench, from: 0, speed: 3, pictures: 30))
    #expect(try hue(bench, 9) == "red")
    #expect(try hue(bench, 10) == "green")
    #expect(try hue(bench, 19) == "green")
    #expect(try hue(bench, 20) == "blue")
  }

  @Test func aRetimedShotIsTheSameHoweverItIsTakenApart() async throws {
    let bench = try RenderBench()
    let title = Layer(kind: .title, text: "慢", range: bench.range(22, 40))
    _ = try await bench.render(
      timeline(bench, from: 15, speed: Rational(1, 2), pictures: 60, layers: [title]))
    #expect(try hue(bench, 29) == "red")
    #expect(try hue(bench, 31) == "green")
  }

  @Test func speedIsPartOfTheRecipe() async throws {
    let bench = try RenderBench()
    _ = try await bench.render(timeline(bench, from: 0, speed: 1, pictures: 30))
    bench.store.forgetWhatWasMade()
    _ = try await bench.render(timeline(bench, from: 0, speed: 3, pictures: 30))
    #expect(bench.store.made.count >= 1)
    #expect(try hue(bench, 29) == "blue")
  }

  @Test func aFlashIsWhitestAtTheCutAndGoneSoonAfter() async throws {
    let bench = try RenderBench()
    var timeline = bench.timeline(layers: [])
    timeline.shots[1].transition = ShotTransition(kind: .flash, length: bench.time(6))
    let draft = try await bench.render(timeline)
    func least(_ frame: Int) throws -> Int {
      let color = try bench.color(atFrame: frame, x: middle.x, y: middle.y)
      return min(color.0, color.1, color.2)
    }
    #expect(try least(19) > 180 && least(20) > 180)
    #expect(try least(16) < 80 && least(23) < 80)
    #expect(try least(17) < least(18) && least(18) <= least(19) + 4)
    // A straight cut shares nothing with it but what the flash does not reach.
    bench.store.forgetWhatWasMade()
    _ = try await bench.render(bench.timeline(layers: []))
    #expect(bench.store.made.count == 2)
    #expect(draft.parts.count { $0.kind == .picture } == 3)
  }

  @Test func aWhipRushesBothPicturesSideways() async throws {
    let bench = try RenderBench()
    var half = RenderBench.bitmap(180, 320, (20, 20, 20))
    for row in 0..<320 {
      for column in 90..<180 {
        for channel in 0..<3 { half.bytes[(row * 180 + column) * 4 + channel] = 230 }
      }
    }
    try StillWriter.write(half, to: bench.folder.file("half.png").path)
    var timeline = bench.timeline(layers: [])
    for index in 0...1 {
      timeline.shots[index].kind = .photo
      timeline.shots[index].file = "half.png"
    }
    timeline.shots[1].transition = ShotTransition(kind: .whip, length: bench.time(10))
    _ = try await bench.render(timeline)
    func left(_ frame: Int) throws -> Int {
      try bench.color(atFrame: frame, x: 0.05...0.35, y: 0.3...0.7).0
    }
    #expect(try left(10) < 60 && left(14) < 60 && left(25) < 60)
    #expect(try left(19) > 150)
    #expect(try left(19) > left(17))
    #expect(try left(20) > left(22))
  }

  @Test func aTransitionLongerThanItsShotIsShortened() async throws {
    let bench = try RenderBench()
    var timeline = bench.timeline(layers: [])
    timeline.shots[1].transition = ShotTransition(kind: .flash, length: Time(decimal: 20))
    timeline.shots[2].transition = ShotTransition(kind: .whip, length: Time(decimal: -3))
    let draft = try await bench.render(timeline).draft
    #expect(try DraftReader.read(bench.folder.file("drafts/made/\(draft.file)").path).frames == 75)
  }
}
