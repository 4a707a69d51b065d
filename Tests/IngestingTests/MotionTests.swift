import Foundation
import Ingesting
import Media
import Model
import Pixels
import Support
import Testing
import Timing

/// What moves in the picture, and who looks out of it.
struct MotionTests {
  private let policy = IngestPolicy.Quality()

  /// Clouds seen through a window, with a square hand before them.
  private func picture(
    x: Double = 0, light: Int = 0, hand: (x: Int, y: Int)? = nil, noise: UInt32 = 0
  ) -> GrayImage {
    let (width, height) = (320, 240)
    var bytes = [UInt8](repeating: 0, count: width * height)
    var seed: UInt32 = 7 &+ noise
    for row in 0..<height {
      for column in 0..<width {
        let (u, v) = (Double(column) + x, Double(row))
        var level = 120 + 35 * sin(u / 5) * cos(v / 7) + 30 * sin(u / 23 + v / 31)
        if let hand, abs(column - hand.x) < 36, abs(row - hand.y) < 36 {
          level = 205 - Double((column - hand.x) * (row - hand.y) % 24)
        }
        if noise > 0 {
          seed = seed &* 1_664_525 &+ 1_013_904_223
          level += Double(Int(seed >> 16) % 9 - 4)
        }
        bytes[row * width + column] = UInt8(min(255, max(0, level + Double(light))))
      }
    }
    return GrayImage(width: width, height: height, bytes: bytes)
  }

  private func moving(_ before: GrayImage, _ after: GrayImage) -> Double {
    var meter = QualityMeter(policy: policy)
    _ = meter.measure(before)
    return meter.measure(after).moving
  }

  @Test func aHandThatMovesIsSeen() {
    let share = moving(picture(hand: (100, 120)), picture(hand: (140, 120)))
    // 40 of 72 pixels are new on either side of a square of 72 × 72 in 320 × 240.
    #expect(share > 0.05 && share < 0.2, "\(share)")
  }

  @Test func whatStandsStillDoesNotMove() {
    #expect(moving(picture(), picture()) == 0)
    #expect(moving(picture(noise: 1), picture(noise: 2)) < 0.01)
    #expect(moving(picture(), picture(light: 20)) < 0.01)
  }

  @Test func aPanIsNoActionButAHandInItIs() {
    #expect(moving(picture(), picture(x: 7)) < 0.03)
    let share = moving(picture(hand: (100, 120)), picture(x: 7, hand: (140, 100)))
    #expect(share > 0.05, "\(share)")
  }

  @Test func facesAreSeenInPeopleAndNotInThings() throws {
    for (name, hasFace) in [
      ("woman_face_turning.gif", true), ("awesome'movie.mov", true), ("toy_frog.mp4", false),
    ] {
      guard let path = SharedMaterial.path("footage/clips/plain/" + name) else {
        print("skipped: no shared material '\(name)' beside the checkout")
        continue
      }
      var policy = IngestPolicy()
      policy.slates.step = 1
      policy.slates.endLongSide = 0
      let report = try ClipScanner(policy: policy).scan(path, facts: Probe.facts(of: path))
      #expect(report.faces.contains { $0.count > 0 } == hasFace, "\(name) \(report.faces)")
      for face in report.faces where face.count > 0 {
        #expect(face.share > 0.005 && face.share < 0.9)
        #expect(face.confidence > 0)
      }
    }
  }
}
