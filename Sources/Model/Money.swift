public import Foundation

/// An amount in a currency, exact to the last decimal.
public struct Money: Sendable, Codable, Hashable {
  public var amount: Decimal
  /// ISO 4217, for example `CNY`.
  public var currency: String

  public init(_ amount: Decimal, _ currency: String) {
    self.amount = amount
    self.currency = currency
  }
}

extension Money: CustomStringConvertible {
  /// As a price tag says it: `¥39.9`, `$19.99`, `39.9 SEK`.
  public var description: String {
    let signs = ["CNY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "JPY": "JP¥"]
    guard let sign = signs[currency] else { return "\(plainAmount) \(currency)" }
    return sign + plainAmount
  }

  /// The digits alone: no trailing zeros in yuan, two places in western currencies with cents.
  public var plainAmount: String {
    let plain = "\(amount)"
    guard currency != "CNY", currency != "JPY", let point = plain.firstIndex(of: ".") else {
      return plain
    }
    return plain[point...].count == 2 ? plain + "0" : plain
  }
}
