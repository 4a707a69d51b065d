public import Timing

/// What came out when a finished draft was read back, every picture decoded.
public struct DraftReading: Sendable, Equatable {
  public var facts: MediaFacts
  /// Pictures that could be decoded.
  public var frames: Int
  /// Packets that could not be decoded.
  public var damagedPackets: Int
  /// From the first picture to the end of the last.
  public var duration: Time
  /// Length of the sound; nil without any.
  public var soundDuration: Time?
  /// The first picture's own time stamp.
  public var firstPresentation: Time
  /// Whether each picture comes after the one before.
  public var monotonic: Bool
  /// Whether all pictures are equally far apart, to a millisecond.
  public var constantRate: Bool
  /// Pictures between key frames at most, the last stretch included.
  public var longestGOP: Int
  /// Whether no picture behind a key frame, as they are stored, is shown before it.
  public var isClosed: Bool
  /// Nil without sound.
  public var loudness: Loudness?
  public var hasEditList: Bool
  /// Whether the index comes before the media, so that playing can start at once.
  public var moovFirst: Bool
  /// Share of pictures that are black, 0 to 1.
  public var blackShare: Double
  /// Stretches of at least 0.1 s that are black.
  public var blackRanges: [TimeRange]
  /// Stretches of at least 0.5 s in which nothing moves.
  public var frozenRanges: [TimeRange]
  /// Stretches of at least 0.5 s below -60 dBFS.
  public var silentRanges: [TimeRange]
}
