import Foundation
import Media
public import Timing

/// Listens through a clip's sound once: level, speech, clipping and claps.
public struct SoundScan: Sendable {
  public init() {}

  /// Seconds that are held in memory at a time.
  private static let part = 60.0
  /// A day and a half: what claims to be longer is no clip.
  private static let longest = 130_000.0

  /// Nothing where the sound cannot be read: a clip may do without.
  ///
  /// - Parameters:
  ///   - length: Seconds from the file's first picture on.
  ///   - step: Distance of two values, in seconds.
  public func listen(
    to path: String, length: Double, step: Time, isCancelled: () -> Bool = { false }
  ) -> SoundCurve? {
    var frames: [SoundFrame] = []
    let end = min(length, Self.longest)
    var start = 0.0
    while start < end, !isCancelled() {
      let reach = Double(SoundFramer.reach - SoundFramer.hop) / Double(SoundFramer.rate)
      let range = TimeRange(
        start: Time(decimal: start),
        duration: Time(decimal: min(Self.part, end - start) + reach))
      guard
        let sound = try? SoundReader.read(
          path, range: range, rate: SoundFramer.rate, channels: 1)
      else { break }
      frames += SoundFramer.frames(of: sound.samples)
      start += Self.part
    }
    return frames.isEmpty ? nil : Self.curve(of: frames, step: step)
  }

  static func curve(of frames: [SoundFrame], step: Time) -> SoundCurve {
    let meter = SpeechMeter(frames: frames)
    var curve = SoundCurve(step: step)
    let width = max(1, Int((step.decimal * SpeechMeter.frameRate).rounded()))
    let count = Int(Double(frames.count) / SpeechMeter.frameRate / max(0.02, step.decimal)) + 1
    for index in 0..<count {
      let time = Double(index) * step.decimal
      let first = min(frames.count - 1, Int(time * SpeechMeter.frameRate))
      let part = frames[first..<min(frames.count, first + width)]
      let squares = part.reduce(0.0) { $0 + ($1.level <= -100 ? 0 : pow(10, $1.level / 10)) }
      let level = SoundFramer.decibels(squares / Double(part.count))
      curve.levels.append(level.rounded(toPlaces: 1))
      curve.clipped.append(
        (part.reduce(0) { $0 + $1.clipped } / Double(part.count)).rounded(toPlaces: 4))
      curve.speech.append(meter.speech(at: time + step.decimal / 2).rounded(toPlaces: 2))
    }
    curve.claps = claps(in: frames)
    return curve
  }

  /// A frame that stands far above what was before it and has died down a third of a second later.
  private static func claps(in frames: [SoundFrame]) -> [Double] {
    var claps: [Double] = []
    for index in frames.indices.dropFirst() where frames[index].peak > 0.1 && claps.count < 500 {
      let before = frames[max(0, index - 16)..<max(1, index - 1)].map(\.level).sorted()
      let after = frames[min(index + 8, frames.count - 1)..<min(index + 24, frames.count)]
        .map(\.level)
      guard let usual = before.isEmpty ? nil : before[before.count / 2], let rest = after.max(),
        frames[index].level - usual > 18, frames[index].level - rest > 12,
        frames[index].level >= frames[index - 1].level
      else { continue }
      let time = (Double(index) / SpeechMeter.frameRate).rounded(toPlaces: 2)
      if let last = claps.last, time - last < 0.3 { continue }
      claps.append(time)
    }
    return claps
  }
}
