public import Foundation
public import Model

/// What a paid order leaves, returns counted, and what may be paid to get it.
public struct UnitEconomics: Sendable, Hashable {
  public let price: Decimal
  public let cost: Decimal
  /// Shares of the price, 0…1.
  public let fee: Double
  public let commission: Double
  /// Share of paid orders sent back, 0…1.
  public let returnRate: Double
  /// Amount an order that is kept leaves.
  public let kept: Decimal
  /// Amount an order that comes back costs; below zero.
  public let back: Decimal
  /// Amount a paid order leaves on average.
  public let contribution: Decimal
  /// The contribution as a share of the price.
  public let share: Double
  /// Price less cost, as a share of the price.
  public let margin: Double
  public let traffic: TrafficRates
  /// The most that advertising may cost an order, in the price's currency.
  public let maxCostPerOrder: Double
  /// What 1000 showings cost in the market; nil where the policy does not say.
  public let marketCPM: Double?
  /// Where the return rate comes from; nil when the catalogue has it.
  let assumedReturns: String?

  /// Turnover over advertising cost at which nothing is left; nil when an order loses money.
  public var breakEvenROAS: Double? { share > 0 ? 1 / share : nil }

  /// The most that advertising may cost a click.
  public var maxCostPerClick: Double { maxCostPerOrder * traffic.conversion.value }

  /// The most that advertising may cost 1000 showings.
  public var maxCostPerMille: Double { 1000 * traffic.click.value * maxCostPerClick }

  /// Turnover of 1000 showings.
  public var turnoverPerMille: Double {
    1000 * traffic.click.value * traffic.conversion.value * price.double
  }

  /// What 1000 showings may cost over what they do cost; from 1 it can be advertised.
  public var headroom: Double? { marketCPM.flatMap { $0 > 0 ? maxCostPerMille / $0 : nil } }

  /// Nil when the catalogue has no cost, or the policy no order costs in the price's currency.
  public init?(of product: Product, by policy: SelectionPolicy) {
    let price = product.price.amount
    guard price.isPrice, let cost = product.cost, cost == 0 || cost.isPrice,
      let order = policy.economics.orders[product.price.currency]
    else { return nil }
    self.price = price
    self.cost = cost
    fee = policy.economics.fee
    commission = product.commissionRate.flatMap(Self.share) ?? policy.economics.commission
    let known = product.returnRate.flatMap(Self.share)
    let ofCategory = policy.traffic.returnRates[product.category]
    returnRate = known ?? ofCategory ?? policy.economics.returnRate
    assumedReturns =
      known != nil ? nil : ofCategory == nil ? "return_rate" : "return_rates.\(product.category)"
    let returns = Decimal(exactly: returnRate)
    let fees = Decimal(exactly: fee) + Decimal(exactly: commission)
    kept = price * (1 - fees) - cost - order.shipOut - order.pack
    back = -(order.shipOut + order.shipBack) - Decimal(exactly: policy.economics.loss) * cost
    contribution = (1 - returns) * kept + returns * back
    share = (contribution / price).double
    margin = ((price - cost) / price).double
    traffic = TrafficRates(of: product, by: policy)
    let target = Decimal(exactly: policy.traffic.targetProfit) * price
    maxCostPerOrder = (contribution - target).double
    marketCPM = policy.traffic.marketCpm[product.price.currency]?.double
  }

  /// A rate that can be one.
  static func share(_ rate: Double) -> Double? { (0...1).contains(rate) ? rate : nil }
}

extension Decimal {
  /// The decimal digits a binary fraction was written with: 0.05 and not 0.05000000000000000277.
  init(exactly value: Double) {
    let thousandths = (value * 10_000).rounded()
    if abs(thousandths) < 1e12, thousandths / 10_000 == value {
      self = Decimal(Int(thousandths)) / 10_000
    } else {
      self = Decimal(string: "\(value)") ?? Decimal(value)
    }
  }

  /// Above zero and of a size that can be reckoned with; a figure beyond it is a fault of its file.
  var isPrice: Bool { isFinite && self >= Self.least && self <= Self.most }

  private static let least = Decimal(string: "0.0001")!
  private static let most = Decimal(1_000_000_000_000)

  var double: Double { (self as NSDecimalNumber).doubleValue }
}
