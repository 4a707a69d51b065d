public import Foundation
public import Model

/// What a paid order leaves, returns counted.
public struct UnitEconomics: Sendable, Hashable {
  /// Amount an order that is kept leaves.
  public let kept: Decimal
  /// Amount an order that comes back costs; below zero.
  public let back: Decimal
  /// Amount a paid order leaves on average.
  public let contribution: Decimal
  /// The contribution as a share of the price.
  public let share: Double

  /// Turnover over advertising cost at which nothing is left; nil when an order loses money.
  public var breakEvenROAS: Double? { share > 0 ? 1 / share : nil }

  /// Nil when the catalogue has no cost, or the policy no order costs in the price's currency.
  public init?(of product: Product, by policy: SelectionPolicy.Economics) {
    let price = product.price.amount
    guard price.isPrice, let cost = product.cost, cost == 0 || cost.isPrice,
      let order = policy.orders[product.price.currency]
    else { return nil }
    let commission = product.commissionRate.flatMap(Self.share) ?? policy.commission
    let returns = Decimal(exactly: product.returnRate.flatMap(Self.share) ?? policy.returnRate)
    let fees = Decimal(exactly: policy.fee) + Decimal(exactly: commission)
    kept = price * (1 - fees) - cost - order.shipOut - order.pack
    back = -(order.shipOut + order.shipBack) - Decimal(exactly: policy.loss) * cost
    contribution = (1 - returns) * kept + returns * back
    share = (contribution / price).double
  }

  /// A rate that can be one.
  static func share(_ rate: Double) -> Double? { (0...1).contains(rate) ? rate : nil }
}

extension Decimal {
  /// The decimal digits a binary fraction was written with: 0.05 and not 0.05000000000000000277.
  fileprivate init(exactly value: Double) { self = Decimal(string: "\(value)") ?? Decimal(value) }

  /// Above zero and of a size that can be reckoned with; a figure beyond it is a fault of its file.
  var isPrice: Bool { isFinite && self >= Self.least && self <= Self.most }

  private static let least = Decimal(string: "0.0001")!
  private static let most = Decimal(1_000_000_000_000)

  var double: Double { (self as NSDecimalNumber).doubleValue }
}
