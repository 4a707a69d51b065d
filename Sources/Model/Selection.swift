/// What will be filmed, in order, and why the rest will not.
public struct Selection: Artefact {
  public static let schema = "selection/1"

  public var selected: [SelectedProduct]
  public var rejected: [RejectedProduct]
  /// The policy's name and the figures it was applied with.
  public var policy: SelectionPolicy
  /// ISO date that seasons and novelty were reckoned for; nil when none was given.
  public var date: String?
  /// What the range holds of each quota.
  public var quotas: [QuotaUse]?

  public init(
    selected: [SelectedProduct], rejected: [RejectedProduct], policy: SelectionPolicy,
    date: String? = nil, quotas: [QuotaUse]? = nil
  ) {
    self.selected = selected
    self.rejected = rejected
    self.policy = policy
    self.date = date
    self.quotas = quotas
  }
}

public struct SelectedProduct: Sendable, Codable, Hashable {
  public var sku: String
  /// From 1.
  public var rank: Int
  /// 0…100; the criteria's points add up to it.
  public var score: Double
  /// Share of the score's weight that rests on figures the catalogue has, 0…1.
  public var confidence: Double
  /// 引流款 `traffic`, 主推款 `main`, 利润款 `profit`, 形象款 `image`, or `team`.
  public var role: String
  public var reasons: [SelectionReason]
  /// One change that would move the product, in plain words.
  public var counterfactual: String?
  /// The same change in figures; nil where no single one moves it.
  public var change: SelectionChange?
  /// The gate it passed with the least to spare.
  public var nearGate: GateSlack?
  /// What to show beside it.
  public var coordinate: Coordinate?
  /// The quota that kept a place for it: `new`, or a part of the price ladder.
  public var place: String?
  /// Minutes that filming it is reckoned to take.
  public var minutes: Double?

  public init(
    sku: String, rank: Int, score: Double, confidence: Double, role: String,
    reasons: [SelectionReason], counterfactual: String? = nil
  ) {
    self.sku = sku
    self.rank = rank
    self.score = score
    self.confidence = confidence
    self.role = role
    self.reasons = reasons
    self.counterfactual = counterfactual
  }
}

/// One criterion's part in a score.
public struct SelectionReason: Sendable, Codable, Hashable {
  public var criterion: String
  public var points: Double
  /// The product's figure; nil when the catalogue has none and the median stood in.
  public var value: Double?
  /// The category's median of the same figure.
  public var median: Double?
  /// The cell it was read from, or the formula with its cells.
  public var source: String
  /// The most points the criterion can bring.
  public var weight: Double?
  /// Points above what the median earns, below zero where it earns more.
  public var versusMedian: Double?
  /// Products of the category that have the figure.
  public var peers: Int?

  public init(
    criterion: String, points: Double, value: Double?, median: Double?, source: String,
    weight: Double? = nil, versusMedian: Double? = nil, peers: Int? = nil
  ) {
    self.criterion = criterion
    self.points = points
    self.value = value
    self.median = median
    self.source = source
    self.weight = weight
    self.versusMedian = versusMedian
    self.peers = peers
  }
}

public struct RejectedProduct: Sendable, Codable, Hashable {
  public var sku: String
  /// The gate that stopped it, or nil when it lost on score or quota.
  public var gate: String?
  public var reason: String
  public var value: String?
  public var limit: String?
  /// The quota it lost to: `count`, `category`, `supplier`, `ladder`, `variant`, `twin`, `minutes`.
  public var constraint: String?
  /// The chosen product that stands in its place.
  public var takenBy: String?
  public var score: Double?
  public var confidence: Double?
  public var role: String?
  /// For the best of those that passed the gates; further ones are reckoned on demand.
  public var reasons: [SelectionReason]?
  public var nearGate: GateSlack?
  public var counterfactual: String?
  public var change: SelectionChange?

  public init(
    sku: String, gate: String? = nil, reason: String, value: String? = nil, limit: String? = nil
  ) {
    self.sku = sku
    self.gate = gate
    self.reason = reason
    self.value = value
    self.limit = limit
  }
}
