import Foundation
import Model
import Presets

/// Made-up catalogues with known truth.
enum Shop {
  static let policy = SelectionPolicy(
    name: "test", count: 10, perCategory: 10,
    economics: .init(
      fee: 0.05, commission: 0, returnRate: 0.15, loss: 0.1,
      orders: ["CNY": .init(shipOut: 6, shipBack: 8, pack: 0)]),
    gates: .init(
      contribution: 0, stock: 20, coverDays: 7, rating: 4, facts: 1,
      bannedCategories: ["beauty"]),
    weights: [
      "economics": 30, "demand": 16, "trend": 10, "content": 26, "rating": 8, "returns": 5,
      "stock": 5,
    ])

  static func product(
    _ sku: String, price: Decimal = 100, cost: Decimal? = 40, row: Int = 2,
    _ change: (inout Product) -> Void = { _ in }
  ) -> Product {
    var product = Product(
      sku: sku, title: "商品\(sku)", category: "bags", price: Money(price, "CNY"),
      source: Source(
        file: "c.csv", row: row,
        cells: [
          "price": "售价", "cost": "成本", "sales_7d": "近7天销量", "sales_28d": "近28天销量",
          "return_rate": "退货率", "stock": "库存", "rating": "评分",
        ]))
    product.cost = cost
    product.stock = 500
    product.sales7d = 50
    product.sales28d = 200
    product.rating = 4.8
    product.returnRate = 0.1
    product.attributes = ["面料": "帆布", "容量": "15L"]
    product.sellingPoints = ["自重 480g"]
    product.images = ["a.jpg", "b.jpg"]
    change(&product)
    return product
  }

  /// A hundred products in three categories, with holes, from a seed.
  static func many(seed: UInt64, scale: Decimal = 1) -> [Product] {
    var dice = Dice(state: seed)
    return (0..<100).map { index in
      let price = Decimal(Int.random(in: 10...400, using: &dice))
      let cost = price * Decimal(Int.random(in: 10...70, using: &dice)) / 100
      let sold = Int.random(in: 0...300, using: &dice)
      let flags = Int.random(in: 0..<64, using: &dice)
      return product(
        "S\(index)", price: price * scale, cost: flags & 1 == 0 ? cost * scale : nil, row: index + 2
      ) {
        $0.category = ["bags", "shoes", "snacks"][index % 3]
        $0.sales7d = flags & 2 == 0 ? sold : nil
        $0.sales28d = sold * 4 + flags
        $0.stock = flags & 4 == 0 ? 10 + sold * 8 : nil
        $0.rating = flags & 8 == 0 ? 3.8 + Double(flags % 12) / 10 : nil
        $0.returnRate = flags & 16 == 0 ? Double(flags) / 200 : nil
        $0.supplier = ["甲厂", "乙厂", "丙厂", nil][flags % 4]
        $0.launched = flags & 32 == 0 ? "2026-\(10 + flags % 2)-0\(1 + flags % 9)" : nil
        $0.competitors = flags % 5 == 0 ? nil : flags * 3
        $0.conversionRate = flags % 3 == 0 ? Double(1 + flags) / 900 : nil
        $0.parentSku = index % 11 == 0 ? "P\(index % 3)" : nil
        $0.scenes = [["通勤"], ["露营"], []][flags % 3]
        if flags % 7 == 1 {
          $0.results = PastResults(rows: 1 + flags % 6)
          $0.results?.impressions = 4000 + sold * 10
          $0.results?.clicks = 100 + sold
          $0.results?.orders = sold / 10
          $0.results?.revenue = price * scale * Decimal(sold / 10)
        }
        $0.images = Array(repeating: "x.jpg", count: flags % 7)
        if index % 17 == 0 {
          $0.team = TeamDecision()
          $0.team?.priority = flags % 3
        }
      }
    }
  }
}

/// A small generator, so that every run sees the same catalogues.
struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 11) &* 0x9E37_79B9_7F4A_7C15
  }
}
