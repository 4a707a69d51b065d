/// A way to open a video, with the data without which it would be invention.
public struct HookType: Sendable, Codable, Hashable {
  public var id: String
  public var name: String
  public var nameZh: String
  public var note: String
  /// What the catalogue, the assets or the category must offer.
  public var needs: [Need]
  public var orientations: [Orientation]
  /// Higher is tried first.
  public var weight: Double
  /// Tag of the shot it opens on; nil for the format's own opening.
  public var shot: String?
  /// Patterns of at most 13 spoken syllables or 8 words once filled.
  public var lines: [CopyLocale: [String]]

  /// One thing a hook cannot do without.
  public enum Need: Sendable, Codable, Hashable {
    /// A figure or word of the catalogue: a slot's name, such as `audience` or `attribute.weight`.
    case slot(String)
    /// At least so many selling points and attributes.
    case points(Int)
    case asset(ShootAsset)
    /// A shot of the category with this tag.
    case shot(String)
  }

  public init(
    id: String, name: String, nameZh: String, note: String, needs: [Need],
    orientations: [Orientation], weight: Double, shot: String?, lines: [CopyLocale: [String]]
  ) {
    self.id = id
    self.name = name
    self.nameZh = nameZh
    self.note = note
    self.needs = needs
    self.orientations = orientations
    self.weight = weight
    self.shot = shot
    self.lines = lines
  }
}
