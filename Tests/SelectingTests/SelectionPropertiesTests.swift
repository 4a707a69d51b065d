import Foundation
import Model
import Selecting
import Testing

struct SelectionPropertiesTests {
  var policy: SelectionPolicy {
    var policy = Shop.policy
    policy.count = 20
    policy.perCategory = 9
    return policy
  }

  @Test(arguments: 1...8)
  func pointsAddUpToTheScore(seed: UInt64) {
    for item in SelectStage(policy: policy, effort: 1500).select(Shop.many(seed: seed)).selected {
      let hundredths = item.reasons.map { Int(($0.points * 100).rounded()) }.reduce(0, +)
      #expect(Double(hundredths) / 100 == item.score)
      #expect((0...100).contains(item.score))
      #expect((0...1).contains(item.confidence))
      #expect(item.counterfactual?.isEmpty == false)
    }
  }

  @Test(arguments: 1...8)
  func theOrderOfRowsDoesNotMatter(seed: UInt64) throws {
    let products = Shop.many(seed: seed)
    var dice = Dice(state: seed &+ 99)
    let stage = SelectStage(policy: policy, effort: 3000)
    #expect(
      try stage.select(products).encoded()
        == stage.select(products.shuffled(using: &dice)).encoded())
  }

  @Test(arguments: 1...8)
  func anotherUnitOfMoneyChangesNothing(seed: UInt64) throws {
    var hundredfold = policy
    hundredfold.economics.orders = policy.economics.orders.mapValues {
      .init(shipOut: $0.shipOut * 100, shipBack: $0.shipBack * 100, pack: $0.pack * 100)
    }
    let plain = SelectStage(policy: policy, effort: 1500).select(Shop.many(seed: seed))
    let scaled = SelectStage(policy: hundredfold, effort: 0).select(
      Shop.many(seed: seed, scale: 100))
    #expect(plain.selected.map(\.sku) == scaled.selected.map(\.sku))
    #expect(plain.selected.map(\.score) == scaled.selected.map(\.score))
    #expect(plain.selected.map(\.role) == scaled.selected.map(\.role))
    #expect(plain.rejected.map(\.sku) == scaled.rejected.map(\.sku))
  }

  @Test(arguments: 1...8)
  func everyProductIsEitherSelectedOrRejectedWithAReason(seed: UInt64) {
    let products = Shop.many(seed: seed)
    let selection = SelectStage(policy: policy, effort: 0).select(products)
    #expect(
      (selection.selected.map(\.sku) + selection.rejected.map(\.sku)).sorted()
        == products.map(\.sku).sorted())
    #expect(selection.selected.map(\.rank) == Array(1...selection.selected.count))
    for item in selection.rejected {
      #expect(!item.reason.isEmpty && item.value != nil && item.limit != nil)
    }
  }

  /// Scores of every product that passes the gates.
  private func scores(_ products: [Product]) -> [String: Double] {
    var wide = policy
    wide.count = 1000
    wide.perCategory = 1000
    wide.quotas.nearDuplicate = 1
    wide.weights = [
      "economics": 20, "demand": 10, "trend": 8, "conversion": 8, "content": 16, "headroom": 8,
      "competition": 6, "stock": 6, "rating": 6, "returns": 6, "newness": 6,
    ]
    wide.traffic.marketCpm = ["CNY": 20]
    wide.gates.contribution = -100_000
    let selection = SelectStage(policy: wide, effort: 0).select(products)
    return Dictionary(
      selection.selected.map { ($0.sku, $0.score) }
        + selection.rejected.compactMap { item in item.score.map { (item.sku, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  @Test(arguments: 1...3)
  func aBetterFigureNeverLowersARank(seed: UInt64) throws {
    let products = Shop.many(seed: seed)
    let before = scores(products)
    let changes: [(String, (inout Product) -> Void)] = [
      ("cost", { $0.cost = $0.cost.map { $0 * Decimal(string: "0.7")! } }),
      ("returns", { $0.returnRate = $0.returnRate.map { $0 / 2 } }),
      ("rating", { $0.rating = $0.rating.map { min(5, $0 + 0.4) } }),
      ("conversion", { $0.conversionRate = $0.conversionRate.map { min(1, $0 * 2) } }),
      ("competitors", { $0.competitors = $0.competitors.map { $0 / 3 } }),
      ("stock", { $0.stock = $0.stock.map { $0 * 3 } }),
      ("images", { $0.images += ["y.jpg", "z.jpg"] }),
      ("sales", { $0.sales7d = $0.sales7d.map { $0 + 9 } }),
    ]
    var dice = Dice(state: seed &* 77)
    for (name, change) in changes {
      let index = Int.random(in: products.indices, using: &dice)
      var after = products
      change(&after[index])
      let sku = products[index].sku
      guard let old = before[sku], let new = scores(after)[sku] else { continue }
      #expect(new >= old, "\(name) of \(sku)")
      let rank = { (scores: [String: Double], own: Double) in scores.values.count { $0 > own } }
      #expect(rank(scores(after), new) <= rank(before, old), "\(name) of \(sku)")
    }
  }

  @Test(arguments: 1...2)
  func aChangeThatIsPromisedHappens(seed: UInt64) throws {
    let products = Shop.many(seed: seed)
    let stage = SelectStage(policy: policy, effort: 3000)
    let selection = stage.select(products)
    let promises =
      selection.selected.map { ($0.sku, $0.change) }
      + selection.rejected.map { ($0.sku, $0.change) }
    for (sku, change) in promises.prefix(24) {
      guard let change, change.verified else { continue }
      var changed = products
      let index = try #require(products.firstIndex { $0.sku == sku })
      switch change.field {
      case "price": changed[index].price.amount = Decimal(string: "\(change.to)")!
      case "cost": changed[index].cost = Decimal(string: "\(change.to)")!
      case "commission_rate": changed[index].commissionRate = change.to
      case "return_rate": changed[index].returnRate = change.to
      case "stock": changed[index].stock = Int(change.to)
      default:
        changed[index].images += Array(repeating: "", count: Int(change.to - change.from))
      }
      let rank = stage.select(changed).selected.first { $0.sku == sku }?.rank
      #expect(rank == change.newRank, "\(sku): \(change)")
    }
  }
}
