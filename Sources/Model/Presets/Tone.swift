/// How a platform's buyers are spoken to: price first, quality, brand, trust, experience, service.
public struct Tone: Sendable, Codable, Hashable {
  public var id: String
  public var name: String
  public var nameZh: String
  public var note: String
  /// Hook ids that fit it best.
  public var hooks: [String]
  /// Kinds of selling points that come first, best first.
  public var points: [Playbook.PointKind]
  /// Whether the price is named right after the opening.
  public var offersEarly: Bool
  /// Lines of its own, before the format's and the category's.
  public var lines: [LineKind: [CopyLocale: [String]]]

  public init(
    id: String, name: String, nameZh: String, note: String, hooks: [String] = [],
    points: [Playbook.PointKind] = [], offersEarly: Bool = false,
    lines: [LineKind: [CopyLocale: [String]]] = [:]
  ) {
    self.id = id
    self.name = name
    self.nameZh = nameZh
    self.note = note
    self.hooks = hooks
    self.points = points
    self.offersEarly = offersEarly
    self.lines = lines
  }

  /// Plain speech, for platforms that name no tone.
  public static let plain = Tone(id: "plain", name: "Plain", nameZh: "平实", note: "")
}
