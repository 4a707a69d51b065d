import Foundation
import Model
import Support

/// Legal policies of every kind, from a seed; extreme ones among them.
enum RandomPolicies {
  static func policy(seed: UInt64) -> SelectionPolicy {
    var dice = SeededGenerator(seed: seed)
    func pick<T>(_ values: [T]) -> T { values[Int.random(in: values.indices, using: &dice)] }
    func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &dice) < share }
    var policy = Shop.policy
    policy.count = pick([1, 2, 7, 12, 40, 100_000])
    policy.perCategory = pick([1, 3, 10, 100_000])
    policy.economics.fee = pick([0, 0.05, 0.3, 1])
    policy.economics.commission = pick([0, 0.2, 1])
    policy.economics.returnRate = pick([0, 0.15, 0.6, 1])
    policy.economics.loss = pick([0, 0.1, 1])
    policy.gates.contribution = pick([-1_000_000, -5, 0, 10, 1_000_000])
    policy.gates.stock = pick([0, 20, 500])
    policy.gates.rating = pick([0, 4, 5])
    policy.traffic.marketCpm = chance(0.5) ? ["CNY": pick([0, 1, 30, 1_000_000])] : [:]
    policy.traffic.clickRate = pick([0, 0.03, 1])
    policy.traffic.conversionRate = pick([0, 0.04, 1])
    policy.traffic.targetProfit = pick([0, 0.1, 1])
    policy.weights = weights(using: &dice)
    policy.evidence.shelf = pick([0, 8, 1_000_000])
    policy.evidence.clicks = pick([1, 200, 1_000_000_000])
    policy.evidence.videos = pick([0.1, 5, 1_000_000])
    policy.content.enough = chance(0.3) ? ["hooks": 0.01, "assets": 1_000_000] : [:]
    policy.content.sensoryWords = chance(0.5) ? ["帆布", "", "香"] : []
    policy.seasons = chance(0.5) ? [.init(name: "冬", months: [11, 12], words: ["帆布"])] : []
    policy.quotas.perSupplier = pick([1, 4, 100_000])
    policy.quotas.new = pick([0, 0, 3, 100_000])
    policy.quotas.newDays = pick([1, 30, 36_500])
    policy.quotas.nearDuplicate = pick([0.1, 0.6, 0.8, 1])
    policy.quotas.strict = chance(0.5)
    if chance(0.6) {
      policy.quotas.ladder = [
        "traffic": .init(least: pick([0, 0.3]), most: pick([0.3, 1])),
        "main": .init(least: 0, most: pick([0, 0.5, 1])),
        "profit": .init(least: pick([0, 0.2]), most: pick([0.2, 1])),
        "image": .init(least: 0, most: pick([0, 0.1])),
      ]
    }
    policy.shoot.budget = chance(0.4) ? pick([0, 30, 200, 1_000_000]) : nil
    policy.shoot.setup = pick([0, 3, 100_000])
    policy.shoot.categories = ["shoes": .init(perShot: pick([0, 7]), shots: pick([0, 9]))]
    return policy
  }

  private static func weights(using dice: inout SeededGenerator) -> [String: Double] {
    var left = 100
    var weights: [String: Double] = [:]
    for name in SelectionPolicy.criteria.shuffled(using: &dice) {
      let share = Bool.random(using: &dice) ? Int.random(in: 0...left, using: &dice) : 0
      weights[name] = Double(share)
      left -= share
    }
    weights["content", default: 0] += Double(left)
    return weights
  }
}
