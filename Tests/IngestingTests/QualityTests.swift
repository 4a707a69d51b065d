import Foundation
import Ingesting
import Model
import Pixels
import Testing
import Timing

/// A textured picture, seen through a window that can move.
private struct Texture {
  var blur = 0
  var gain = 1.0
  var offset = 0.0
  var noise = 0

  func window(x: Double = 0, y: Double = 0, width: Int = 320, height: Int = 240) -> GrayImage {
    var bytes = [UInt8](repeating: 0, count: width * height)
    var seed: UInt32 = 3
    for row in 0..<height {
      for column in 0..<width {
        var sum = 0.0
        for step in -blur...blur { sum += value(Double(column + step) + x, Double(row) + y) }
        for step in -blur...blur { sum += value(Double(column) + x, Double(row + step) + y) }
        seed = seed &* 1_664_525 &+ 1_013_904_223
        let grain = noise == 0 ? 0 : Double(Int(seed >> 16) % (2 * noise + 1) - noise)
        let level = sum / Double(4 * blur + 2) * gain + offset + grain
        bytes[row * width + column] = UInt8(min(255, max(0, level)))
      }
    }
    return GrayImage(width: width, height: height, bytes: bytes)
  }

  /// Clouds of three sizes, as real pictures have them.
  private func value(_ x: Double, _ y: Double) -> Double {
    128 + 90 * (cloud(x / 3, y / 3) - 0.5) + 110 * (cloud(x / 17, y / 17) - 0.5)
      + 120 * (cloud(x / 71, y / 71) - 0.5)
  }

  private func cloud(_ x: Double, _ y: Double) -> Double {
    let (column, row) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
    let (u, v) = (x - Double(column), y - Double(row))
    let above = corner(column, row) * (1 - u) + corner(column + 1, row) * u
    let below = corner(column, row + 1) * (1 - u) + corner(column + 1, row + 1) * u
    return above * (1 - v) + below * v
  }

  private func corner(_ x: Int, _ y: Int) -> Double {
    var hash = UInt32(truncatingIfNeeded: x &* 374_761_393 &+ y &* 668_265_263)
    hash = (hash ^ (hash >> 13)) &* 1_274_126_177
    return Double(hash >> 8) / Double(1 << 24)
  }
}

struct QualityMeterTests {
  private let policy = IngestPolicy.Quality()

  private func still(_ texture: Texture) -> QualitySample {
    QualityMeter.still(texture.window(), policy: policy)
  }

  @Test func blurLowersSharpnessStepByStep() {
    let sharpness = [0, 1, 2, 4].map { still(Texture(blur: $0)).sharpness }
    #expect(sharpness == sharpness.sorted(by: >))
    #expect(sharpness[0] > 2 * sharpness[3])
  }

  @Test func contrastAndLightHardlyChangeSharpness() {
    let plain = still(Texture()).sharpness
    #expect(abs(still(Texture(gain: 0.6, offset: 30)).sharpness / plain - 1) < 0.25)
  }

  @Test func noiseDoesNotPassForSharpness() {
    #expect(still(Texture(blur: 4, noise: 8)).sharpness < still(Texture()).sharpness)
  }

  @Test func overexposureIsSeenAsClippedAndBright() {
    let (good, bright) = (still(Texture()), still(Texture(gain: 1.5, offset: 60)))
    #expect(good.clipped < 0.02)
    #expect(bright.clipped > 0.3)
    #expect(bright.mean > good.mean + 40)
  }

  @Test(arguments: [(3.0, -2.0), (0, 0), (7.5, 4), (-20, 12)])
  func movementIsMeasuredToAFractionOfAPixel(x: Double, y: Double) {
    var meter = QualityMeter(policy: policy)
    _ = meter.measure(Texture().window())
    let sample = meter.measure(Texture().window(x: x, y: y))
    // The window moves right, so the picture moves left; 320 pixels are told as 480.
    #expect(abs(sample.moveX + x * 1.5) < 0.6, "\(sample)")
    #expect(abs(sample.moveY + y * 1.5) < 0.6, "\(sample)")
  }

  @Test func aPlainPictureDoesNotMove() {
    var meter = QualityMeter(policy: policy)
    let plain = GrayImage(width: 320, height: 240, bytes: Array(repeating: 90, count: 320 * 240))
    _ = meter.measure(plain)
    let sample = meter.measure(plain)
    #expect(sample == QualitySample(sharpness: 0, clipped: 0, mean: 90))
  }

  @Test func aPictureWithoutPixelsIsMeasured() {
    var meter = QualityMeter(policy: policy)
    #expect(meter.measure(GrayImage(width: 0, height: 0, bytes: [])).sharpness == 0)
  }
}

struct TakeScoreTests {
  private let slate = [Shoot.slate("A-100-close", 0, 1)]

  private func clip(_ name: String, _ sample: (Int) -> QualitySample) -> FootageClip {
    Shoot.clip("footage/\(name).mp4", 12, slate, samples: (0..<48).map(sample))
  }

  private func good(_ index: Int) -> QualitySample {
    QualitySample(sharpness: 0.3, clipped: 0.01, mean: 120, moveX: 2, moveY: 0)
  }

  private func score(_ clips: [FootageClip]) -> [Take] { Shoot.filer().file(clips).takes }

  @Test func theSharpSteadyWellLitTakeLeadsAndEachFaultCosts() {
    let takes = score([
      clip("1", good),
      clip("2") {
        var sample = good($0); sample.sharpness = 0.15; return sample
      },
      clip("3") {
        var sample = good($0); sample.clipped = 0.12; sample.mean = 215; return sample
      },
      clip("4") {
        var sample = good($0); sample.moveX = $0 % 2 == 0 ? 6 : -6; return sample
      },
    ])
    // The last take's bonus is smaller than what shaking costs.
    #expect(takes.map(\.score).max() == takes[0].score)
    #expect(takes[1].reasons.contains("softer: 0.5× as sharp as take 1"))
    #expect(takes[0].reasons.contains { $0.hasPrefix("steadier") || $0.contains("× than take") })
    #expect(takes[2].reasons.contains("12 % clipped"))
    #expect(takes[2].reasons.contains("bright: mean luma 215"))
    #expect(takes[3].reasons.contains("shaky: jitter 12.0 px"))
    #expect(takes[3].reasons.contains("the last of 4 takes, none is marked"))
  }

  @Test func theBestTwoSecondsAreTheScore() {
    let takes = score([
      clip("1") {
        var sample = good($0); if $0 < 36 { sample.sharpness = 0.02 }; return sample
      }
    ])
    let curve = takes[0].quality.scores
    #expect(takes[0].score > curve[0] + 0.2)
    #expect(abs(takes[0].score - curve.suffix(8).reduce(0, +) / 8) < 0.01)
  }

  @Test func theCurveBeginsWithTheTake() {
    let takes = score([
      clip("1") {
        var sample = good($0); if $0 < 6 { sample.sharpness = 0 }; return sample
      }
    ])
    #expect(takes[0].start == Time(decimal: 1.65))
    #expect(takes[0].quality.step == Time(decimal: 0.25))
    #expect(takes[0].quality.scores.count == 41)
    #expect(takes[0].quality.scores[0] == takes[0].quality.scores[20])
  }

  @Test func theLastTakeLeadsAmongEqualsUnlessOneIsMarked() {
    let plain = score([clip("1", good), clip("2", good)])
    #expect(plain[1].score > plain[0].score)
    let marked = [Shoot.slate("A-100-close", 0, 1), Shoot.card("OK", 10, 11)]
    let takes = score([
      Shoot.clip("footage/1.mp4", 12, marked, samples: (0..<48).map(good)), clip("2", good),
    ])
    #expect(takes.map(\.status) == [.ok, .unmarked])
    #expect(takes[0].score == takes[1].score)
  }

  @Test func anEvenPanIsAsSteadyAsAStandingCamera() {
    let still = score([
      clip("1") {
        var sample = good($0); sample.moveX = 0; return sample
      }
    ])
    let pan = score([
      clip("1") {
        var sample = good($0); sample.moveX = 7; return sample
      }
    ])
    #expect(still[0].score == pan[0].score)
  }

  @Test func wobbleAtBothEndsIsCutOff() {
    let takes = score([
      clip("1") { index in
        var sample = good(index)
        if index < 9 || index >= 46 { sample.moveX = 40 }
        return sample
      }
    ])
    // The last restless sample after the slate is at 2.0 s; the first one at the end at 11.5 s.
    #expect(takes[0].start == Time(decimal: 2))
    #expect(takes[0].end == Time(decimal: 11.25))
  }

  @Test func aShotThatMovesThroughoutKeepsItsEnds() {
    let takes = score([
      clip("1") {
        var sample = good($0); sample.moveX = 40; return sample
      }
    ])
    #expect(takes[0].start == Time(decimal: 1.65))
    #expect(takes[0].end == Time(decimal: 12))
  }

  @Test func reportsWithoutSamplesAndWithNonsenseGiveFiniteScores() {
    let wild = QualitySample(
      sharpness: 1e300, clipped: 7, mean: -1e9, moveX: 1e200, moveY: -1e200)
    let takes = score([
      Shoot.clip("footage/1.mp4", 12, slate, samples: []), clip("2") { _ in wild },
    ])
    #expect(takes.count == 2)
    for take in takes {
      #expect((0...1).contains(take.score))
      #expect(take.quality.scores.allSatisfy { (0...1).contains($0) })
    }
  }
}
