public import Timing

extension CutPolicy {
  /// Which shots run slower or faster than they were filmed.
  public struct Retiming: Sendable, Codable, Hashable {
    /// Source seconds a second in slow motion.
    public var slow: Rational
    /// Pictures a second that a source needs for it.
    public var slowFrom: Double
    /// Words of a shot's picture that want it.
    public var slowWords: [String]
    /// How much faster a process may run, the slowest first.
    public var fast: [Rational]
    public var fastWords: [String]

    public init(
      slow: Rational = Rational(1, 2), slowFrom: Double = 50,
      slowWords: [String] = [
        "咬", "倒", "拉丝", "爆浆", "面料", "裙摆", "下摆", "bite", "pour", "drip", "fabric", "hem",
      ],
      fast: [Rational] = [2, 3, 4, 6, 8],
      fastWords: [String] = [
        "安装", "组装", "拼装", "快进", "一样样放", "挨个", "assembl", "install", "one by one",
      ]
    ) {
      self.slow = slow
      self.slowFrom = slowFrom
      self.slowWords = slowWords
      self.fast = fast
      self.fastWords = fastWords
    }
  }

  /// When a picture is set closer than it was filmed.
  public struct Closer: Sendable, Codable, Hashable {
    /// A source that is so many times finer than the canvas may be set closer.
    public var resolution: Double
    /// Sizes of locked details that are pushed into slowly, by the crew's words.
    public var pushSizes: [String]
    /// Movements that count as locked.
    public var locked: [String]

    public init(
      resolution: Double = 1.2,
      pushSizes: [String] = ["大特写", "特写", "extreme close-up", "close-up"],
      locked: [String] = ["固定", "fixed"]
    ) {
      self.resolution = resolution
      self.pushSizes = pushSizes
      self.locked = locked
    }
  }

  /// What stands between two shots beside a straight cut.
  public struct Transitions: Sendable, Codable, Hashable {
    /// In one video, at most.
    public var limit: Int
    /// Seconds of a flash and of a whip, both halves together.
    public var flash: Double
    public var whip: Double
    /// A flash leads from a shot whose id has one of these parts to one that has one of those.
    public var flashFrom: [String]
    public var flashTo: [String]
    /// A whip leads into these beats, where a shot with one of these movements stands on one side.
    public var whipInto: [BeatRole]
    public var whipMovements: [String]
    /// Pictures on both sides of a transition stand at least so long, in seconds.
    public var shortest: Double

    public init(
      limit: Int = 2, flash: Double = 0.2, whip: Double = 0.34,
      flashFrom: [String] = ["before"], flashTo: [String] = ["after"],
      whipInto: [BeatRole] = [.reveal, .point],
      whipMovements: [String] = [
        "摇", "移", "跟", "甩", "环绕", "pan", "truck", "follow", "whip", "orbit",
      ],
      shortest: Double = 1
    ) {
      self.limit = limit
      self.flash = flash
      self.whip = whip
      self.flashFrom = flashFrom
      self.flashTo = flashTo
      self.whipInto = whipInto
      self.whipMovements = whipMovements
      self.shortest = shortest
    }
  }
}
