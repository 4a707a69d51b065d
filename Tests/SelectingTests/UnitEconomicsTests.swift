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
    let economics = try #require(UnitEconomics(of: product, by: Shop.policy))
    #expect(economics.kept == Decimal(string: "52.2"))
    #expect(economics.back == Decimal(string: "-18.5"))
    #expect(economics.contribution == Decimal(string: "27.455"))
    #expect(abs(try #require(economics.breakEvenROAS) - 4.70) < 0.005)
    #expect(abs(economics.maxCostPerOrder - 27.455) < 1e-9)
    #expect(abs(economics.maxCostPerClick - 1.0982) < 1e-9)
    #expect(economics.maxCostPerMille.rounded() == 33)
    #expect(economics.turnoverPerMille.rounded() == 155)
    #expect(economics.headroom == nil)
  }

  @Test func aTargetProfitAndTheMarketSetTheHeadroom() throws {
    var policy = Shop.policy
    policy.traffic.targetProfit = 0.1
    policy.traffic.marketCpm = ["CNY": 10]
    let product = Shop.product("1", price: 129, cost: 45) {
      $0.commissionRate = 0.15
      $0.returnRate = 0.35
    }
    let economics = try #require(UnitEconomics(of: product, by: policy))
    #expect(abs(economics.maxCostPerOrder - 14.555) < 1e-9)
    #expect(abs(try #require(economics.headroom) - 1.7466) < 1e-9)
  }

  @Test func ratesComeFromTheCatalogueThenResultsThenThePolicy() {
    let policy = Shop.policy
    let rates = { (change: (inout Product) -> Void) in
      TrafficRates(of: Shop.product("1", change), by: policy)
    }
    #expect(rates { _ in }.click.origin == .policy)
    #expect(rates { _ in }.conversion.value == 0.04)
    let own = rates {
      $0.clickRate = 0.05
      $0.conversionRate = 0.1
    }
    #expect(own.click.value == 0.05 && own.click.origin == .catalogue)
    #expect(own.conversion.value == 0.1 && own.conversion.certainty == 1)
    let past = rates {
      $0.results = PastResults(rows: 4)
      $0.results?.impressions = 100_000
      $0.results?.clicks = 1800
      $0.results?.orders = 152
    }
    // (152 + 200 · 0.04) / (1800 + 200)
    #expect(past.conversion.value == 0.08)
    #expect(past.conversion.certainty == 0.9)
    #expect(past.conversion.formula == "(152 + 8) / (1800 + 200)")
    #expect(past.click.origin == .results)
    let impossible = rates {
      $0.clickRate = 4
      $0.results = PastResults(rows: 1)
      $0.results?.impressions = 10
      $0.results?.clicks = 11
    }
    #expect(impossible.click.origin == .policy)
  }

  @Test func aCategoryHasItsOwnReturnRate() throws {
    var policy = Shop.policy
    policy.traffic.returnRates = ["bags": 0.5]
    let economics = try #require(
      UnitEconomics(of: Shop.product("1") { $0.returnRate = nil }, by: policy))
    #expect(economics.returnRate == 0.5)
  }

  @Test func withoutCostOrOrderCostsItIsUnknown() {
    let economics = Shop.policy
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
    let economics = try #require(UnitEconomics(of: product, by: Shop.policy))
    #expect(economics.kept == Decimal(string: "71.55"))
  }

  @Test func anOrderThatLosesMoneyHasNoBreakEven() throws {
    let product = Shop.product("1", price: 20, cost: 19)
    let economics = try #require(UnitEconomics(of: product, by: Shop.policy))
    #expect(economics.contribution < 0)
    #expect(economics.breakEvenROAS == nil)
  }
}
