extension ShootPolicy {
  /// A location or a light: something with a name and nothing more.
  public struct Place: Sendable, Codable, Hashable {
    public var id: String
    public var name: String
    public var nameZh: String

    public init(id: String, name: String, nameZh: String) {
      self.id = id
      self.name = name
      self.nameZh = nameZh
    }
  }

  /// Ground and background, with the light that is set for them.
  public struct StudioSet: Sendable, Codable, Hashable {
    public var id: String
    public var name: String
    public var nameZh: String
    /// Location id.
    public var location: String
    /// Light id.
    public var light: String

    public init(id: String, name: String, nameZh: String, location: String, light: String) {
      self.id = id
      self.name = name
      self.nameZh = nameZh
      self.location = location
      self.light = light
    }
  }

  public struct Lens: Sendable, Codable, Hashable {
    public var id: String
    public var name: String
    public var nameZh: String
    /// Shot sizes that are filmed with it, as scripts write them.
    public var sizes: [String]
    /// Minutes that a shot with it takes beyond its rig's.
    public var extra: Double

    public init(id: String, name: String, nameZh: String, sizes: [String], extra: Double = 0) {
      self.id = id
      self.name = name
      self.nameZh = nameZh
      self.sizes = sizes
      self.extra = extra
    }
  }

  /// A camera position, built once for many shots.
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
    /// Light id, where it is not its set's.
    public var light: String?

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
      people: People = .none, light: String? = nil
    ) {
      self.id = id
      self.set = set
      self.name = name
      self.nameZh = nameZh
      self.shot = shot
      self.sentence = sentence
      self.people = people
      self.light = light
    }
  }

  /// Somebody before the camera.
  public struct Performer: Sendable, Codable, Hashable {
    public var id: String
    public var name: String
    public var nameZh: String
    /// The parts that they play.
    public var people: [Rig.People]
    /// Categories for which they stand; empty for all.
    public var categories: [String]

    public init(
      id: String, name: String, nameZh: String, people: [Rig.People], categories: [String] = []
    ) {
      self.id = id
      self.name = name
      self.nameZh = nameZh
      self.people = people
      self.categories = categories
    }
  }

  /// What to film instead; a list that is empty asks for nothing.
  public struct Backup: Sendable, Codable, Hashable {
    public var rigs: [String]
    public var people: [Rig.People]
    /// As scripts write them.
    public var movements: [String]
    public var destructive: Bool?
    public var text: [CopyLocale: String]

    public init(
      rigs: [String] = [], people: [Rig.People] = [], movements: [String] = [],
      destructive: Bool? = nil, text: [CopyLocale: String]
    ) {
      self.rigs = rigs
      self.people = people
      self.movements = movements
      self.destructive = destructive
      self.text = text
    }
  }

  /// Minutes that pass between two shots that differ in something.
  ///
  /// A new location includes its set, a new set its light, a new outfit its product.
  public struct Changeover: Sendable, Codable, Hashable {
    public var location: Double
    public var set: Double
    public var light: Double
    public var rig: Double
    public var lens: Double
    public var model: Double
    public var outfit: Double
    public var product: Double
    /// A fresh sample, after one was cut, bitten or poured.
    public var sample: Double

    public init(
      location: Double, set: Double, light: Double, rig: Double, lens: Double, model: Double,
      outfit: Double, product: Double, sample: Double
    ) {
      self.location = location
      self.set = set
      self.light = light
      self.rig = rig
      self.lens = lens
      self.model = model
      self.outfit = outfit
      self.product = product
      self.sample = sample
    }
  }

  /// Minutes that a shot takes beyond its rig's and its lens's.
  public struct Extra: Sendable, Codable, Hashable {
    /// The camera moves.
    public var moving: Double
    /// The sample is spent.
    public var destructive: Double

    public init(moving: Double, destructive: Double) {
      self.moving = moving
      self.destructive = destructive
    }
  }
}
