import CFFmpeg
import CFFmpegShims
public import Pixels
public import Timing

/// Samples small upright luma pictures at a fixed pace, for slates and quality.
public enum GraySampler {
  /// All samples at once.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - every: Distance of samples in source time; zero or less for every picture.
  ///   - range: The stretch of the source; nil for all of it.
  ///   - longSide: Length of the longer side in pixels; a smaller picture stays as it is.
  /// - Throws: as `forEach`.
  public static func images(
    of path: String, every: Time, range: TimeRange? = nil, longSide: Int
  ) throws -> [(time: Time, image: GrayImage)] {
    var found: [(time: Time, image: GrayImage)] = []
    try forEach(of: path, every: every, range: range, longSide: longSide) {
      found.append(($0, $1))
      return true
    }
    return found
  }

  /// Hands samples to `body` with their own time in the source, in order, until it returns false.
  ///
  /// - Throws: `MediaError` `.io`, `.empty`, `.notMedia`, `.truncated`, `.noPicture`,
  ///   `.unsupportedCodec`; `.invalid` for a side below 1 or a range that makes no sense; and
  ///   whatever `body` throws.
  public static func forEach(
    of path: String, every: Time, range: TimeRange? = nil, longSide: Int,
    _ body: (Time, GrayImage) throws -> Bool
  ) throws {
    guard (1...Limits.side).contains(longSide) else {
      throw MediaError(.invalid, "a long side of '\(longSide)' pixels cannot be made", path: path)
    }
    let pace = try Clock.nanoseconds(every)
    let asked = try range.map {
      (try Clock.nanoseconds($0.start), try Clock.nanoseconds($0.duration))
    }
    let start = max(0, asked?.0 ?? 0)
    let end = asked.map { $0 + $1 } ?? Clock.limit
    let source = try PictureSource(path: path)
    let shrinker = GrayShrinker(longSide)
    try source.start(at: start)
    let slack = source.interval / 4
    var due = start
    while let picture = try source.next(), picture.time < end - slack || source.isStill {
      guard picture.time >= due - slack || source.isStill else { continue }
      let image = try shrinker.image(picture, source.orientation(of: picture.frame))
      guard try body(Clock.time(picture.time), image) else { return }
      guard pace > 0 else { continue }
      while due <= picture.time + slack { due += pace * max(1, (picture.time - due) / pace) }
    }
  }
}
