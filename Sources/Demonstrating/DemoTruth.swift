/// What the demo's footage really is: the answers to filing, choosing and checking it.
///
/// Saved beside the footage folder, never in it.
public struct DemoTruth: Sendable, Codable, Hashable {
  public static let schema = "footage-truth/1"

  public var schema = DemoTruth.schema
  public var clips: [Clip]
  /// Listed shots that nobody has filmed.
  public var unfilmed: [String]

  public init(clips: [Clip], unfilmed: [String]) {
    self.clips = clips
    self.unfilmed = unfilmed
  }

  /// How a take compares with the others of its shot.
  public enum Rank: String, Sendable, Codable { case best, normal, worst }

  /// What is wrong with a picture through a whole take.
  public enum Fault: String, Sendable, Codable, CaseIterable {
    case none, focus, overexposed, underexposed, shake
  }

  /// Why a file cannot be used.
  public enum Damage: String, Sendable, Codable { case truncated, notMedia, empty }

  /// Where the slate stands.
  public enum Slate: String, Sendable, Codable { case head, tail, none }

  public struct Clip: Sendable, Codable, Hashable {
    /// Relative to the footage folder.
    public var file: String
    /// Nil for a file that shows nothing.
    public var sku: String?
    public var shot: String?
    /// From 1, in the order of filming.
    public var take: Int?
    public var slate: Slate
    /// Whether a reader can be asked to read the slate.
    public var slateReadable: Bool
    /// Mark card at the end: `OK`, `NG` or `KEEP`.
    public var mark: String?
    public var rank: Rank
    public var fault: Fault
    /// Clockwise degrees that make the stored picture upright.
    public var rotation: Int
    /// Upright, in pixels.
    public var width: Int
    public var height: Int
    /// Pictures a second.
    public var rate: String
    /// Whether the file has sound.
    public var sound: Bool
    /// Seconds in the file between slate and mark.
    public var start: Double
    public var end: Double
    public var damage: Damage?
  }

  enum CodingKeys: String, CodingKey {
    case schema, clips, unfilmed
  }
}

extension DemoTruth.Clip {
  enum CodingKeys: String, CodingKey {
    case file, sku, shot, take, slate
    case slateReadable = "slate_readable"
    case mark, rank, fault, rotation, width, height, rate, sound
    case start = "in"
    case end = "out"
    case damage
  }
}
