/// The picture of a source that is shown at a time that only moves forwards.
final class PictureCursor {
  /// The picture shown.
  private(set) var current: TimedFrame
  private let source: PictureSource
  private let isStill: Bool

  /// Goes to the picture shown at `start`.
  ///
  /// - Parameters:
  ///   - end: The last time that will be asked for; nil when it is not known.
  ///   - isWanted: Whether a picture shown in a range of time will be asked for; nil for yes.
  /// - Throws: `MediaError.noPicture` when no picture can be decoded.
  init(
    _ source: PictureSource, from start: Nanoseconds, through end: Nanoseconds?, isStill: Bool,
    isWanted: ((Range<Nanoseconds>) -> Bool)? = nil
  ) throws {
    self.source = source
    self.isStill = isStill
    source.through = isStill ? 0 : end.map { $0 + source.tolerance }
    source.isWanted = isWanted
    try source.start(at: isStill ? 0 : start)
    if try source.peek() == nil {
      // Nothing can be decoded up to the end asked for: take what there is in the whole file.
      source.through = nil
      source.isWanted = nil
      try source.rewind()
    }
    guard let first = try source.peek() else {
      throw MediaError(
        .noPicture, "none of its pictures can be decoded", path: source.path, cause: Log.text)
    }
    current = first
    source.drop()
  }

  /// The latest time of a picture that is shown at a time; stamps are rarely exact.
  func limit(_ target: Nanoseconds) -> Nanoseconds { target + source.tolerance }

  /// Moves on to the picture shown at a time.
  func advance(to target: Nanoseconds) throws {
    guard !isStill else { return }
    let limit = limit(target)
    while try source.brings(after: current.time, through: limit) {
      guard let next = try source.peek(), next.time <= limit else { return }
      current = next
      source.drop()
    }
  }

  /// Whether the picture shown at a time still lasts, or another follows it.
  func covers(_ target: Nanoseconds) throws -> Bool {
    let length = current.duration > 0 ? current.duration : source.interval
    guard !isStill, limit(target) >= current.time + length else { return true }
    return try source.brings(after: current.time)
  }
}
