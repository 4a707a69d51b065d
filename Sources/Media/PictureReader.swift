import CFFmpeg
import CFFmpegShims
public import Timing

/// Decodes a range of one file as canvas pictures at a constant rate.
///
/// It seeks to the key frame before, decodes no further than needed, turns upright, squares pixels,
/// deinterlaces, maps HLG and PQ to SDR, scales once, and gives 8-bit 4:2:0 BT.709 limited range.
/// Time zero is the first picture of the file. A still, or a source that ends early, holds its last
/// picture.
public final class PictureReader {
  private let source: PictureSource
  private let framer: Framer
  private let rate: FrameRate
  private let speed: Rational
  private let start: Nanoseconds
  private let count: Int?
  private let isStill: Bool
  private var index = 0
  private var current: TimedFrame?
  private var following: TimedFrame?
  private var prepared: Frame?
  private var last: Nanoseconds = 0

  /// - Parameters:
  ///   - range: The stretch of the source in its own time; nil for all of it.
  ///   - rate: Pictures a second on the canvas.
  ///   - speed: Source seconds a canvas second, 1/100 to 100; 2 plays twice as fast.
  ///   - isStill: Whether only the first picture is wanted, held for the whole range.
  /// - Throws: `MediaError` `.io`, `.empty`, `.notMedia`, `.truncated`, `.noPicture`,
  ///   `.unsupportedCodec`; `.invalid` for a range, speed or canvas that makes no sense.
  public init(
    path: String, range: TimeRange?, framing: Framing, rate: FrameRate, speed: Rational = 1,
    isStill: Bool
  ) throws {
    guard speed >= Rational(1, 100), speed <= 100 else {
      throw MediaError(.invalid, "a speed of '\(speed)' cannot be played; it is 1/100 to 100")
    }
    framer = try Framer(framing)
    source = try PictureSource(path: path)
    self.rate = rate
    self.speed = speed
    self.isStill = isStill || source.isStill
    let asked = try range.map {
      (try Clock.nanoseconds($0.start), try Clock.nanoseconds($0.duration))
    }
    start = self.isStill ? 0 : max(0, asked?.0 ?? 0)
    guard (asked?.1 ?? 0) >= 0 else {
      throw MediaError(.invalid, "a range of '\(asked?.1 ?? 0)' ns has no length", path: path)
    }
    count = try asked.map { try PictureReader.count($0.1, rate, speed) } ?? (self.isStill ? 1 : nil)
    try source.start(at: start)
    following = try source.next()
    guard following != nil else {
      if start > 0 {
        // Nothing lies at or after the start: hold the last picture there is.
        try source.start(at: 0)
        following = try source.next()
      }
      guard following != nil else {
        throw MediaError(
          .noPicture, "none of its pictures can be decoded", path: path, cause: Log.text)
      }
      return
    }
  }

  private static func count(_ length: Nanoseconds, _ rate: FrameRate, _ speed: Rational) throws
    -> Int
  {
    let frames = Double(length) / 1e9 * rate.framesPerSecond.double / speed.double
    guard frames < 1e8 else { throw MediaError(.invalid, "a range of more than 10⁸ pictures") }
    return Int(frames.rounded())
  }

  /// How much of the range had no picture of its own because the source ended, in canvas time.
  public private(set) var shortfall = Time.zero

  /// Packets of the source that could not be decoded so far.
  public var damagedPackets: Int { source.damaged }

  /// The next picture on the grid of `rate`, or nil after the last.
  ///
  /// - Throws: `MediaError.componentMissing` when a filter is lacking, `.io` when memory is out.
  public func next() throws -> Picture? {
    if let count, index >= count { return nil }
    let target = start + sourceTime(index)
    if !(isStill && current != nil) { try advance(to: target) }
    guard let current else { return nil }
    if following == nil, !isStill, try !covers(current, target) { return nil }
    let base = try prepared ?? framer.prepare(current, source.orientation(of: current.frame))
    prepared = base
    let progress = count.map { $0 > 1 ? Double(index) / Double($0 - 1) : 0 } ?? 0
    let frame = try framer.finish(base, progress: progress)
    defer { index += 1 }
    return Picture(frame, time: Time(frames: index, at: rate))
  }

  /// Source time of a canvas picture from the start of the range.
  private func sourceTime(_ index: Int) -> Nanoseconds {
    let pace = rate.framesPerSecond.ffmpeg
    let speed = speed.ffmpeg
    let steps = av_rescale(Int64(index), Clock.second * Int64(pace.den), Int64(pace.num))
    return av_rescale(steps, Int64(speed.num), Int64(speed.den))
  }

  /// Moves on until the picture shown at `target` is current.
  private func advance(to target: Nanoseconds) throws {
    let tolerance = source.interval / 4
    while let next = following, current == nil || next.time <= target + tolerance {
      if isStill && current != nil { break }
      current = next
      prepared = nil
      following = isStill ? nil : try source.next()
    }
  }

  /// Whether the last picture still lasts at `target`; counts the shortfall when a range goes on.
  private func covers(_ current: TimedFrame, _ target: Nanoseconds) throws -> Bool {
    let length = current.duration > 0 ? current.duration : source.interval
    let end = current.time + length
    guard target + source.interval / 4 >= end else { return true }
    guard count != nil else { return false }
    shortfall += rate.frame
    return true
  }
}
