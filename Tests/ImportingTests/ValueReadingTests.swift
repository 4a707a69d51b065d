import Diagnostics
import Foundation
import Model
import Testing

struct ValueReadingTests {
  @Test(arguments: [
    ("59.90", "59.9", "CNY"), ("¥59.90", "59.9", "CNY"), ("￥５９．９０", "59.9", "CNY"),
    ("59.9元", "59.9", "CNY"), ("59.9元起", "59.9", "CNY"), ("$19.99", "19.99", "USD"),
    ("15.00 USD", "15", "USD"), ("EUR 1.234,50", "1234.5", "EUR"), ("1,299.00", "1299", "CNY"),
    ("39,90", "39.9", "CNY"), ("1,299", "1299", "CNY"), ("¥59.90-¥69.90", "59.9", "CNY"),
    ("69.9～59.9", "59.9", "CNY"), ("1.2万", "12000", "CNY"), ("券后39", "39", "CNY"),
    ("59.9 元/件", "59.9", "CNY"),
  ])
  func aPriceIsReadAsPeopleWriteIt(_ cell: String, _ amount: String, _ currency: String) {
    let catalogue = Shipped.run("商家编码\t商品名称\t售价\nA\t杯子\t\(cell)\n")
    #expect(catalogue.products.first?.price.amount == Decimal(string: amount), "\(catalogue.lines)")
    #expect(catalogue.products.first?.price.currency == currency)
  }

  @Test(arguments: [
    ("", "missing"), ("--", "missing"), ("—", "missing"), ("无", "missing"), ("0", "is 0"),
    ("0.00", "is 0"), ("-5", "below 0"), ("面议", "'面议' is no amount"),
    ("2026-06-01", "is no amount"), ("1.2.3.4", "is no amount"), ("999999999999", "above"),
    ("1e99", "is no amount"), ("12345678901234567890123456789", "is no amount"),
  ])
  func aPriceThatIsNoneLeavesTheRowOutAndIsNamed(_ cell: String, _ reason: String) {
    let catalogue = Shipped.run("商家编码\t商品名称\t售价\nA\t杯子\t\(cell)\nB\t碗\t9\n")
    #expect(catalogue.products.map(\.sku) == ["B"])
    let problem = catalogue.problems.first {
      $0.row == 2 && $0.severity == .error && $0.message.contains(reason)
    }
    #expect(problem?.column == "售价", "\(catalogue.lines)")
  }

  @Test func theUpperEndOfARangeIsNoted() {
    let catalogue = Shipped.run("商家编码,商品名称,售价\nA,杯子,¥59.90-¥69.90\n")
    #expect(catalogue.says("the lowest price 59.9 is taken, the highest is 69.9", row: 2))
  }

  @Test(arguments: [
    ("3256", 3256), ("1,204", 1204), ("1.2万", 12_000), ("1.2万+", 12_000), ("3.4w", 34_000),
    ("500+", 500), ("１２", 12), ("月销 300+", 300), ("2千", 2_000),
  ])
  func aCountIsReadAsPeopleWriteIt(_ cell: String, _ count: Int) {
    let catalogue = Shipped.run("商家编码\t商品名称\t售价\t月销量\nA\t杯子\t9\t\(cell)\n")
    #expect(catalogue.products.first?.sales28d == count, "\(catalogue.lines)")
  }

  @Test(arguments: [
    ("佣金率", ["20.00%"], [0.2]), ("佣金率", ["0.2", "0.15"], [0.2, 0.15]),
    ("佣金率", ["20", "8.5"], [0.2, 0.085]), ("收入比率(%)", ["20.00%", "8.5"], [0.2, 0.085]),
    ("commission_rate", ["12"], [0.12]), ("佣金比例", ["1", "0.3"], [1, 0.3]),
  ])
  func aRateIsReadAsItsWholeColumnIs(_ header: String, _ cells: [String], _ shares: [Double]) {
    let rows = cells.enumerated().map { "S\($0),杯子\($0),9,\($1)\n" }.joined()
    let catalogue = Shipped.run("商家编码,商品名称,售价,\(header)\n" + rows)
    #expect(catalogue.products.compactMap(\.commissionRate) == shares)
    let bare = cells.contains { !$0.contains("%") }
    #expect(catalogue.says("numbers without % are read as") == bare)
  }

  @Test func valuesOutOfTheirRangeAreNamedAndNotTaken() {
    let catalogue = Shipped.run(
      """
      商家编码,商品名称,售价,成本,库存,近7天销量,评分,退货率,佣金率
      A,杯子,9,-3,-5,-1,9,120%,很多

      """)
    let product = catalogue.product("A")
    #expect(product?.stock == 0)
    #expect(product?.cost == nil && product?.sales7d == nil && product?.rating == nil)
    #expect(product?.returnRate == nil && product?.commissionRate == nil)
    let columns = Set(catalogue.problems.filter { $0.severity == .warning }.compactMap(\.column))
    #expect(columns == ["成本", "库存", "近7天销量", "评分", "退货率", "佣金率"])
  }

  @Test func wordsForNothingAreNothing() {
    let catalogue = Shipped.run(
      "商家编码,商品名称,售价,库存,品牌,卖点,面料\nA,杯子,9,--,无,—,-\n")
    let product = catalogue.product("A")
    #expect(product?.stock == nil && product?.brand == nil)
    #expect(product?.sellingPoints == [] && product?.attributes == [:])
    #expect(!catalogue.problems.contains { $0.severity >= .warning }, "\(catalogue.lines)")
  }

  @Test func aSalePriceIsThePriceAndTheOtherIsWhatItIsComparedWith() {
    let catalogue = Shipped.run(
      "sku,title,price,sale_price\nA,Cup,20.00 USD,15.00 USD\nB,Bowl,20.00 USD,25 USD\n")
    #expect(catalogue.product("A")?.price == Money(15, "USD"))
    #expect(catalogue.product("A")?.referencePrice == ReferencePrice(amount: 20))
    #expect(catalogue.product("B")?.price == Money(20, "USD"))
    #expect(catalogue.says("the sale price is above the price", row: 3))
  }
}
