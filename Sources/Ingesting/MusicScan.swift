import Foundation
import Media
public import Model
import Timing

/// Listens through a track once: its tempo, its beats, and which of them open a bar.
public struct MusicScan: Sendable {
  /// Changes when equal tracks give other beats.
  static let version = 1
  /// Seconds that are listened to.
  private static let longest = 900.0

  public init() {}

  /// Nothing where the sound cannot be read, is shorter than four seconds or holds no beat.
  ///
  /// - Parameter length: Of the track, in seconds.
  public func listen(to path: String, length: Double) -> MusicRhythm? {
    let part = TimeRange(
      start: .zero, duration: Time(decimal: min(Self.longest, max(0, length))))
    guard length.isFinite, length >= 4,
      let sound = try? SoundReader.read(path, range: part, rate: OnsetCurve.rate, channels: 1)
    else { return nil }
    return rhythm(of: sound.samples)
  }

  /// - Parameter samples: One channel at 16 kHz.
  public func rhythm(of samples: [Float]) -> MusicRhythm? {
    let curve = OnsetCurve(samples)
    guard let found = BeatTracker(curve: curve).track() else { return nil }
    return MusicRhythm(
      tempo: (found.tempo * 100).rounded() / 100,
      beats: found.beats.map {
        Time(decimal: (max(0, OnsetCurve.seconds($0)) * 1000).rounded() / 1000)
      },
      firstDownbeat: downbeat(found.beats, curve),
      confidence: (found.confidence * 1000).rounded() / 1000)
  }

  /// Of four beats the one on which drums, onsets and a new harmony fall most.
  private func downbeat(_ beats: [Double], _ curve: OnsetCurve) -> Int {
    guard beats.count > 4 else { return 0 }
    let bass = Self.standard(beats.map { Self.peak(curve.bass, at: $0) })
    let onsets = Self.standard(beats.map { Self.peak(curve.strength, at: $0) })
    let changes = Self.standard(harmonies(beats, curve))
    let weights = beats.indices.map { bass[$0] + onsets[$0] / 2 + changes[$0] / 2 }
    let sums = (0..<4).map { phase in
      let own = stride(from: phase, to: weights.count, by: 4).map { weights[$0] }
      return own.reduce(0, +) / Double(max(1, own.count))
    }
    return sums.indices.max { (sums[$0], $1) < (sums[$1], $0) } ?? 0
  }

  /// How much each beat sounds unlike the one before.
  private func harmonies(_ beats: [Double], _ curve: OnsetCurve) -> [Double] {
    let means = beats.indices.map { index -> [Double] in
      let next = index + 1 < beats.count ? beats[index + 1] : beats[index] + 50
      let last = curve.bands.count
      let from = min(max(0, Int(beats[index])), last - 1)
      let to = min(last, max(from + 1, Int(beats[index] + (next - beats[index]) * 0.9)))
      return curve.bands[from].indices.map { band in
        curve.bands[from..<to].reduce(0.0) { $0 + Double($1[band]) } / Double(to - from)
      }
    }
    return [0]
      + zip(means, means.dropFirst()).map { before, after in
        zip(before, after).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
      }
  }

  private static func peak(_ values: [Double], at place: Double) -> Double {
    let middle = Int(place)
    let from = min(max(0, middle - 3), values.count - 1)
    return values[from..<max(from + 1, min(values.count, middle + 4))].max() ?? 0
  }

  private static func standard(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (square / Double(max(1, values.count))).squareRoot()
    return values.map { deviation > 1e-9 ? ($0 - mean) / deviation : 0 }
  }
}
