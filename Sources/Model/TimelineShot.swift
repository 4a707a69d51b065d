public import Timing

/// A stretch of picture from one source.
public struct TimelineShot: Sendable, Hashable {
  public enum Kind: String, Sendable, Codable { case take, photo, card }

  /// Shot id of the script, or `card` for a drawn card.
  public var shot: String
  /// Take id; nil for photos and cards.
  public var take: String?
  public var kind: Kind
  /// Relative to the workspace; empty for a card.
  public var file: String
  /// Seconds in the source, as long as `range` times `speed`; for a photo from zero.
  public var source: TimeRange
  /// Seconds on the timeline, on the frame grid, end to end.
  public var range: TimeRange
  /// Which beat it shows.
  public var beat: Int
  public var framing: FramingPlan
  /// What is done to its colours; nil for nothing beyond BT.709.
  public var color: ColorPlan?
  /// Whether the clip's own sound is heard (crunch, tear, pour); never where `speed` is not 1.
  public var keepsSound: Bool
  /// Source seconds shown in a second of timeline: 1/2 is slow motion, 4 shows a process fast.
  public var speed: Rational
  /// What leads over from the shot before; nil for a straight cut.
  public var transition: ShotTransition?
  /// Why this take, this window and this length, in words and figures.
  public var reason: String

  public init(
    shot: String, take: String?, kind: Kind, file: String, source: TimeRange, range: TimeRange,
    beat: Int, framing: FramingPlan, color: ColorPlan? = nil, keepsSound: Bool = false,
    speed: Rational = 1, transition: ShotTransition? = nil, reason: String
  ) {
    self.shot = shot
    self.take = take
    self.kind = kind
    self.file = file
    self.source = source
    self.range = range
    self.beat = beat
    self.framing = framing
    self.color = color
    self.keepsSound = keepsSound
    self.speed = speed
    self.transition = transition
    self.reason = reason
  }
}

/// 转场: how one shot gives way to the next, half of it before the cut and half behind.
public struct ShotTransition: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// 闪白: the picture burns out to white and comes back as the next.
    case flash
    /// 甩: both pictures rush sideways, and the cut lies where they are fastest.
    case whip
  }

  public var kind: Kind
  /// Of both halves together, in seconds.
  public var length: Time

  public init(kind: Kind, length: Time) {
    self.kind = kind
    self.length = length
  }
}
