public import Foundation

/// What earlier videos of a product brought, summed over the rows of platform reports.
public struct PastResults: Sendable, Codable, Hashable {
  /// Rows that were summed; each is one video, or one video's day.
  public var rows: Int
  /// Times shown.
  public var impressions: Int?
  public var plays: Int?
  public var clicks: Int?
  public var orders: Int?
  /// Advertising cost and turnover, in the price's currency.
  public var spend: Decimal?
  public var revenue: Decimal?
  /// ISO date of the latest row.
  public var latest: String?

  public init(rows: Int) { self.rows = rows }
}
