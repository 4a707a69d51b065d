import Foundation
import Model
import Selecting
import Testing

struct SelectStageTests {
  let stage = SelectStage(policy: Shop.policy)

  func gate(_ change: (inout Product) -> Void) -> RejectedProduct? {
    stage.select([Shop.product("1", change)]).rejected.first
  }

  @Test func eachGateNamesValueAndLimit() {
    let cases: [(String, String, String, (inout Product) -> Void)] = [
      ("price", "0", "> 0", { $0.price.amount = 0 }),
      ("category", "beauty", "beauty", { $0.category = "beauty" }),
      ("contribution", "-21.4", "≥ 0", { $0.cost = 110 }),
      ("stock", "19", "≥ 20", { $0.stock = 19 }),
      ("cover_days", "3.5", "≥ 7", { $0.sales7d = 1000 }),
      ("rating", "3.9", "≥ 4", { $0.rating = 3.9 }),
      (
        "facts", "0", "≥ 1",
        {
          $0.attributes = [:]
          $0.sellingPoints = [" "]
        }
      ),
      (
        "team", "no", "c.csv:2",
        {
          $0.team = TeamDecision()
          $0.team?.selected = false
        }
      ),
    ]
    for (name, value, limit, change) in cases {
      let rejected = gate(change)
      #expect(rejected?.gate == name)
      #expect(rejected?.value == value, "\(name)")
      #expect(rejected?.limit == limit, "\(name)")
      #expect(rejected?.reason.isEmpty == false)
    }
  }

  @Test func aGateStopsWhatTheTeamWantsToo() {
    let rejected = gate {
      $0.stock = 1
      $0.team = TeamDecision()
      $0.team?.selected = true
    }
    #expect(rejected?.reason == "库存只有 1 件；团队已选定，改好数据或放宽关卡后入选")
  }

  @Test func aGateWithoutItsFigureIsNotApplied() throws {
    let bare = Shop.product("1", cost: nil) {
      $0.stock = nil
      $0.rating = nil
      $0.sales7d = nil
      $0.returnRate = nil
    }
    let selection = stage.select([bare, Shop.product("2")])
    let item = try #require(selection.selected.first { $0.sku == "1" })
    #expect(item.confidence == 0.26)
    let economics = try #require(item.reasons.first { $0.criterion == "economics" })
    #expect(economics.value == nil)
    #expect(economics.points == 15)
    #expect(economics.source == "c.csv:2 缺 cost")
  }

  @Test func anAssumedReturnRateLowersConfidence() {
    let known = stage.select([Shop.product("1")]).selected[0]
    let assumed = stage.select([Shop.product("1") { $0.returnRate = nil }]).selected[0]
    #expect(known.confidence == 1)
    #expect(assumed.confidence == 0.88)
    #expect(assumed.reasons[0].source.contains("policy return_rate 0.15"))
  }

  @Test func reasonsCarryValueMedianAndCell() throws {
    let products = [10, 30, 80].map { (sold: Int) in Shop.product("\(sold)") { $0.sales7d = sold } }
    let item = try #require(stage.select(products).selected.first { $0.sku == "80" })
    let demand = try #require(item.reasons.first { $0.criterion == "demand" })
    #expect(demand.value == 80)
    #expect(demand.median == 30)
    #expect(demand.source == "c.csv:2 近7天销量")
    #expect(demand.points == 13.33)
  }

  @Test func theMedianEarnsHalfThePoints() throws {
    let products = [10, 30, 80].map { (sold: Int) in Shop.product("\(sold)") { $0.sales7d = sold } }
    let item = try #require(stage.select(products).selected.first { $0.sku == "30" })
    #expect(item.reasons.first { $0.criterion == "demand" }?.points == 8)
    #expect(item.score == 50)
  }

  @Test func theTeamsChoicesGoFirstByPriority() {
    let products = (1...6).map { index in
      Shop.product("\(index)") {
        $0.sales7d = index
        if index <= 3 {
          $0.team = TeamDecision()
          $0.team?.selected = index == 3 ? true : nil
          $0.team?.priority = index == 3 ? nil : 3 - index
        }
      }
    }
    let selection = stage.select(products)
    #expect(selection.selected.map(\.sku).prefix(3) == ["2", "1", "3"])
    #expect(selection.selected.map(\.role).prefix(3) == ["team", "team", "team"])
    #expect(selection.selected[0].counterfactual?.hasPrefix("由团队选定；只按得分排第") == true)
  }

  @Test func quotasTurnTheRestAwayWithReasons() {
    var policy = Shop.policy
    policy.count = 3
    policy.perCategory = 2
    let products =
      (1...4).map { index in Shop.product("b\(index)") { $0.sales7d = 50 + index } }
      + (1...2).map { index in
        Shop.product("s\(index)") {
          $0.category = "shoes"
          $0.sales7d = 50 + index
        }
      }
    let selection = SelectStage(policy: policy).select(products)
    #expect(selection.selected.count == 3)
    #expect(selection.selected.count { $0.sku.hasPrefix("b") } == 2)
    #expect(selection.rejected.map(\.sku).sorted() == ["b1", "b2", "s1"])
    #expect(selection.rejected.allSatisfy { $0.gate == nil && $0.value != nil && $0.limit != nil })
  }

  @Test func oneOfAListingIsEnough() {
    let products = ["a", "b"].map { sku in Shop.product(sku) { $0.parentSku = "p" } }
    let selection = stage.select(products)
    #expect(selection.selected.map(\.sku) == ["a"])
    #expect(selection.rejected.first?.limit == "a")
  }

  @Test func aSkuThatStandsTwiceIsTakenOnce() {
    let selection = stage.select([Shop.product("a", row: 9), Shop.product("a", price: 90, row: 3)])
    #expect(selection.selected.count == 1)
    #expect(selection.rejected.map(\.gate) == ["duplicate"])
    #expect(selection.rejected[0].value == "c.csv:9")
    #expect(selection.rejected[0].limit == "c.csv:3")
  }

  @Test func rolesFollowPriceAndMargin() {
    let products = [20, 60, 60, 60, 60, 60, 60, 60, 60, 300].enumerated().map { index, price in
      Shop.product("\(index)", price: Decimal(price), cost: index == 4 ? 10 : Decimal(price) * 0.6)
    }
    let roles = Dictionary(
      uniqueKeysWithValues: SelectStage(policy: Shop.policy).select(products).selected.map {
        ($0.sku, $0.role)
      })
    #expect(roles["1"] == "main")
    #expect(roles["4"] == "profit")
    #expect(roles["9"] == "image")
  }

  @Test func aCounterfactualSaysWhatWouldMoveIt() throws {
    let products = [10, 30, 80].map { (sold: Int) in
      Shop.product("\(sold)") {
        $0.sales7d = sold
        $0.sales28d = sold * 4
      }
    }
    let items = stage.select(products).selected
    #expect(items[2].counterfactual == "若退货率由 10 % 变为 8 %，名次由第 3 升到第 1")
    let change = try #require(items[2].change)
    let changed = products.map { product in
      var product = product
      if product.sku == items[2].sku { product.returnRate = change.to }
      return product
    }
    #expect(stage.select(changed).selected.first?.sku == items[2].sku)
    #expect(change.verified && change.newRank == 1)
    #expect(items[0].counterfactual == "已是第 1 名")
  }

  @Test func moreSalesNeverLowerAScore() {
    for sold in [0, 20, 60, 200, 10_000] {
      let others = (1...9).map { index in Shop.product("o\(index)") { $0.sales7d = index * 10 } }
      let make = { (count: Int) in
        stageWithoutCover.select(others + [Shop.product("x") { $0.sales7d = count }]).selected
          .first { $0.sku == "x" }?.reasons.first { $0.criterion == "demand" }?.points ?? -1
      }
      #expect(make(sold) <= make(sold + 7))
    }
  }

  var stageWithoutCover: SelectStage {
    var policy = Shop.policy
    policy.gates.coverDays = 0
    policy.gates.stock = 0
    return SelectStage(policy: policy)
  }

  @Test func hostileFiguresDoNotCrash() {
    let product = Shop.product("x") {
      $0.sales7d = .max
      $0.sales28d = .min
      $0.stock = .max
      $0.rating = .infinity
      $0.returnRate = -.infinity
      $0.cost = .greatestFiniteMagnitude
      $0.price.amount = .leastNonzeroMagnitude
    }
    let selection = stageWithoutCover.select([product, Shop.product("y")])
    #expect(selection.selected.count + selection.rejected.count == 2)
    #expect(throws: Never.self) { try selection.encoded() }
  }
}
