public import Foundation

/// The units that a shop's texts measure in.
public struct UnitRules: Sendable, Codable, Hashable {
  public var units: [Unit]

  /// One canonical unit, and the words that can be turned into it.
  public struct Unit: Sendable, Codable, Hashable {
    /// The id that quantities carry: `g`, `ml`, `piece`.
    public var id: String
    /// Word → how many canonical units one of it is: `斤` → 500.
    public var words: [String: Decimal]
    /// The most that is believed, in canonical units; `2024年` is no age.
    public var most: Decimal?

    public init(id: String, words: [String: Decimal], most: Decimal? = nil) {
      self.id = id
      self.words = words
      self.most = most
    }
  }

  public init(units: [Unit] = []) { self.units = units }
}
