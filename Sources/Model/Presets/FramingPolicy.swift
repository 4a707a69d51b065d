/// How a crop follows its subject, and how neighbouring shots are brought together in colour.
public struct FramingPolicy: Sendable, Codable, Hashable {
  /// Whether crops look for the subject; else they stand in the middle.
  public var follows: Bool
  /// Share of the subject that a standing crop must hold at every moment, 0…1.
  public var keptShare: Double
  /// How fast a crop may move, in shares of the source's width a second.
  public var speed: Double
  /// Shots shorter than this have a standing crop, in seconds.
  public var stillBelow: Double
  /// A subject this much wider than the crop is shown whole before a ground.
  public var widest: Double
  /// Subjects less certain than this are not believed, 0…1.
  public var leastConfidence: Double
  /// How far a cut-out moves against its ground, in shares of the canvas's width; 0 for none.
  public var parallax: Double
  /// Whether neighbouring shots of one set-up are brought together in exposure and white.
  public var matches: Bool
  /// The most that matching changes: stops, and the share by which red or blue is moved.
  public var mostExposure: Double
  public var mostBalance: Double
  /// A `.cube` file below the workspace's `brand/`; empty for none.
  public var lut: String

  public init(
    follows: Bool = true, keptShare: Double = 0.9, speed: Double = 0.12,
    stillBelow: Double = 1.2, widest: Double = 1.25, leastConfidence: Double = 0.5,
    parallax: Double = 0.03, matches: Bool = true, mostExposure: Double = 0.3,
    mostBalance: Double = 0.06, lut: String = ""
  ) {
    self.follows = follows
    self.keptShare = keptShare
    self.speed = speed
    self.stillBelow = stillBelow
    self.widest = widest
    self.leastConfidence = leastConfidence
    self.parallax = parallax
    self.matches = matches
    self.mostExposure = mostExposure
    self.mostBalance = mostBalance
    self.lut = lut
  }
}
