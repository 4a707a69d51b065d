public import Timing

/// A day's shots in filming order, grouped by what is built once.
public struct ShotList: Artefact {
  public static let schema = "shotlist/1"

  /// ISO date of the shoot, or empty when none is set.
  public var date: String
  /// In filming order; a day's setups stand together.
  public var setups: [Setup]
  public var totals: Totals
  /// Days on which something is filmed.
  public var days: [Day]
  /// Shots that people took off the list.
  public var dropped: [DroppedShot]

  public init(
    date: String, setups: [Setup], totals: Totals, days: [Day] = [], dropped: [DroppedShot] = []
  ) {
    self.date = date
    self.setups = setups
    self.totals = totals
    self.days = days
    self.dropped = dropped
  }

  public struct Day: Sendable, Codable, Hashable {
    /// From 1, as its setups name it.
    public var day: Int
    /// ISO date, or empty when the shoot has none.
    public var date: String
    public var shots: Int
    public var minutes: Double

    public init(day: Int, date: String, shots: Int, minutes: Double) {
      self.day = day
      self.date = date
      self.shots = shots
      self.minutes = minutes
    }
  }

  public struct Setup: Sendable, Codable, Hashable {
    public var name: String
    /// The day it is filmed on, from 1.
    public var day: Int
    /// Minutes after its day's start.
    public var start: Double
    public var minutes: Double
    public var shots: [ListedShot]

    public init(name: String, day: Int = 1, start: Double, minutes: Double, shots: [ListedShot]) {
      self.name = name
      self.day = day
      self.start = start
      self.minutes = minutes
      self.shots = shots
    }
  }

  public struct DroppedShot: Sendable, Codable, Hashable {
    public var id: String
    public var sku: String

    public init(id: String, sku: String) {
      self.id = id
      self.sku = sku
    }
  }

  public struct Totals: Sendable, Codable, Hashable {
    public var shots: Int
    /// The sum of all days'.
    public var minutes: Double
    /// What the same shots would take in the order of the scripts, with days cut alike.
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
  /// What stands when it is filmed, by the shoot preset's ids; empty where it does not matter.
  public var stand: ShotStand
  /// The product's place in the selection, from 1; nil when it has none.
  public var rank: Int?
  /// What to film when it cannot be done; empty for nothing.
  public var backup: String
  /// Whether people have given it its day or its place.
  public var pinned: Bool

  public init(
    shot: Shot, sku: String, product: String, scripts: [String], payload: String, line: String,
    caption: String, locale: CopyLocale, stand: ShotStand = ShotStand(), rank: Int? = nil,
    backup: String = "", pinned: Bool = false
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
    self.stand = stand
    self.rank = rank
    self.backup = backup
    self.pinned = pinned
  }
}

/// What is built, set and worn for a shot, beside its rig; changing any of it costs time.
public struct ShotStand: Sendable, Codable, Hashable {
  public var location: String
  public var set: String
  public var light: String
  public var lens: String
  /// Who stands before the camera.
  public var model: String
  public var outfit: String

  public init(
    location: String = "", set: String = "", light: String = "", lens: String = "",
    model: String = "", outfit: String = ""
  ) {
    self.location = location
    self.set = set
    self.light = light
    self.lens = lens
    self.model = model
    self.outfit = outfit
  }
}
