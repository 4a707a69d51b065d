/// What has to be changed between two shots.
public enum ShootChange: String, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
  case location, set, light, rig, lens, model, outfit, product, sample
}

/// Several changes at once: one bit each, in the order in which they are listed above.
struct ShootChanges: OptionSet, Hashable {
  let rawValue: Int

  static let location = ShootChanges(rawValue: 1 << 0)
  static let set = ShootChanges(rawValue: 1 << 1)
  static let light = ShootChanges(rawValue: 1 << 2)
  static let rig = ShootChanges(rawValue: 1 << 3)
  static let lens = ShootChanges(rawValue: 1 << 4)
  static let model = ShootChanges(rawValue: 1 << 5)
  static let outfit = ShootChanges(rawValue: 1 << 6)
  static let product = ShootChanges(rawValue: 1 << 7)
  static let sample = ShootChanges(rawValue: 1 << 8)

  init(rawValue: Int) { self.rawValue = rawValue }

  var all: [ShootChange] {
    ShootChange.allCases.enumerated().filter { rawValue & (1 << $0.offset) != 0 }.map(\.element)
  }
}

/// Minutes of a plan, by what they are spent on.
public struct ShootBill: Sendable, Codable, Hashable {
  /// Minutes of the shots themselves.
  public var filming: Double
  /// Minutes of each kind of change; kinds that cost nothing are left out.
  public var changes: [ShootChange: Double]

  public init(filming: Double = 0, changes: [ShootChange: Double] = [:]) {
    self.filming = filming
    self.changes = changes
  }

  public var minutes: Double { filming + changes.values.reduce(0, +) }
}
