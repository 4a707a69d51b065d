public import Foundation

/// What an import has changed in the catalogue that was there before.
public struct CatalogueChanges: Artefact, Equatable {
  public static let schema = "changes/1"

  /// SKUs that were not there, and that are no longer.
  public var new: [String]
  public var gone: [String]
  public var prices: [Price]
  public var stocks: [Stock]
  /// SKUs of which something else has changed.
  public var other: [String]

  public struct Price: Sendable, Codable, Hashable {
    public var sku: String
    public var from: Money
    public var to: Money

    public init(sku: String, from: Money, to: Money) {
      self.sku = sku
      self.from = from
      self.to = to
    }
  }

  public struct Stock: Sendable, Codable, Hashable {
    public var sku: String
    /// Nil where the file did not say.
    public var from: Int?
    public var to: Int?

    public init(sku: String, from: Int?, to: Int?) {
      self.sku = sku
      self.from = from
      self.to = to
    }
  }

  public init() {
    new = []
    gone = []
    prices = []
    stocks = []
    other = []
  }

  public var isEmpty: Bool {
    new.isEmpty && gone.isEmpty && prices.isEmpty && stocks.isEmpty && other.isEmpty
  }
}
