import Foundation
import Media

/// Mono or stereo sound that is built up from tones and noise.
struct Synthesiser {
  let rate = 48_000
  private(set) var left: [Float]
  private(set) var right: [Float]

  init(seconds: Double) {
    let count = max(1, Int(seconds * 48_000))
    left = [Float](repeating: 0, count: count)
    right = left
  }

  /// Adds a tone that begins and ends softly.
  ///
  /// - Parameters:
  ///   - wave: Its form over one period, by phase 0…1.
  ///   - decay: Seconds in which it falls to a third; nil holds it.
  mutating func tone(
    _ hertz: Double, at start: Double, length: Double, level: Double, pan: Double = 0,
    attack: Double = 0.006, decay: Double? = nil, wave: (Double) -> Double
  ) {
    let first = Int(start * Double(rate))
    let count = Int(length * Double(rate))
    for index in 0..<max(0, count) where left.indices.contains(first + index) {
      let time = Double(index) / Double(rate)
      let rise = min(1, time / attack)
      let fall = min(1, (length - time) / 0.03)
      let value =
        wave((time * hertz).truncatingRemainder(dividingBy: 1)) * level * rise * fall
        * (decay.map { exp(-time / $0) } ?? 1)
      add(value, pan, at: first + index)
    }
  }

  /// Adds noise that is brighter the higher `color` (0…1) is.
  mutating func noise(
    at start: Double, length: Double, level: Double, color: Double, decay: Double? = nil,
    attack: Double = 0.002, pan: Double = 0, random: inout SeededGenerator
  ) {
    let first = Int(start * Double(rate))
    let count = Int(length * Double(rate))
    var low = 0.0
    for index in 0..<max(0, count) where left.indices.contains(first + index) {
      let time = Double(index) / Double(rate)
      low += (random.number(in: -1...1) - low) * color
      let fall = min(1, (length - time) / 0.01)
      let envelope = min(1, time / attack) * fall * (decay.map { exp(-time / $0) } ?? 1)
      add(low * level * envelope, pan, at: first + index)
    }
  }

  /// Adds a drum: a tone that falls from one pitch to another.
  mutating func drum(
    at start: Double, from high: Double, to low: Double, level: Double, decay: Double
  ) {
    let first = Int(start * Double(rate))
    var phase = 0.0
    for index in 0..<Int(decay * 6 * Double(rate)) where left.indices.contains(first + index) {
      let time = Double(index) / Double(rate)
      phase += (low + (high - low) * exp(-time / 0.025)) / Double(rate)
      add(
        sin(phase * 2 * .pi) * level * exp(-time / decay) * min(1, time / 0.002), 0,
        at: first + index)
    }
  }

  private mutating func add(_ value: Double, _ pan: Double, at index: Int) {
    left[index] += Float(value * min(1, 1 - pan))
    right[index] += Float(value * min(1, 1 + pan))
  }

  /// Both channels side by side, brought to a peak with soft ends.
  func buffer(peak: Float, fade: Double) -> SoundBuffer {
    let loudest = max(left.map(abs).max() ?? 0, right.map(abs).max() ?? 0, 1e-6)
    let edge = max(1, fade * Double(rate))
    var samples = [Float]()
    samples.reserveCapacity(left.count * 2)
    for index in left.indices {
      let share = min(1, Double(index) / edge, Double(left.count - 1 - index) / edge)
      let gain = peak / loudest * Float(share)
      samples.append(left[index] * gain)
      samples.append(right[index] * gain)
    }
    return SoundBuffer(rate: rate, channels: 2, samples: samples)
  }

  /// One channel at the level it was built with.
  func mono(fade: Double) -> SoundBuffer {
    let edge = max(1, fade * Double(rate))
    let samples = left.indices.map { index in
      let share = min(1, Double(index) / edge, Double(left.count - 1 - index) / edge)
      return max(-1, min(1, left[index])) * Float(share)
    }
    return SoundBuffer(rate: rate, channels: 1, samples: samples)
  }
}
