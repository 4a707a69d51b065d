import Foundation
import Model
import Timing

/// How loud the music is at each sample: down before a voice comes, up again after it, from the
/// known cues rather than from a detector; between sentences it stays lower than where nobody speaks.
struct MusicEnvelope {
  private let points: [(frame: Int, decibels: Double)]
  /// Where nothing is heard beside the music.
  private let open: Double
  private let fadeIn: Int
  private let fadeOut: Int
  private let frames: Int

  init(plan: SoundPlan, levels: Quality.Mix, frames: Int) {
    let rate = Double(SoundMixer.rate)
    self.frames = frames
    fadeIn = Int(levels.fadeIn * rate)
    fadeOut = Int(levels.fadeOut * rate)
    let open = plan.voices.isEmpty ? 0 : levels.inGaps
    self.open = open
    let ducks =
      plan.voices.map { ($0.range, min(open, levels.underVoice)) }
      + plan.clips.map { ($0.range, min(open, levels.underClip)) }
    let attack = max(1, Int(levels.attack * rate))
    let release = max(1, Int(levels.release * rate))
    points = MusicEnvelope.points(ducks, open: open, attack: attack, release: release)
  }

  /// Corner points of a piecewise straight line in decibels.
  private static func points(
    _ ducks: [(range: TimeRange, decibels: Double)], open: Double, attack: Int, release: Int
  ) -> [(frame: Int, decibels: Double)] {
    var merged: [(from: Int, to: Int, decibels: Double)] = []
    for duck in ducks.sorted(by: { $0.range.start < $1.range.start }) {
      let from = duck.range.start.samples(at: SoundMixer.rate)
      let to = duck.range.end.samples(at: SoundMixer.rate)
      // A gap too short to come up in is not left open.
      if let last = merged.last, from <= last.to + attack + release {
        merged[merged.count - 1] = (
          last.from, max(last.to, to), min(last.decibels, duck.decibels)
        )
      } else {
        merged.append((from, to, duck.decibels))
      }
    }
    return merged.flatMap {
      [
        ($0.from - attack, open), ($0.from, $0.decibels), ($0.to, $0.decibels),
        ($0.to + release, open),
      ]
    }
  }

  /// The factor at a sample.
  func gain(at frame: Int) -> Float {
    let edge = min(
      fadeIn > 0 ? min(1, Double(frame) / Double(fadeIn)) : 1,
      fadeOut > 0 ? min(1, Double(frames - 1 - frame) / Double(fadeOut)) : 1)
    let level = decibels(at: frame)
    return Float(max(0, edge) * (level == 0 ? 1 : pow(10, level / 20)))
  }

  private func decibels(at frame: Int) -> Double {
    guard let after = points.firstIndex(where: { $0.frame > frame }), after > 0 else {
      return open
    }
    let (a, b) = (points[after - 1], points[after])
    let t = Double(frame - a.frame) / Double(max(1, b.frame - a.frame))
    return a.decibels + (b.decibels - a.decibels) * t
  }
}
