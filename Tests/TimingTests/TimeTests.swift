import Foundation
import Support
import Testing
import Timing

struct TimeTests {
  @Test func fractionsStandInLowestTermsWithAPositiveDenominator() {
    #expect(Rational(6, -4) == Rational(-3, 2))
    #expect(Rational(-7, 2).floor == -4)
    #expect(Rational(-7, 2).ceiling == -3)
    #expect(Rational(5, 2).rounded == 3)
  }

  @Test func addingFramesOfAnyRateNeverDrifts() {
    for rate in [FrameRate(25), FrameRate(30), FrameRate(Rational(30000, 1001))!] {
      var time = Time.zero
      for _ in 0..<10_000 { time += rate.frame }
      #expect(time == Time(frames: 10_000, at: rate))
      #expect(time.frames(at: rate) == 10_000)
    }
  }

  @Test func anyTimeSnapsToANeighbourOnTheGrid() {
    var random = SeededGenerator(seed: 1)
    let rate = FrameRate(Rational(30000, 1001))!
    for _ in 0..<500 {
      let time = Time(decimal: Double.random(in: 0..<4000, using: &random))
      let snapped = time.snapped(to: rate)
      #expect(abs((snapped - time).decimal) <= rate.frame.decimal / 2 + 1e-9)
      #expect(snapped.snapped(to: rate) == snapped)
    }
  }

  @Test func decimalsAtTheEdgeComeBackToTheSameFrame() throws {
    let rate = FrameRate(30)
    for frame in [0, 1, 7, 29, 30, 1799, 54_001] {
      let data = try JSONEncoder().encode([Time(frames: frame, at: rate)])
      let back = try JSONDecoder().decode([Time].self, from: data)
      #expect(back[0].frames(at: rate) == frame)
    }
  }

  @Test(arguments: [
    ("30", Rational(30)), ("29.97", Rational(30000, 1001)), ("23.976", Rational(24000, 1001)),
    ("30000/1001", Rational(30000, 1001)), ("12.5", Rational(25, 2)),
  ])
  func rateTextsAreRead(text: String, rate: Rational) {
    #expect(FrameRate.parse(text)?.framesPerSecond == rate)
  }

  @Test(arguments: ["", "0", "-5", "x", "1/0", "30/", "1e9"])
  func whatIsNoRateIsRefused(text: String) { #expect(FrameRate.parse(text) == nil) }

  @Test func rangesAreHalfOpen() {
    let a = TimeRange(start: .zero, duration: Time(decimal: 1))
    let b = TimeRange(start: a.end, duration: Time(decimal: 1))
    #expect(!a.overlaps(b))
    #expect(!a.contains(a.end))
    #expect(a.intersection(b) == nil)
  }
}
