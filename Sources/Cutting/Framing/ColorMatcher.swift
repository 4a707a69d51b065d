import Foundation
import Model

/// Brings neighbouring shots of one set-up together in exposure and white, by the white of the slate
/// before each of them; and gives takes the shop's colour table.
struct ColorMatcher {
  let policy: FramingPolicy
  let request: CutRequest

  func matched(_ shots: [TimelineShot]) -> [TimelineShot] {
    let takes = Dictionary(request.takes.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let lut = policy.lut.isEmpty ? nil : "brand/" + policy.lut
    return shots.enumerated().map { index, shot in
      var shot = shot
      guard shot.kind == .take else { return shot }
      var plan = ColorPlan(lut: lut)
      if policy.matches, let own = shot.take.flatMap({ takes[$0] })?.light {
        let around = neighbours(of: index, in: shots).compactMap {
          $0.take.flatMap { takes[$0] }?.light
        }
        let usual = Light.mean([own] + around)
        plan.exposure = limited(log2(usual.level / own.level), policy.mostExposure)
        plan.red = 1 + limited(usual.red / own.red - 1, policy.mostBalance)
        plan.blue = 1 + limited(usual.blue / own.blue - 1, policy.mostBalance)
      }
      shot.color = plan.isPlain ? nil : plan
      return shot
    }
  }

  /// All shots of a shot's set-up that hang together with it by cuts alone.
  private func neighbours(of index: Int, in shots: [TimelineShot]) -> [TimelineShot] {
    guard let rig = rig(of: shots[index]) else { return [] }
    func belongs(_ other: Int) -> Bool {
      shots[other].kind == .take && self.rig(of: shots[other]) == rig
    }
    var (first, last) = (index, index)
    while first > 0, belongs(first - 1) { first -= 1 }
    while last + 1 < shots.count, belongs(last + 1) { last += 1 }
    return (first...last).filter { $0 != index }.map { shots[$0] }
  }

  private func rig(of shot: TimelineShot) -> String? {
    request.script.shots.first { $0.id == shot.shot }?.rig
  }

  private func limited(_ value: Double, _ most: Double) -> Double {
    guard value.isFinite else { return 0 }
    return (min(most, max(-most, value)) * 1000).rounded() / 1000
  }
}

/// What light a slate's white lay in.
private struct Light {
  /// Linear, 0…1.
  var level: Double
  /// Red and blue over green.
  var red: Double
  var blue: Double

  static func mean(_ lights: [Light]) -> Light {
    func mean(_ part: (Light) -> Double) -> Double {
      exp(lights.reduce(0) { $0 + log(part($1)) } / Double(max(1, lights.count)))
    }
    return Light(level: mean(\.level), red: mean(\.red), blue: mean(\.blue))
  }
}

extension Take {
  fileprivate var light: Light? {
    guard let gray, gray.count == 3, gray.allSatisfy({ $0 > 16 && $0 <= 255 }) else { return nil }
    let linear = gray.map { pow($0 / 255, 2.4) }
    return Light(
      level: 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2],
      red: linear[0] / linear[1], blue: linear[2] / linear[1])
  }
}
