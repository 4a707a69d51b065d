/// How a shooting day is laid out: what is built once, and what each change and shot costs in time.
public struct ShootPolicy: Sendable, Codable, Hashable {
  /// In the order in which they are built where nothing else decides.
  public var rigs: [Rig]
  /// Stands for a rig that no entry names.
  public var otherRig: Rig
  /// Rigs whose pictures are not filmed: they come from the catalogue.
  public var unfilmed: [String]
  public var changeover: Changeover
  public var extra: Extra
  /// Shot sizes that need the close lens, as scripts write them.
  public var closeSizes: [String]
  /// Movements that leave the camera locked, as scripts write them.
  public var lockedMovements: [String]
  /// The day's call, in minutes after midnight.
  public var dayStart: Int
  /// Minutes of work in a day, without breaks.
  public var dayMinutes: Double

  /// A camera position with its light, built once for many shots.
  public struct Rig: Sendable, Codable, Hashable {
    public var id: String
    /// Rigs of one set share ground and light.
    public var set: String
    public var name: String
    public var nameZh: String
    /// Minutes of a locked shot on it, with preparation and two takes.
    public var shot: Double
    /// Further minutes for each spoken sentence.
    public var sentence: Double
    /// Who is in its pictures.
    public var people: People

    public enum People: String, Sendable, Codable, CaseIterable {
      case none
      /// Hands that use the product.
      case hands
      /// Somebody who wears or uses it.
      case model
      /// Somebody who speaks to the camera.
      case presenter
    }

    public init(
      id: String, set: String, name: String, nameZh: String, shot: Double, sentence: Double,
      people: People = .none
    ) {
      self.id = id
      self.set = set
      self.name = name
      self.nameZh = nameZh
      self.shot = shot
      self.sentence = sentence
      self.people = people
    }
  }

  /// Minutes that pass between two shots that differ in something.
  public struct Changeover: Sendable, Codable, Hashable {
    public var set: Double
    public var rig: Double
    public var lens: Double
    public var product: Double
    /// A fresh sample, after one was cut, bitten or poured.
    public var sample: Double

    public init(set: Double, rig: Double, lens: Double, product: Double, sample: Double) {
      self.set = set
      self.rig = rig
      self.lens = lens
      self.product = product
      self.sample = sample
    }
  }

  /// Minutes that a shot takes beyond its rig's.
  public struct Extra: Sendable, Codable, Hashable {
    /// The camera moves.
    public var moving: Double
    /// The close lens: focus takes time.
    public var close: Double
    /// The sample is spent.
    public var destructive: Double

    public init(moving: Double, close: Double, destructive: Double) {
      self.moving = moving
      self.close = close
      self.destructive = destructive
    }
  }

  public init(
    rigs: [Rig], otherRig: Rig, unfilmed: [String], changeover: Changeover, extra: Extra,
    closeSizes: [String], lockedMovements: [String], dayStart: Int, dayMinutes: Double
  ) {
    self.rigs = rigs
    self.otherRig = otherRig
    self.unfilmed = unfilmed
    self.changeover = changeover
    self.extra = extra
    self.closeSizes = closeSizes
    self.lockedMovements = lockedMovements
    self.dayStart = dayStart
    self.dayMinutes = dayMinutes
  }

  /// The rig of an id, or the stand-in under that id.
  public func rig(_ id: String) -> Rig {
    if let rig = rigs.first(where: { $0.id == id }) { return rig }
    var rig = otherRig
    rig.id = id
    return rig
  }
}
