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

  @Test(arguments: 1...12)
  func pointsAddUpToTheScore(seed: UInt64) {
    for item in SelectStage(policy: policy).select(Shop.many(seed: seed)).selected {
      let hundredths = item.reasons.map { Int(($0.points * 100).rounded()) }.reduce(0, +)
      #expect(Double(hundredths) / 100 == item.score)
      #expect((0...100).contains(item.score))
      #expect((0...1).contains(item.confidence))
      #expect(item.counterfactual?.isEmpty == false)
    }
  }

  @Test(arguments: 1...12)
  func theOrderOfRowsDoesNotMatter(seed: UInt64) throws {
    let products = Shop.many(seed: seed)
    var dice = Dice(state: seed &+ 99)
    let stage = SelectStage(policy: policy)
    #expect(
      try stage.select(products).encoded()
        == stage.select(products.shuffled(using: &dice)).encoded())
  }

  @Test(arguments: 1...12)
  func anotherUnitOfMoneyChangesNothing(seed: UInt64) throws {
    var hundredfold = policy
    hundredfold.economics.orders = policy.economics.orders.mapValues {
      .init(shipOut: $0.shipOut * 100, shipBack: $0.shipBack * 100, pack: $0.pack * 100)
    }
    let plain = SelectStage(policy: policy).select(Shop.many(seed: seed))
    let scaled = SelectStage(policy: hundredfold).select(Shop.many(seed: seed, scale: 100))
    #expect(plain.selected.map(\.sku) == scaled.selected.map(\.sku))
    #expect(plain.selected.map(\.score) == scaled.selected.map(\.score))
    #expect(plain.selected.map(\.role) == scaled.selected.map(\.role))
    #expect(plain.rejected.map(\.sku) == scaled.rejected.map(\.sku))
  }

  @Test(arguments: 1...12)
  func everyProductIsEitherSelectedOrRejectedWithAReason(seed: UInt64) {
    let products = Shop.many(seed: seed)
    let selection = SelectStage(policy: policy).select(products)
    #expect(
      (selection.selected.map(\.sku) + selection.rejected.map(\.sku)).sorted()
        == products.map(\.sku).sorted())
    #expect(selection.selected.map(\.rank) == Array(1...selection.selected.count))
    for item in selection.rejected {
      #expect(!item.reason.isEmpty && item.value != nil && item.limit != nil)
    }
  }
}
