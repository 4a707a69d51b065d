import Foundation
import Importing
import Model
import Testing

struct TwoLevelHeaderTests {
  private func columns(_ above: [String], _ below: [String]) -> [ColumnReport.Column] {
    ColumnReader(rules: Shipped.rules).read(
      file: "f.csv", headers: [above, below], rows: [["A", "杯", "3", "9", "1", "2"]]
    ).sheet.columns
  }

  @Test(arguments: [
    ["店铺款式编码", "商品名称", "商品销售数据", "", "退款数据", ""],
    ["店铺款式编码", "商品名称", "商品销售数据", "商品销售数据", "退款数据", "退款数据"],
    ["", "", "商品销售数据", "", "退款数据", ""],
  ])
  func aGroupNamesItsLeaves(_ above: [String]) {
    let below =
      above[0].isEmpty
      ? ["店铺款式编码", "商品名称", "数量", "金额", "数量", "金额"] : ["", "", "数量", "金额", "数量", "金额"]
    let found = columns(above, below)
    #expect(
      found.map(\.header) == [
        "店铺款式编码", "商品名称", "商品销售数据-数量", "商品销售数据-金额", "退款数据-数量", "退款数据-金额",
      ])
    #expect(
      found.prefix(5).map(\.meaning.field) == [
        .sku, .title, .soldQuantity, .ignored, .returnedQuantity,
      ])
    #expect(found[2].by == .twoLevels)
  }

  @Test func aReportOfTwoLevelsIsImported() {
    let catalogue = Shipped.run(
      """
      利润表
      店铺款式编码,商品名称,售价,商品销售数据,,退款数据,
      ,,,数量,成本,数量,金额
      合计,,,100,2000,10,300
      A,杯,59,"1,000",20000,100,--

      """)
    let product = catalogue.product("A")
    #expect(catalogue.products.count == 1, "\(catalogue.lines)")
    #expect(product?.cost == 20 && product?.returnRate == 0.1 && product?.stock == nil)
    #expect(product?.source.cells["cost"] == "商品销售数据-成本")
  }

  @Test func mergedCellsThatStandInEveryRowAreReadAlike() {
    let catalogue = Shipped.run(
      "商家编码,商品名称,商品名称,价格信息,价格信息,库存信息\n商家编码,商品名称,短标题,售价,成本,数量\nA,杯,小杯,59,20,7\n")
    let product = catalogue.product("A")
    #expect(product?.price.amount == 59 && product?.cost == 20, "\(catalogue.lines)")
    #expect(product?.stock == 7)
  }

  @Test func anUnknownGroupKeepsItsCountsFromBeingStock() {
    let found = columns(["商家编码", "商品名称", "门店甲", "", "", ""], ["", "", "数量", "金额", "颜色", ""])
    #expect(found[2].meaning == .init(attribute: "门店甲-数量"))
    #expect(found[4].meaning == .init(attribute: "门店甲-颜色"))
  }

  @Test(arguments: [
    "sku,title,price,images,,\nA,Cup,9,a.jpg,b.jpg,c.jpg\n", "sku,title,price\nA,Cup,9\n",
    "sku,title,,price\nA,Cup,red,9\n", "商品列表,,\nsku,title,price\nA,Cup,9\n",
    "商品名称,售价,卖点,\n杯,9,轻,稳\n",
  ])
  func aRowOfValuesIsNoHeader(_ text: String) {
    #expect(Shipped.run(text).products.count == 1, "\(Shipped.run(text).lines)")
  }

  @Test func flattenedNamesAreReadAlike() {
    let catalogue = Shipped.run(
      "基本信息-编码,基本信息-名称,价格信息-价格,退货数据-数量,商品销售数据-数量\nA,杯,59,3,30\n")
    let product = catalogue.product("A")
    #expect(product?.title == "杯" && product?.price.amount == 59, "\(catalogue.lines)")
    #expect(product?.stock == nil && product?.returnRate == 0.1)
  }

  @Test func aUnitInAHeaderGoesToTheValue() {
    let product = Shipped.run(
      "商家编码,商品名称,价格/USD,重量(kg),容量/L\nA,杯,5.9,0.48,1.5\n"
    ).product("A")
    #expect(product?.price == Money(5.9, "USD"))
    #expect(product?.quantities["重量(kg)"] == [Quantity(value: 480, unit: "g")])
    #expect(product?.quantities["容量/L"] == [Quantity(value: 1500, unit: "ml")])
  }
}
