import Foundation
import Media
import Model
import Timing

/// Mixes a sound plan: voice over clip sound over music, to the sample.
struct SoundMixer {
  let levels: Quality.Mix
  let resolve: @Sendable (String) throws -> URL

  static let rate = 48_000
  static let channels = 2

  /// - Returns: Exactly the timeline's length; silence when the plan holds nothing.
  /// - Throws: `MediaError` when a sound cannot be read.
  func mix(_ plan: SoundPlan, lasting duration: Time) throws -> SoundBuffer {
    let frames = duration.samples(at: Self.rate)
    var mix = [Float](repeating: 0, count: frames * Self.channels)
    let envelope = MusicEnvelope(plan: plan, levels: levels, frames: frames)
    for cue in plan.voices {
      try add(cue, loudness: Self.voiceLoudness, filter: voiceFilter, to: &mix)
    }
    for cue in plan.clips {
      try add(cue, loudness: Self.voiceLoudness + Self.clipOffset, to: &mix)
    }
    if let music = plan.music {
      try add(music, offset: plan.musicOffset, envelope: envelope, to: &mix)
    }
    return SoundBuffer(rate: Self.rate, channels: Self.channels, samples: mix)
  }

  /// LUFS of the voice inside the mix, before mastering.
  private static let voiceLoudness = -18.0
  /// A crunch or a tear stands a little under a voice.
  private static let clipOffset = -4.0

  private var voiceFilter: String? {
    levels.voiceHighPass > 0 ? "highpass=f=\(levels.voiceHighPass)" : nil
  }

  private func add(
    _ cue: SoundCue, loudness: Double, filter: String? = nil, to mix: inout [Float]
  ) throws {
    var sound = try SoundReader.read(
      resolve(cue.file).path, range: cue.source, rate: Self.rate, channels: Self.channels)
    if let filter { sound = try sound.filtered(filter) }
    let gain = try Self.gain(of: sound, to: loudness)
    let start = cue.at.samples(at: Self.rate)
    let fade = Self.rate / 200
    for frame in 0..<sound.frames where start + frame < mix.count / Self.channels {
      guard start + frame >= 0 else { continue }
      // Five milliseconds at each end, so that no cut clicks.
      let edge = min(1, Float(min(frame, sound.frames - 1 - frame)) / Float(fade))
      for channel in 0..<Self.channels {
        mix[(start + frame) * Self.channels + channel] +=
          sound.samples[frame * Self.channels + channel] * gain * edge
      }
    }
  }

  private func add(
    _ music: MusicTrack, offset: Time, envelope: MusicEnvelope, to mix: inout [Float]
  ) throws {
    let frames = mix.count / Self.channels
    let wanted = Time(Rational(Int64(frames), Int64(Self.rate)))
    let available = max(music.duration - offset, Time(decimal: 0.1))
    let range = TimeRange(start: offset, duration: min(wanted, available))
    let sound = try SoundReader.read(
      resolve(music.file).path, range: range, rate: Self.rate, channels: Self.channels)
    guard sound.frames > 0 else { return }
    let gain = try Self.gain(of: sound, to: Self.voiceLoudness)
    let bed = MusicBed(sound, crossfade: levels.crossfade).samples(lasting: frames)
    for frame in 0..<frames {
      let level = gain * envelope.gain(at: frame)
      for channel in 0..<Self.channels {
        mix[frame * Self.channels + channel] +=
          bed[frame * Self.channels + channel] * level
      }
    }
  }

  /// The factor that brings a sound to a loudness; 1 for silence.
  private static func gain(of sound: SoundBuffer, to loudness: Double) throws -> Float {
    guard let measured = try Loudness.measure(sound).integrated, measured > -60 else { return 1 }
    return Float(pow(10, (loudness - measured) / 20))
  }
}
