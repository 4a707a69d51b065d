import CFFmpeg
import Timing

/// The source times that a run of canvas pictures at a constant rate shows.
struct LaneClock {
  /// Source time of the first canvas picture.
  let start: Nanoseconds
  /// Number of canvas pictures; nil as many as there are.
  let count: Int?
  private let pace: AVRational
  private let speed: AVRational
  /// Source time from one canvas picture to the next, roughly.
  private let step: Double

  /// - Throws: `MediaError.invalid` for a speed outside 1/100 to 100, or a count or time beyond
  ///   what is read here.
  init(start: Nanoseconds, count: Int?, rate: FrameRate, speed: Rational) throws {
    guard speed >= Rational(1, 100), speed <= 100 else {
      throw MediaError(.invalid, "a speed of '\(speed)' cannot be played; it is 1/100 to 100")
    }
    guard (0..<LaneClock.limit).contains(count ?? 0) else {
      throw MediaError(.invalid, "a range of '\(count ?? 0)' pictures; it is 0 to 10⁸")
    }
    self.start = start
    self.count = count
    pace = rate.framesPerSecond.ffmpeg
    self.speed = speed.ffmpeg
    step = 1e9 / rate.framesPerSecond.double * speed.double
    guard abs(Double(start) + step * Double(count ?? 0)) <= Double(Clock.limit) else {
      throw MediaError(.invalid, "a range beyond the longest time read here, 100 days")
    }
  }

  static let limit = 100_000_000

  /// How many canvas pictures a length of the source makes.
  ///
  /// - Throws: `MediaError.invalid` when there are 10⁸ or more.
  static func count(_ length: Nanoseconds, _ rate: FrameRate, _ speed: Rational) throws -> Int {
    let frames = Double(length) / 1e9 * rate.framesPerSecond.double / speed.double
    guard frames < Double(limit) else {
      throw MediaError(.invalid, "a range of more than 10⁸ pictures")
    }
    return Int(frames.rounded())
  }

  /// Source time of a canvas picture.
  func time(_ index: Int) -> Nanoseconds {
    let steps = av_rescale(Int64(index), Clock.second * Int64(pace.den), Int64(pace.num))
    return start + av_rescale(steps, Int64(speed.num), Int64(speed.den))
  }

  /// Source time of the last canvas picture; nil when there is no last one.
  var last: Nanoseconds? { count.map { time(max(0, $0 - 1)) } }

  /// Whether a canvas picture from `index` on lies at or after one source time and before another.
  func falls(in range: Range<Nanoseconds>, from index: Int) -> Bool {
    let end = count ?? LaneClock.limit
    guard index < end, step >= 1000 else { return index < end }
    let guess = (Double(range.lowerBound) - Double(start)) / step - 1
    var place = guess > Double(index) ? Int(min(guess, Double(end))) : index
    while place < end {
      let time = time(place)
      if time >= range.lowerBound { return time < range.upperBound }
      place += 1
    }
    return false
  }
}
