/// How a shooting day is laid out: what is built once, and what each change and shot costs in time.
public struct ShootPolicy: Sendable, Codable, Hashable {
  /// Where sets stand; going from one to another costs most.
  public var locations: [Place]
  /// In the order in which they are built where nothing else decides.
  public var sets: [StudioSet]
  public var lights: [Place]
  /// The first stands for shot sizes that none names.
  public var lenses: [Lens]
  /// In the order in which they are built where nothing else decides.
  public var rigs: [Rig]
  /// Stands for a rig that no entry names.
  public var otherRig: Rig
  /// Who stands before the camera; the first that fits a shot.
  public var models: [Performer]
  /// Categories whose product is worn, so that another product is another outfit.
  public var worn: [String]
  /// Rigs whose pictures are not filmed: they come from the catalogue.
  public var unfilmed: [String]
  public var changeover: Changeover
  public var extra: Extra
  /// Movements that leave the camera locked, as scripts write them.
  public var lockedMovements: [String]
  /// What to film when a shot cannot be done; the first that fits.
  public var backups: [Backup]
  /// The day's call, in minutes after midnight.
  public var dayStart: Int
  /// Minutes of work in a day, without breaks.
  public var dayMinutes: Double
  /// Days of the week on which further days may fall; empty for all.
  public var workdays: [Weekday]
  public var overflow: Overflow

  /// What goes first when a day does not hold everything.
  public enum Overflow: String, Sendable, Codable, CaseIterable {
    /// All must-shots by rank, then all others by rank.
    case must
    /// Whole products by rank.
    case product
    /// Set by set, and on each set products by rank.
    case set
    /// The first of these that needs no day more than the shortest of them.
    case fewestDays = "fewest-days"
  }

  public enum Weekday: String, Sendable, Codable, CaseIterable {
    case mon, tue, wed, thu, fri, sat, sun
  }

  public init(
    locations: [Place] = [], sets: [StudioSet] = [], lights: [Place] = [], lenses: [Lens] = [],
    rigs: [Rig], otherRig: Rig, models: [Performer] = [], worn: [String] = [],
    unfilmed: [String], changeover: Changeover, extra: Extra, lockedMovements: [String],
    backups: [Backup] = [], dayStart: Int, dayMinutes: Double, workdays: [Weekday] = [],
    overflow: Overflow = .fewestDays
  ) {
    self.locations = locations
    self.sets = sets
    self.lights = lights
    self.lenses = lenses
    self.rigs = rigs
    self.otherRig = otherRig
    self.models = models
    self.worn = worn
    self.unfilmed = unfilmed
    self.changeover = changeover
    self.extra = extra
    self.lockedMovements = lockedMovements
    self.backups = backups
    self.dayStart = dayStart
    self.dayMinutes = dayMinutes
    self.workdays = workdays
    self.overflow = overflow
  }

  /// The rig of an id, or the stand-in under that id.
  public func rig(_ id: String) -> Rig {
    if let rig = rigs.first(where: { $0.id == id }) { return rig }
    var rig = otherRig
    rig.id = id
    return rig
  }

  public func location(_ id: String) -> Place? { locations.first { $0.id == id } }

  public func set(_ id: String) -> StudioSet? { sets.first { $0.id == id } }

  public func light(_ id: String) -> Place? { lights.first { $0.id == id } }

  public func lens(_ id: String) -> Lens? { lenses.first { $0.id == id } }

  public func model(_ id: String) -> Performer? { models.first { $0.id == id } }
}
