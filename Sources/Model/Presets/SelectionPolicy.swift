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
  public var roles: Roles
  public var traffic: Traffic
  public var requirements: Requirements
  public var evidence: Evidence
  public var content: Content
  public var seasons: [Season]
  public var quotas: Quotas
  public var shoot: Shoot

  /// What a product can be scored by.
  public static let criteria = [
    "economics", "demand", "trend", "conversion", "content", "headroom", "competition", "season",
    "stock", "rating", "returns", "newness", "results",
  ]

  /// The parts of the price ladder: 引流款, 主推款, 利润款, 形象款.
  public static let ladder = ["traffic", "main", "profit", "image"]

  /// Shop-wide figures for what a catalogue rarely has.
  public struct Economics: Sendable, Codable, Hashable {
    /// Platform fee, share of the price.
    public var fee: Double
    /// Used where the catalogue names no commission.
    public var commission: Double
    /// Used where the catalogue names no return rate.
    public var returnRate: Double
    /// Share of the goods' cost lost with a return.
    public var loss: Double
    /// ISO 4217 → what an order costs in that currency; elsewhere the contribution is unknown.
    public var orders: [String: OrderCosts]

    public init(
      fee: Double, commission: Double, returnRate: Double, loss: Double,
      orders: [String: OrderCosts]
    ) {
      self.fee = fee
      self.commission = commission
      self.returnRate = returnRate
      self.loss = loss
      self.orders = orders
    }
  }

  /// Amounts an order, in one currency.
  public struct OrderCosts: Sendable, Codable, Hashable {
    public var shipOut: Decimal
    public var shipBack: Decimal
    public var pack: Decimal

    public init(shipOut: Decimal, shipBack: Decimal, pack: Decimal) {
      self.shipOut = shipOut
      self.shipBack = shipBack
      self.pack = pack
    }
  }

  /// What a product does for the shop, by its price and margin.
  public struct Roles: Sendable, Codable, Hashable {
    /// Share of the category's prices below it, up to which a product draws traffic.
    public var trafficPrice: Double
    /// Share of the category's prices below it, from which a product carries the image.
    public var imagePrice: Double
    /// Gross margin, share of the price, from which a product earns the profit.
    public var profitMargin: Double

    public init(trafficPrice: Double = 0.2, imagePrice: Double = 0.9, profitMargin: Double = 0.5) {
      self.trafficPrice = trafficPrice
      self.imagePrice = imagePrice
      self.profitMargin = profitMargin
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
    weights: [String: Double], roles: Roles = Roles(), traffic: Traffic = Traffic(),
    requirements: Requirements = Requirements(), evidence: Evidence = Evidence(),
    content: Content = Content(), seasons: [Season] = [], quotas: Quotas = Quotas(),
    shoot: Shoot = Shoot()
  ) {
    self.name = name
    self.count = count
    self.perCategory = perCategory
    self.economics = economics
    self.gates = gates
    self.weights = weights
    self.roles = roles
    self.traffic = traffic
    self.requirements = requirements
    self.evidence = evidence
    self.content = content
    self.seasons = seasons
    self.quotas = quotas
    self.shoot = shoot
  }

  /// Reads a policy as a selection keeps it; parts that an older file does not name are left out.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    func part<T: Decodable>(_ key: CodingKeys, _ standIn: T) throws -> T {
      try fields.decodeIfPresent(T.self, forKey: key) ?? standIn
    }
    name = try fields.decode(String.self, forKey: .name)
    count = try fields.decode(Int.self, forKey: .count)
    perCategory = try fields.decode(Int.self, forKey: .perCategory)
    economics = try fields.decode(Economics.self, forKey: .economics)
    gates = try fields.decode(Gates.self, forKey: .gates)
    weights = try fields.decode([String: Double].self, forKey: .weights)
    roles = try part(.roles, Roles())
    traffic = try part(.traffic, Traffic())
    requirements = try part(.requirements, Requirements())
    evidence = try part(.evidence, Evidence())
    content = try part(.content, Content())
    seasons = try part(.seasons, [])
    quotas = try part(.quotas, Quotas())
    shoot = try part(.shoot, Shoot())
  }
}
