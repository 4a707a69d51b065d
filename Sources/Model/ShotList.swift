public import Timing

/// A day's shots in filming order, grouped by what is built once.
public struct ShotList: Artefact {
  public static let schema = "shotlist/1"

  /// ISO date of the shoot, or empty when none is set.
  public var date: String
  public var setups: [Setup]
  public var totals: Totals

  public init(date: String, setups: [Setup], totals: Totals) {
    self.date = date
    self.setups = setups
    self.totals = totals
  }

  public struct Setup: Sendable, Codable, Hashable {
    public var name: String
    /// Minutes after the day's start.
    public var start: Double
    public var minutes: Double
    public var shots: [ListedShot]

    public init(name: String, start: Double, minutes: Double, shots: [ListedShot]) {
      self.name = name
      self.start = start
      self.minutes = minutes
      self.shots = shots
    }
  }

  public struct Totals: Sendable, Codable, Hashable {
    public var shots: Int
    public var minutes: Double
    /// What the same shots would take in the order of the scripts.
    public var minutesInScriptOrder: Double

    public init(shots: Int, minutes: Double, minutesInScriptOrder: Double) {
      self.shots = shots
      self.minutes = minutes
      self.minutesInScriptOrder = minutesInScriptOrder
    }
  }
}

public struct ListedShot: Sendable, Codable, Hashable {
  public var id: String
  public var sku: String
  /// The product's short name, for people.
  public var product: String
  /// The first script that asks for it.
  public var script: String
  /// Every script that can use it.
  public var scripts: [String]
  /// What the QR slate carries.
  public var payload: String
  public var size: String
  public var movement: String
  public var angle: String
  public var picture: String
  /// 台词 that belongs to it.
  public var line: String
  /// 字幕.
  public var caption: String
  public var duration: Time
  public var props: [String]
  public var sound: String
  public var must: Bool
  public var rig: String
  public var destructive: Bool
  public var locale: CopyLocale

  public init(
    shot: Shot, sku: String, product: String, scripts: [String], payload: String, line: String,
    caption: String, locale: CopyLocale
  ) {
    id = shot.id
    self.sku = sku
    self.product = product
    script = scripts.first ?? ""
    self.scripts = scripts
    self.payload = payload
    size = shot.size
    movement = shot.movement
    angle = shot.angle
    picture = shot.picture
    self.line = line
    self.caption = caption
    duration = shot.duration
    props = shot.props
    sound = shot.sound
    must = shot.must
    rig = shot.rig
    destructive = shot.destructive
    self.locale = locale
  }
}
