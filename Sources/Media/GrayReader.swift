public import Pixels
public import Timing

/// Reads small upright luma pictures from any place of a file, and decodes no more than they need.
///
/// Not Sendable: a reader stays on one thread.
public final class GrayReader {
  /// A picture that decoding can begin with, as the file's index has it.
  public struct KeyFrame: Sendable, Hashable {
    /// About when it is shown, from the first picture of the file.
    public let time: Time
    let stamp: Int64
  }

  /// Called for each sample with its place in the source; false ends the reading.
  public typealias Body = (Time, GrayImage) throws -> Bool

  /// By time; empty where the file has no index of them, or its pictures need their neighbours.
  public let keys: [KeyFrame]
  /// Pictures that were decoded so far, handed over or not.
  public var decodedPictures: Int { source.decoded }
  private let source: PictureSource
  private let shrinker: GrayShrinker
  private let isCancelled: () -> Bool

  /// - Parameters:
  ///   - longSide: Length of the longer side in pixels, at most; larger pictures are reduced by a
  ///     whole factor.
  ///   - threads: Threads of the decoder.
  ///   - isCancelled: Asked at each decoded picture.
  /// - Throws: `MediaError` `.io`, `.empty`, `.notMedia`, `.truncated`, `.noPicture`,
  ///   `.unsupportedCodec`; `.invalid` for a side below 1.
  public init(
    path: String, longSide: Int, threads: Int = 2, isCancelled: @escaping () -> Bool = { false }
  ) throws {
    guard (1...Limits.side).contains(longSide) else {
      throw MediaError(.invalid, "a long side of '\(longSide)' pixels cannot be made", path: path)
    }
    source = try PictureSource(path: path, threads: threads)
    shrinker = GrayShrinker(longSide, reducesWhole: true)
    self.isCancelled = isCancelled
    keys = try source.isIndexed && source.isProgressive() ? source.indexedKeys : []
  }

  /// The colours of the picture that is being handed over, on a grid of about square cells; nil
  /// between pictures, and for a picture without colour differences of its own.
  public func tint(longSide: Int) -> TintImage? {
    handed.flatMap { $0.frame.tint(longSide: longSide, source.orientation(of: $0.frame)) }
  }
  private var handed: TimedFrame?

  /// The longest that one picture has stood before the next so far.
  public var longestGap: Time { Clock.time(gap) }
  private var gap: Nanoseconds = 0

  /// Hands over the pictures shown at each step from the beginning of the file to its end.
  ///
  /// - Throws: `MediaError.cancelled`, `.io`, and whatever `body` throws.
  public func readAll(every step: Time, _ body: Body) throws {
    if !source.isFresh { try source.rewind() }
    let step = max(1, try Clock.nanoseconds(step))
    _ = try follow(Row(start: 0, step: step, end: Clock.limit), body)
  }

  /// Hands over the picture of a key frame.
  ///
  /// - Returns: False when it is not there, or `body` said so.
  /// - Throws: As `readAll`.
  public func read(_ key: KeyFrame, _ body: Body) throws -> Bool {
    guard let time = try source.move(toKeyAt: key.stamp) else { return false }
    return try follow(Row(start: time, step: 1, end: time + 1), body)
  }

  /// Hands over the pictures shown at whole steps of the file's time, from a key frame on.
  ///
  /// - Parameter end: The first time that is not wanted; nil for the end of the file.
  /// - Returns: False when the file ended before, or `body` said so.
  /// - Throws: As `readAll`.
  public func read(
    from key: KeyFrame, before end: Time?, every step: Time, _ body: Body
  ) throws -> Bool {
    guard let time = try source.move(toKeyAt: key.stamp) else { return false }
    let step = max(1, try Clock.nanoseconds(step))
    let first = max(0, time - source.tolerance + step - 1) / step * step
    let last = try end.map { try Clock.nanoseconds($0) - source.tolerance } ?? Clock.limit
    guard first < last else { return true }
    return try follow(Row(start: first, step: step, end: last), body)
  }

  /// Places in time at an even distance.
  private struct Row {
    var start: Nanoseconds
    var step: Nanoseconds
    /// The first that is not wanted.
    var end: Nanoseconds

    func falls(in range: Range<Nanoseconds>) -> Bool {
      let from = max(range.lowerBound, start)
      let next = start + (from - start + step - 1) / step * step
      return next < min(range.upperBound, end)
    }

    var last: Nanoseconds { start + (end - 1 - start) / step * step }
  }

  private func follow(_ row: Row, _ body: Body) throws -> Bool {
    source.through = row.end < Clock.limit ? row.last + source.tolerance : nil
    source.isWanted = row.falls
    defer {
      source.through = nil
      source.isWanted = nil
      handed = nil
    }
    guard var current = try source.next() else { return false }
    var shown: GrayImage?
    for due in stride(from: row.start, to: row.end, by: Int(row.step)) {
      let limit = due + source.tolerance
      while try source.brings(after: current.time, through: limit) {
        if isCancelled() {
          throw MediaError(.cancelled, "reading was stopped", path: source.path)
        }
        guard let next = try source.peek(), next.time <= limit else { break }
        gap = max(gap, next.time - current.time)
        current = next
        shown = nil
        source.drop()
      }
      // After damage it may be a later picture that can be decoded first.
      guard current.time <= limit else { continue }
      guard try covers(current, limit) else { return false }
      let image = try shown ?? shrinker.image(current, source.orientation(of: current.frame))
      shown = image
      handed = current
      guard try body(Clock.time(due), image) else { return false }
    }
    return true
  }

  /// Whether the picture still lasts, or another follows it.
  private func covers(_ shown: TimedFrame, _ limit: Nanoseconds) throws -> Bool {
    let length = shown.duration > 0 ? shown.duration : source.interval
    return try limit < shown.time + length || source.brings(after: shown.time)
  }
}
