import Foundation
import Media
import Model

/// What a camera's microphone hears in a take: the room, and what the product does.
struct ClipSound {
  private let plan: TakePlan
  private let kind: ProductKind
  private var random: SeededGenerator

  init(_ plan: TakePlan, kind: ProductKind, seed: UInt64) {
    self.plan = plan
    self.kind = kind
    random = SeededGenerator(seed: seed, "sound \(plan.shot.id) \(plan.take)")
  }

  mutating func record() -> SoundBuffer {
    var sound = Synthesiser(seconds: plan.seconds)
    sound.noise(
      at: 0, length: plan.seconds, level: 0.030, color: 0.02, attack: 0.1, random: &random)
    sound.noise(
      at: 0, length: plan.seconds, level: 0.0016, color: 0.7, attack: 0.1, random: &random)
    let hum = { (phase: Double) in sin(phase * 2 * .pi) }
    sound.tone(100, at: 0, length: plan.seconds, level: 0.0012, attack: 0.2, wave: hum)
    if plan.slate == .head {
      sound.noise(
        at: plan.head, length: 0.12, level: 0.10, color: 0.35, decay: 0.03, random: &random)
    }
    act(&sound)
    return sound.mono(fade: 0.02)
  }

  private mutating func act(_ sound: inout Synthesiser) {
    let (start, end) = (plan.sceneStart + 0.3, plan.sceneEnd - 0.1)
    switch kind {
    case .berries, .biscuits:
      sound.noise(at: start, length: 0.45, level: 0.14, color: 0.8, attack: 0.3, random: &random)
      repeated(from: start + 0.6, to: end, every: 0.16) { time, random in
        sound.noise(
          at: time, length: 0.05, level: random.number(in: 0.08...0.30), color: 0.6, decay: 0.012,
          random: &random)
        sound.noise(
          at: time + 0.03, length: 0.06, level: random.number(in: 0.04...0.16), color: 0.9,
          decay: 0.018, random: &random)
      }
    case .sneaker, .runner:
      repeated(from: start, to: end, every: 0.52) { time, random in
        sound.drum(at: time, from: 170, to: 70, level: 0.20, decay: 0.03)
        sound.noise(at: time, length: 0.09, level: 0.09, color: 0.3, decay: 0.025, random: &random)
      }
    case .tote, .backpack:
      repeated(from: start, to: min(end, start + 1.1), every: 0.011) { time, random in
        sound.noise(
          at: time, length: 0.008, level: 0.08, color: 0.85, decay: 0.002, attack: 0.0005,
          random: &random)
      }
    case .dress, .shirt, .towel, .storageBox:
      repeated(from: start, to: end, every: 0.6) { time, random in
        sound.noise(
          at: time, length: 0.5, level: random.number(in: 0.02...0.05), color: 0.4, attack: 0.2,
          random: &random)
      }
    }
  }

  private mutating func repeated(
    from start: Double, to end: Double, every step: Double,
    _ body: (Double, inout SeededGenerator) -> Void
  ) {
    var time = start
    while time < end {
      body(time, &random)
      time += step * random.number(in: 0.75...1.25)
    }
  }
}
