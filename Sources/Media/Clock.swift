import CFFmpeg
import CFFmpegShims
import Timing

/// Media time inside this module: whole nanoseconds, safe against hostile time stamps.
typealias Nanoseconds = Int64

enum Clock {
  static let second: Nanoseconds = 1_000_000_000
  /// A hundred days; time stamps and requests beyond are nonsense.
  static let limit: Nanoseconds = 8_640_000 * second

  /// A stream's time stamp, or nil when it is missing or absurd.
  static func nanoseconds(_ stamp: Int64, _ base: AVRational) -> Nanoseconds? {
    guard stamp != shopreel_no_timestamp(), base.num > 0, base.den > 0 else { return nil }
    let value = av_rescale_q(stamp, base, AVRational(num: 1, den: 1_000_000_000))
    return abs(clamping: value) <= limit ? value : nil
  }

  /// Nanoseconds in units of a stream's time base.
  static func stamp(_ time: Nanoseconds, _ base: AVRational) -> Int64 {
    av_rescale_q(time, AVRational(num: 1, den: 1_000_000_000), base)
  }

  /// - Throws: `MediaError.invalid` when the time is beyond a hundred days.
  static func nanoseconds(_ time: Time) throws -> Nanoseconds {
    let seconds = time.seconds
    let value = av_rescale(seconds.numerator, second, seconds.denominator)
    guard abs(clamping: value) <= limit else {
      throw MediaError(.invalid, "'\(time)' is beyond the longest time read here, 100 days")
    }
    return value
  }

  /// The time at the edge, to a millionth of a second.
  static func time(_ value: Nanoseconds) -> Time {
    Time(Rational((value >= 0 ? value + 500 : value - 500) / 1000, 1_000_000))
  }

  private static func abs(clamping value: Int64) -> Int64 {
    value == .min ? .max : Swift.abs(value)
  }
}

extension AVRational {
  /// The exact fraction, or nil when it is no positive number.
  var positive: Rational? {
    num > 0 && den > 0 ? Rational(Int64(num), Int64(den)) : nil
  }
}

extension Rational {
  /// The fraction for FFmpeg, rounded when it does not fit.
  var ffmpeg: AVRational {
    var num: Int32 = 0
    var den: Int32 = 1
    av_reduce(&num, &den, numerator, denominator, Int64(Int32.max))
    return AVRational(num: num, den: den)
  }
}
