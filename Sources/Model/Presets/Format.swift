/// A kind of video: its beats, what must be at hand for it, and the pace it is spoken at.
public struct Format: Sendable, Codable, Hashable {
  public var id: String
  public var name: String
  public var nameZh: String
  public var note: String
  /// Higher is chosen first among those that the assets allow.
  public var rank: Int
  public var needs: Needs
  public var orientations: [Orientation]
  /// Categories it is made for, and no others; empty for all.
  public var categories: [String]
  /// Categories it suits best, which lifts its rank; empty for all alike.
  public var suits: [String]
  /// What one more asset would bring, in plain words.
  public var unlock: [CopyLocale: String]
  /// Spoken units a second: syllables in Chinese, words in English.
  public var pace: [CopyLocale: Double]
  /// Finished seconds aimed at, lowest and highest.
  public var seconds: [Orientation: [Double]]
  /// Seconds a shot lasts on average.
  public var shotSeconds: Double
  public var beats: [BeatRule]
  /// Pictures of its own, before the category's.
  public var shots: [ShotRule]
  /// Lines of its own, before the category's.
  public var lines: [LineKind: [CopyLocale: [String]]]
  /// Hook ids that open it well.
  public var hooks: [String]
  /// Whether product photos fill the pictures.
  public var usesPhotos: Bool

  /// What must be at hand.
  public struct Needs: Sendable, Codable, Hashable {
    public var photos: Int
    public var assets: [ShootAsset]
    /// Slots that the product must fill, such as `attribute.usage` or `peer`.
    public var facts: [String]

    public init(photos: Int = 0, assets: [ShootAsset] = [], facts: [String] = []) {
      self.photos = photos
      self.assets = assets
      self.facts = facts
    }
  }

  /// A beat's place in the format.
  public struct BeatRule: Sendable, Codable, Hashable {
    public var role: BeatRole
    /// Part of the running time, for beats that share what speech leaves over.
    public var share: Double
    /// Seconds.
    public var min: Double
    public var max: Double
    public var orientations: [Orientation]
    /// Beats of this role at most.
    public var count: Int

    public init(
      role: BeatRole, share: Double, min: Double, max: Double, orientations: [Orientation],
      count: Int = 1
    ) {
      self.role = role
      self.share = share
      self.min = min
      self.max = max
      self.orientations = orientations
      self.count = count
    }
  }

  public init(
    id: String, name: String, nameZh: String, note: String, rank: Int, needs: Needs,
    orientations: [Orientation], categories: [String] = [], suits: [String],
    unlock: [CopyLocale: String],
    pace: [CopyLocale: Double], seconds: [Orientation: [Double]], shotSeconds: Double,
    beats: [BeatRule], shots: [ShotRule], lines: [LineKind: [CopyLocale: [String]]] = [:],
    hooks: [String] = [], usesPhotos: Bool
  ) {
    self.id = id
    self.name = name
    self.nameZh = nameZh
    self.note = note
    self.rank = rank
    self.needs = needs
    self.orientations = orientations
    self.categories = categories
    self.suits = suits
    self.unlock = unlock
    self.pace = pace
    self.seconds = seconds
    self.shotSeconds = shotSeconds
    self.beats = beats
    self.shots = shots
    self.lines = lines
    self.hooks = hooks
    self.usesPhotos = usesPhotos
  }
}
