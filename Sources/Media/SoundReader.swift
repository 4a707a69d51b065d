import CFFmpeg
import CFFmpegShims
public import Timing

/// Reads the sound of clips, voices and music.
public enum SoundReader {
  /// The longest sound that is read at once, in samples of one channel: four hours at 48 kHz.
  static let longest = 4 * 3600 * 48000

  /// The sound of a range, resampled and mixed to the channels asked for.
  ///
  /// Time zero is the first picture of the file, or the first sample of a file without picture:
  /// sound that starts late is preceded by silence, gaps are silent, and a range is filled to its
  /// exact length. Where one of two channels is silent throughout, the other is given to both.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - range: The stretch in the file's own time; nil for all of it.
  ///   - rate: Samples a second wanted, 8000 to 192000.
  ///   - channels: 1 or 2.
  /// - Throws: `MediaError` as `Probe.facts` does; `.noSound` without a sound stream or when
  ///   nothing of it can be decoded; `.invalid` for a rate, a channel count or a range that makes
  ///   no sense.
  public static func read(
    _ path: String, range: TimeRange? = nil, rate: Int = 48000, channels: Int = 2
  ) throws -> SoundBuffer {
    guard (8000...192_000).contains(rate), (1...2).contains(channels) else {
      throw MediaError(
        .invalid,
        "sound of '\(rate)' Hz and '\(channels)' channels is not made; 8000 to 192000, 1 or 2")
    }
    var window: Range<Int>?
    if let range {
      let from = try Clock.nanoseconds(range.start)
      let start = sample(from, rate)
      let end = sample(from + (try Clock.nanoseconds(range.duration)), rate)
      guard start >= 0, end >= start, end - start <= longest else {
        throw MediaError(.invalid, "a range of '\(range)' cannot be read", path: path)
      }
      window = start..<end
    }
    let take = try SoundTake(path: path, window: window, rate: rate, channels: channels)
    try take.run()
    return take.finished()
  }

  static func sample(_ time: Nanoseconds, _ rate: Int) -> Int {
    Int(av_rescale(time, Int64(rate), Clock.second))
  }
}
