import Foundation
public import Model

extension SelectionPolicy {
  /// Reads a `selection-policy/1` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource) throws {
    self = try source.read(schema: "selection-policy/1") { root in
      _ = root["note"].string("")
      return SelectionPolicy(
        name: root["name"].string(), count: root["count"].int(in: 1...100_000),
        perCategory: root["per_category"].int(100_000, in: 1...100_000),
        economics: Economics(reading: root["economics"]), gates: Gates(reading: root["gates"]),
        weights: SelectionPolicy.weights(reading: root["weights"]),
        roles: Roles(reading: root["roles"]), traffic: Traffic(reading: root["traffic"]),
        requirements: Requirements(reading: root["requirements"]),
        evidence: Evidence(reading: root["evidence"]), content: Content(reading: root["content"]),
        seasons: root["seasons"].items.map(Season.init(reading:)),
        quotas: Quotas(reading: root["quotas"]), shoot: Shoot(reading: root["shoot"]))
    }
  }

  private static func weights(reading node: PresetNode) -> [String: Double] {
    let legal = criteria.map { "'\($0)'" }.joined(separator: ", ")
    var weights: [String: Double] = [:]
    for (name, value) in node.entries {
      if !criteria.contains(name) {
        value.report("'\(value.path)' is no criterion; the criteria are: \(legal)")
      }
      weights[name] = value.double(in: 0...100)
    }
    let sum = weights.values.reduce(0, +)
    if abs(sum - 100) > 0.001 {
      node.report("the weights must add up to 100, found \((sum * 1000).rounded() / 1000)")
    }
    return weights
  }
}

extension SelectionPolicy.Economics {
  fileprivate init(reading node: PresetNode) {
    let orders = node["orders"]
    self.init(
      fee: node["fee"].double(in: 0...1), commission: node["commission"].double(in: 0...1),
      returnRate: node["return_rate"].double(in: 0...1), loss: node["loss"].double(in: 0...1),
      orders: Dictionary(
        orders.entries.map { currency, costs in
          if currency.count != 3 || !currency.allSatisfy({ $0.isASCII && $0.isUppercase }) {
            costs.report("'\(costs.path)' must be a currency such as 'CNY'")
          }
          return (currency, SelectionPolicy.OrderCosts(reading: costs))
        }, uniquingKeysWith: { $1 }))
    node.finish()
  }
}

extension SelectionPolicy.OrderCosts {
  fileprivate init(reading node: PresetNode) {
    self.init(
      shipOut: node["ship_out"].amount(), shipBack: node["ship_back"].amount(),
      pack: node["pack"].amount())
    node.finish()
  }
}

extension SelectionPolicy.Gates {
  fileprivate init(reading node: PresetNode) {
    self.init(
      contribution: node["contribution"].decimal(0), stock: node["stock"].int(0),
      coverDays: node["cover_days"].double(0, in: 0...3650),
      rating: node["rating"].double(0, in: 0...5), facts: node["facts"].int(0),
      bannedCategories: node["banned_categories"].strings())
    node.finish()
  }
}

extension SelectionPolicy.Roles {
  fileprivate init(reading node: PresetNode) {
    self.init(
      trafficPrice: node["traffic_price"].double(0.2, in: 0...1),
      imagePrice: node["image_price"].double(0.9, in: 0...1),
      profitMargin: node["profit_margin"].double(0.5, in: 0...1))
    node.finish()
  }
}

extension PresetNode {
  /// An amount of money that an order can cost.
  func amount() -> Decimal {
    let value = decimal()
    if value < 0 || value > 1_000_000 { report("'\(path)' must lie between 0 and 1000000") }
    return value
  }
}
