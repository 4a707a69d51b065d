/// How much a gate left.
public struct GateSlack: Sendable, Codable, Hashable {
  public var gate: String
  public var value: Double
  public var limit: Double
  /// Distance to the limit as a share of it (of the price, where the limit is zero); below zero
  /// where the gate is shut.
  public var slack: Double
  /// The cell of the figure, or the formula with its cells.
  public var source: String

  public init(gate: String, value: Double, limit: Double, slack: Double, source: String) {
    self.gate = gate
    self.value = value
    self.limit = limit
    self.slack = slack
    self.source = source
  }
}

/// One changed figure and where it would put a product, by choosing again with it.
public struct SelectionChange: Sendable, Codable, Hashable {
  /// The catalogue's field: `price`, `cost`, `commission_rate`, `return_rate`, `stock`, `images`.
  public var field: String
  public var from: Double
  public var to: Double
  /// Points more than before; nil where a gate had stopped the product.
  public var gain: Double?
  /// Its place among the chosen before; nil where it was not chosen.
  public var rank: Int?
  /// Its place afterwards; nil where it would still not be chosen.
  public var newRank: Int?
  /// Whether the choice was made again with the figure; otherwise only the points were.
  public var verified: Bool

  public init(
    field: String, from: Double, to: Double, gain: Double?, rank: Int?, newRank: Int?,
    verified: Bool
  ) {
    self.field = field
    self.from = from
    self.to = to
    self.gain = gain
    self.rank = rank
    self.newRank = newRank
    self.verified = verified
  }
}

/// A product to show beside another in its video.
public struct Coordinate: Sendable, Codable, Hashable {
  public var sku: String
  /// What the two share, in plain words.
  public var why: String

  public init(sku: String, why: String) {
    self.sku = sku
    self.why = why
  }
}

/// How far a quota is used.
public struct QuotaUse: Sendable, Codable, Hashable {
  /// `count`, `category`, `supplier`, `ladder`, `new`, `minutes`.
  public var kind: String
  /// The category, the supplier or the part of the ladder; empty for the others.
  public var name: String
  public var used: Double
  public var least: Double?
  public var most: Double?

  public init(kind: String, name: String, used: Double, least: Double? = nil, most: Double? = nil) {
    self.kind = kind
    self.name = name
    self.used = used
    self.least = least
    self.most = most
  }
}
