public import Timing

/// Decodes a range of one file as canvas pictures at a constant rate.
///
/// It seeks to the key frame before, decodes no further than needed, turns upright, squares pixels,
/// deinterlaces, maps HLG and PQ to SDR, scales once, and gives 8-bit 4:2:0 BT.709 limited range.
/// Time zero is the first picture of the file. A still, or a source that ends early, holds its last
/// picture.
public final class PictureReader {
  private let source: PictureSource
  private let cursor: PictureCursor
  private let framer: Framer
  private let clock: LaneClock
  private let rate: FrameRate
  private let isStill: Bool
  private var index = 0

  /// - Parameters:
  ///   - range: The stretch of the source in its own time; nil for all of it.
  ///   - rate: Pictures a second on the canvas.
  ///   - speed: Source seconds a canvas second, 1/100 to 100; 2 plays twice as fast.
  ///   - isStill: Whether only the first picture is wanted, held for the whole range.
  ///   - threads: Threads of the decoder.
  /// - Throws: `MediaError` `.io`, `.empty`, `.notMedia`, `.truncated`, `.noPicture`,
  ///   `.unsupportedCodec`; `.invalid` for a range, speed or canvas that makes no sense.
  public init(
    path: String, range: TimeRange?, framing: Framing, rate: FrameRate, speed: Rational = 1,
    isStill: Bool, threads: Int = 2
  ) throws {
    framer = try Framer(framing)
    source = try PictureSource(path: path, threads: threads)
    self.rate = rate
    self.isStill = isStill || source.isStill
    let asked = try range.map {
      (try Clock.nanoseconds($0.start), try Clock.nanoseconds($0.duration))
    }
    guard (asked?.1 ?? 0) >= 0 else {
      throw MediaError(.invalid, "a range of '\(asked?.1 ?? 0)' ns has no length", path: path)
    }
    let count =
      try asked.map { try LaneClock.count($0.1, rate, speed) } ?? (self.isStill ? 1 : nil)
    clock = try LaneClock(
      start: self.isStill ? 0 : max(0, asked?.0 ?? 0), count: count, rate: rate, speed: speed)
    cursor = try PictureCursor(
      source, from: clock.start, through: clock.last, isStill: self.isStill
    ) { [clock] in clock.falls(in: $0, from: 0) }
  }

  /// How much of the range had no picture of its own because the source ended, in canvas time.
  public private(set) var shortfall = Time.zero

  /// Packets of the source that could not be decoded so far.
  public var damagedPackets: Int { source.damaged }

  /// The next picture on the grid of `rate`, or nil after the last.
  ///
  /// - Throws: `MediaError.componentMissing` when a filter is lacking, `.io` when memory is out.
  public func next() throws -> Picture? {
    if let count = clock.count, index >= count { return nil }
    let target = clock.time(index)
    try cursor.advance(to: target)
    if try !cursor.covers(target) {
      guard clock.count != nil else { return nil }
      shortfall += rate.frame
    }
    let progress = clock.count.map { $0 > 1 ? Double(index) / Double($0 - 1) : 0 } ?? 0
    let frame = try framer.picture(
      of: cursor.current, source.orientation(of: cursor.current.frame),
      Moment(progress: progress, index: index))
    defer { index += 1 }
    return Picture(frame, time: Time(frames: index, at: rate))
  }
}
