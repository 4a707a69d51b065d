public import Foundation

/// How a shop chooses: gates first, then weights, then quotas.
public struct SelectionPolicy: Sendable, Codable, Hashable {
  public var name: String
  /// Products to film at most.
  public var count: Int
  /// Of one category at most.
  public var perCategory: Int
  public var economics: Economics
  public var gates: Gates
  /// Criterion → share of the 100 points.
  public var weights: [String: Double]

  /// Shop-wide figures for what a catalogue rarely has.
  public struct Economics: Sendable, Codable, Hashable {
    /// Platform fee, share of the price.
    public var fee: Double
    /// Used where the catalogue names no commission.
    public var commission: Double
    /// Used where the catalogue names no return rate.
    public var returnRate: Double
    /// In the price's currency, an order.
    public var shipOut: Decimal
    public var shipBack: Decimal
    public var pack: Decimal
    /// Share of the goods' cost lost with a return.
    public var loss: Double

    public init(
      fee: Double, commission: Double, returnRate: Double, shipOut: Decimal, shipBack: Decimal,
      pack: Decimal, loss: Double
    ) {
      self.fee = fee
      self.commission = commission
      self.returnRate = returnRate
      self.shipOut = shipOut
      self.shipBack = shipBack
      self.pack = pack
      self.loss = loss
    }
  }

  public struct Gates: Sendable, Codable, Hashable {
    /// Contribution per paid order, at least, in the price's currency.
    public var contribution: Decimal
    /// Pieces, at least, where the catalogue names stock.
    public var stock: Int
    /// Days the stock must last at the 7-day mean.
    public var coverDays: Double
    /// Rating, at least, where the catalogue names one.
    public var rating: Double
    /// Facts a script can be made of (attributes, points, scenes), at least.
    public var facts: Int
    /// Categories that are not filmed.
    public var bannedCategories: [String]

    public init(
      contribution: Decimal, stock: Int, coverDays: Double, rating: Double, facts: Int,
      bannedCategories: [String]
    ) {
      self.contribution = contribution
      self.stock = stock
      self.coverDays = coverDays
      self.rating = rating
      self.facts = facts
      self.bannedCategories = bannedCategories
    }
  }

  public init(
    name: String, count: Int, perCategory: Int, economics: Economics, gates: Gates,
    weights: [String: Double]
  ) {
    self.name = name
    self.count = count
    self.perCategory = perCategory
    self.economics = economics
    self.gates = gates
    self.weights = weights
  }
}
