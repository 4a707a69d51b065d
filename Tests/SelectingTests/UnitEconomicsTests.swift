import Foundation
import Model
import Selecting
import Testing

struct UnitEconomicsTests {
  @Test func theWorkedExampleComesOut() throws {
    let product = Shop.product("1", price: 129, cost: 45) {
      $0.commissionRate = 0.15
      $0.returnRate = 0.35
    }
    let economics = try #require(UnitEconomics(of: product, by: Shop.policy.economics))
    #expect(economics.kept == Decimal(string: "52.2"))
    #expect(economics.back == Decimal(string: "-18.5"))
    #expect(economics.contribution == Decimal(string: "27.455"))
    #expect(abs(try #require(economics.breakEvenROAS) - 4.70) < 0.005)
  }

  @Test func withoutCostOrOrderCostsItIsUnknown() {
    let economics = Shop.policy.economics
    #expect(UnitEconomics(of: Shop.product("1", cost: nil), by: economics) == nil)
    #expect(UnitEconomics(of: Shop.product("1", price: 0), by: economics) == nil)
    #expect(UnitEconomics(of: Shop.product("1", price: .nan), by: economics) == nil)
    let dollars = Shop.product("1") { $0.price = Money(20, "USD") }
    #expect(UnitEconomics(of: dollars, by: economics) == nil)
  }

  @Test func ratesThatCannotBeAreNotUsed() throws {
    let product = Shop.product("1", price: 129, cost: 45) {
      $0.commissionRate = 15
      $0.returnRate = .nan
    }
    let economics = try #require(UnitEconomics(of: product, by: Shop.policy.economics))
    #expect(economics.kept == Decimal(string: "71.55"))
  }

  @Test func anOrderThatLosesMoneyHasNoBreakEven() throws {
    let product = Shop.product("1", price: 20, cost: 19)
    let economics = try #require(UnitEconomics(of: product, by: Shop.policy.economics))
    #expect(economics.contribution < 0)
    #expect(economics.breakEvenROAS == nil)
  }
}
