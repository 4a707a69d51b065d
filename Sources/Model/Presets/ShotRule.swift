/// A picture that a category or format knows how to film.
public struct ShotRule: Sendable, Codable, Hashable {
  /// Short name within its file; the last part of a shot's id.
  public var key: String
  /// What the camera sees, by language.
  public var picture: [CopyLocale: String]
  public var size: ShotSize
  public var movement: CameraMovement
  public var angle: CameraAngle
  /// Finished seconds.
  public var seconds: Double
  /// Beats it serves.
  public var roles: [BeatRole]
  /// Keys of the attributes it shows.
  public var shows: [String]
  /// Words in a selling point that it shows.
  public var words: [String]
  /// `test`, `sound`, `macro`, `weigh`, `capacity`, `contrast`: what a hook asks for.
  public var tags: [String]
  /// A few words that may be said over it, by language; they claim nothing.
  public var calls: [CopyLocale: [String]]
  /// Attribute keys of which the product must have one; empty for none.
  public var needs: [String]
  public var must: Bool
  public var rig: String
  public var destructive: Bool
  public var props: [CopyLocale: [String]]
  public var sound: [CopyLocale: String]

  public init(
    key: String, picture: [CopyLocale: String], size: ShotSize, movement: CameraMovement,
    angle: CameraAngle, seconds: Double, roles: [BeatRole] = [], shows: [String] = [],
    words: [String] = [], tags: [String] = [], calls: [CopyLocale: [String]] = [:],
    needs: [String] = [], must: Bool = true, rig: String = "table-top",
    destructive: Bool = false, props: [CopyLocale: [String]] = [:],
    sound: [CopyLocale: String] = [:]
  ) {
    self.key = key
    self.picture = picture
    self.size = size
    self.movement = movement
    self.angle = angle
    self.seconds = seconds
    self.roles = roles
    self.shows = shows
    self.words = words
    self.tags = tags
    self.calls = calls
    self.needs = needs
    self.must = must
    self.rig = rig
    self.destructive = destructive
    self.props = props
    self.sound = sound
  }
}
