public import Timing

/// One run of canvas pictures that a `PictureFeed` makes from its source.
public struct PictureLane {
  /// Where it begins in the source's own time; before the first picture counts as the first.
  public var start: Time
  /// Number of canvas pictures.
  public var count: Int
  /// Pictures a second on the canvas.
  public var rate: FrameRate
  /// Source seconds a canvas second, 1/100 to 100.
  public var speed: Rational
  /// How a source picture becomes a canvas picture.
  public var framing: Framing
  /// Place of the first picture within a longer move.
  public var firstIndex: Int
  /// Number of pictures of that longer move.
  public var total: Int
  /// Receives the pictures in order; an error that it throws ends this lane alone.
  public var take: (Picture) throws -> Void

  /// - Parameters:
  ///   - firstIndex: Place of the first picture within a longer move, which is at
  ///     (`firstIndex` + index) / (`total` − 1) of its way.
  ///   - total: Pictures of that longer move; nil when the lane is all of it.
  public init(
    start: Time, count: Int, rate: FrameRate, speed: Rational = 1, framing: Framing,
    firstIndex: Int = 0, total: Int? = nil, take: @escaping (Picture) throws -> Void
  ) {
    self.start = start
    self.count = count
    self.rate = rate
    self.speed = speed
    self.framing = framing
    self.firstIndex = firstIndex
    self.total = total ?? max(0, firstIndex) + max(0, count)
    self.take = take
  }
}

/// What a `PictureFeed` did.
public struct FeedReport: Sendable {
  /// What became of one lane.
  public struct Lane: Sendable {
    /// Pictures handed out.
    public var pictures = 0
    /// How much of the lane had no picture of its own because the source ended, in canvas time.
    public var shortfall = Time.zero
    /// What ended the lane early; nil when it is whole.
    public var error: (any Error)?
  }

  /// The lanes in the order given.
  public var lanes: [Lane]
  /// Pictures that were decoded, shown or not.
  public var decodedPictures = 0
  /// Jumps to a key frame; a start at the beginning of the file is none.
  public var seeks = 0
  /// Packets that could not be decoded.
  public var damagedPackets = 0
}
