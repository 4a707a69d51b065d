public import Timing

/// Sound in memory: interleaved samples from -1 to 1.
public struct SoundBuffer: Sendable, Equatable {
  /// Samples a second of each channel.
  public var rate: Int
  /// Number of channels.
  public var channels: Int
  /// `frames × channels` values, the channels of one moment side by side.
  public var samples: [Float]

  /// - Precondition: `rate` and `channels` are above zero and divide the samples evenly.
  public init(rate: Int, channels: Int, samples: [Float]) {
    precondition(rate > 0 && channels > 0, "sound has a rate and a channel")
    precondition(samples.count % channels == 0, "every channel has as many samples")
    self.rate = rate
    self.channels = channels
    self.samples = samples
  }

  /// Silence.
  public init(rate: Int, channels: Int, frames: Int) {
    self.init(
      rate: rate, channels: channels,
      samples: [Float](repeating: 0, count: max(0, frames) * channels))
  }

  /// Samples of one channel.
  public var frames: Int { samples.count / channels }
  /// Length, exact.
  public var duration: Time { Time(Rational(Int64(frames), Int64(rate))) }
}
