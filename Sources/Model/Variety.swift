/// How unlike the scripts of one batch are: `work/variety.json`.
public struct Variety: Artefact, Hashable {
  public static let schema = "variety/1"

  public var scripts: Int
  /// Different openings and different texts, as shares of all, 0…1.
  public var distinctHooks: Double
  public var distinctTexts: Double
  /// The distance that was asked for: 0 for the same text, 1 for two that share nothing.
  public var least: Double
  /// The smallest distance between two scripts, and the median of each one's to its nearest before
  /// it; nothing nearer than about a half counts as 1.
  public var nearest: Double
  public var median: Double
  /// Scripts that were written anew because they were too near to another one.
  public var replaced: Int
  /// Those that stayed nearer than asked.
  public var near: [Pair]
  /// Lines that were said more than once, most often first.
  public var repeated: [Sentence]

  public struct Pair: Sendable, Codable, Hashable {
    public var script: String
    public var other: String
    public var distance: Double

    public init(script: String, other: String, distance: Double) {
      self.script = script
      self.other = other
      self.distance = distance
    }
  }

  public struct Sentence: Sendable, Codable, Hashable {
    public var text: String
    public var count: Int

    public init(text: String, count: Int) {
      self.text = text
      self.count = count
    }
  }

  public init(
    scripts: Int, distinctHooks: Double, distinctTexts: Double, least: Double, nearest: Double,
    median: Double, replaced: Int, near: [Pair], repeated: [Sentence]
  ) {
    self.scripts = scripts
    self.distinctHooks = distinctHooks
    self.distinctTexts = distinctTexts
    self.least = least
    self.nearest = nearest
    self.median = median
    self.replaced = replaced
    self.near = near
    self.repeated = repeated
  }

  /// No scripts yet.
  public static let none = Variety(
    scripts: 0, distinctHooks: 1, distinctTexts: 1, least: 0, nearest: 1, median: 1, replaced: 0,
    near: [], repeated: [])
}
