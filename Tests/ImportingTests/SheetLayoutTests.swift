import Diagnostics
import Foundation
import Importing
import Model
import Testing

/// Sheets as teams and suppliers lay them out: rows that are no products, merged cells, prices of
/// other names.
struct SheetLayoutTests {
  private static let head = ["款号", "品名", "分类", "直播价", "市场价", "库存"]

  private static func row(_ code: String, _ price: String = "9") -> [String] {
    [code, "杯子\(code)", "厨具", price, "20", "5"]
  }

  @Test func headersAgainAndTitlesOfSectionsAreNoProducts() throws {
    var sheet = MadeSheet()
    sheet.rows = [
      ["上午场 10:00", "", "", "", "", ""], Self.head, Self.row("P1"), ["小计", "", "", "", "", "5"],
      ["下午场 14:00", "", "", "", "", ""], Self.head, Self.row("P2"),
      ["晚场", "", "", "", "", ""], Self.row("P3"), ["合计：3 款", "", "", "", "", ""],
    ]
    sheet.merges = ["A1:F1", "A5:F5"]
    let catalogue = try MadeSheet.run(sheet)
    #expect(catalogue.products.map(\.sku) == ["P1", "P2", "P3"])
    #expect(catalogue.faults.isEmpty, "\(catalogue.lines)")
    #expect(
      catalogue.says(
        "2 rows are no products and are left out: row 5 '下午场 14:00' (a heading), "
          + "row 8 '晚场' (a heading)", row: 5), "\(catalogue.lines)")
  }

  @Test(arguments: ["注：标红为库存不足 100 件", "备注: 含税", "制表：小周", "* 先问仓库", "Note: ask first"])
  func aRemarkBelowTheTableIsNoted(_ text: String) {
    let catalogue = Shipped.run(
      "序号,商家编码,商品名称,售价\n1,A,杯,9\n\n\(text),,,\n")
    #expect(catalogue.products.map(\.sku) == ["A"])
    #expect(catalogue.faults.isEmpty, "\(catalogue.lines)")
    #expect(catalogue.says("one row is no product and is left out", row: 4))
    #expect(catalogue.says("(a remark)"))
  }

  @Test func whatMayBeAProductIsNotTakenForAHeading() {
    for text in ["A2,,\n", ",碗,\n"] {
      let catalogue = Shipped.run("商家编码,商品名称,售价\nA,杯,9\n" + text)
      #expect(catalogue.faults.map(\.row).contains(3), "\(catalogue.lines)")
    }
    let starred = Shipped.run("商品名称,商家编码,售价\n* 特价杯,A,9\n")
    #expect(starred.products.map(\.sku) == ["A"], "a title may begin with a star")
  }

  @Test func rowsThatAreOnlyNumberedAreEmpty() {
    let catalogue = Shipped.run("序号,商家编码,商品名称,售价\n1,A,杯,9\n2,,,\n3,,,\n")
    #expect(catalogue.products.count == 1 && catalogue.faults.isEmpty, "\(catalogue.lines)")
  }

  @Test func helpRightBelowTheHeadersIsSkipped() {
    let catalogue = Shipped.run(
      """
      product_name,main_image,seller_sku,price,quantity
      Mandatory,Mandatory,Optional,Mandatory,Mandatory
      25 to 255 characters,At least 600 x 600,Your own code,Numbers only,0 to 99999
      Cup,https://img.example.com/1.jpg,A,9.5,3
      必填,选填,B,8,3

      """)
    #expect(catalogue.products.map(\.sku) == ["A", "B"], "a later row is a product's")
    #expect(catalogue.product("A")?.images == ["https://img.example.com/1.jpg"])
    #expect(catalogue.faults.isEmpty, "\(catalogue.lines)")
    #expect(catalogue.says("row 2 'Mandatory' (help for filling in), row 3", row: 2))
  }

  @Test func coloursUnderMergedCellsAreVariants() throws {
    var sheet = MadeSheet()
    sheet.rows = [
      ["图片", "款号", "商品名称", "颜色", "售价", "库存"], ["", "P1", "项链", "黑", "99", "10"],
      ["", "", "", "白", "99", "11"], ["", "", "", "蓝", "89", "12"],
      ["", "P2", "手链", "黑", "59", "4"],
    ]
    sheet.merges = ["B2:B4", "C2:C4"]
    let catalogue = try MadeSheet.run(sheet)
    let first = catalogue.product("P1")
    #expect(catalogue.products.map(\.sku) == ["P1", "P2"] && catalogue.faults.isEmpty)
    #expect(first?.stock == 33 && first?.variants.map(\.stock) == [10, 11, 12])
    #expect(first?.variants.map(\.options) == [["颜色": "黑"], ["颜色": "白"], ["颜色": "蓝"]])
    #expect(first?.variants.map(\.price) == [99, 99, 89] && first?.price.amount == 99)
    #expect(first?.attributes["颜色"] == "黑/白/蓝")
    #expect(catalogue.product("P2")?.stock == 4)
  }

  @Test(arguments: ["建议零售价", "RRP", "零售指导价"])
  func aRecommendedPriceIsThePriceWhereThereIsNoOther(_ header: String) {
    let alone = Shipped.run("货号,品名规格,供货价,\(header)\nA,杯,9.8,39.9\n")
    #expect(alone.product("A")?.price.amount == 39.9 && alone.product("A")?.cost == 9.8)
    #expect(alone.product("A")?.title == "杯")
    #expect(alone.says("no column holds a price but '\(header)'"), "\(alone.lines)")
    let beside = Shipped.run("货号,品名,售价,\(header)\nA,杯,29,39.9\n")
    #expect(beside.product("A")?.price.amount == 29)
    #expect(beside.product("A")?.referencePrice?.amount == 39.9)
  }

  @Test func aEuroInTheNumberFormatIsTheCurrency() throws {
    var sheet = MadeSheet()
    sheet.rows = [
      ["Price list 2026"], ["Art. No.", "Picture", "Description of goods", "EXW Cost", "RRP"],
      ["L1", "", "Linen Cover", "10", "25"],
    ]
    sheet.formats = [3: "#,##0.00\\ [$€-407]", 4: "#,##0.00\\ [$€-407]"]
    let catalogue = try MadeSheet.run(sheet)
    let product = catalogue.product("L1")
    #expect(product?.price == Money(25, "EUR") && product?.cost == 10, "\(catalogue.lines)")
    #expect(product?.title == "Linen Cover")
  }

  @Test func aSheetOfNamesAloneIsNoted() throws {
    var goods = MadeSheet()
    goods.rows = [["商家编码", "商品名称", "售价"], ["A", "纯棉短袖", "59"]]
    var chart = MadeSheet(name: "销量图")
    chart.rows = [["商品", "销量"], ["冰丝阔腿", "3"], ["法式碎花", "9"]]
    let catalogue = try MadeSheet.run(goods, chart)
    #expect(catalogue.products.count == 1 && catalogue.faults.isEmpty, "\(catalogue.lines)")
    #expect(catalogue.says("no other table has a product named as its 2 rows"))
    #expect(try MadeSheet.run(chart).faults.contains { $0.severity == .error })
  }

  @Test func anAddressInAFormulaOfATextFileIsRead() {
    let catalogue = Shipped.run(
      "sku,title,price,image,link\nA,Cup,9,\"=IMAGE(\"\"https://i.example.com/a.jpg\"\")\","
        + "\"=HYPERLINK(\"\"https://s.example.com/a\"\",\"\"open\"\")\"\n")
    #expect(catalogue.product("A")?.images == ["https://i.example.com/a.jpg"])
    #expect(catalogue.product("A")?.link == "https://s.example.com/a")
  }

  @Test func doubtfulCategoriesAreToldInOneNote() {
    let rows = (1...7).map { "N\($0),Blorp Zanzi \($0),9\n" }.joined()
    let many = Shipped.run("sku,title,price,currency\n" + rows.replacing(",9\n", with: ",9,USD\n"))
    #expect(many.notes.count == 1, "\(many.lines)")
    #expect(many.says("7 products are filed under a category that is none too sure: 'N1', 'N2', "))
    #expect(many.says("'N5' and 2 more; settle each"))
    #expect(many.says("'categories: {N1: general, N2: general"))
    let one = Shipped.run("sku,title,price,currency\nN1,Blorp Zanzi,9,USD\n")
    #expect(one.says("'N1' is filed under 'general'", row: 2), "\(one.lines)")
  }

  @Test func ratesSignsAndCodesOfAForeignFeedAreRead() {
    let catalogue = Shipped.run(
      "id,name,price,oldprice,currencyId,vendorCode\n900,Кружка,590,690,RUB,YM-2\n")
    let product = catalogue.product("YM-2")
    #expect(product?.price == Money(590, "RUB") && product?.referencePrice?.amount == 690)
    let feed = Shipped.run(
      "id,title,price,quantity_to_sell_on_facebook\nA,Cup,9 USD,12\n")
    #expect(feed.products.first?.stock == 12)
  }
}
