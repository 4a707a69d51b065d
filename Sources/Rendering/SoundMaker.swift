import Foundation
import Media
import Model
import Timing

/// A sound plan → one encoded track at the platform's loudness.
struct SoundMaker: Sendable {
  let levels: Quality.Mix
  let target: Platform.SoundRule
  let encoding: SoundEncoding
  let files: SourceFiles

  static let version = 6

  /// - Throws: `MediaError` when a sound cannot be read, or the encoder is missing.
  func make(_ plan: SoundPlan, lasting duration: Time) throws -> EncodedStream {
    let mix = try SoundMixer(levels: levels, resolve: files.resolve).mix(plan, lasting: duration)
    return try Mastering(target: target, encoding: encoding).master(mix)
  }

  /// What can change the track's bytes.
  func recipe(_ plan: SoundPlan, lasting duration: Time) -> Recipe {
    let music = plan.music.map { [files.identity($0.file), $0.duration.exact] } ?? []
    return Recipe([
      "renderer": SoundMaker.version, "voices": plan.voices.map(facts),
      "clips": plan.clips.map(facts), "music": music + [plan.musicOffset.exact],
      "window": duration.exact, "levels": levels, "target": target, "encoder": encoding,
      "library": Components.signature(of: encoding.encoder),
    ])
  }

  private func facts(_ cue: SoundCue) -> [String] {
    [
      files.identity(cue.file), cue.source.start.exact, cue.source.duration.exact, cue.at.exact,
    ]
  }
}

extension Time {
  /// Seconds as a fraction, for a recipe.
  var exact: String { "\(seconds.numerator)/\(seconds.denominator)" }
}
