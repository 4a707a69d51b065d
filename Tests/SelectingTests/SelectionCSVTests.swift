import Model
import Selecting
import Testing

struct SelectionCSVTests {
  func csv(_ products: [Product], _ locale: CopyLocale = .zh) -> String {
    SelectStage(policy: Shop.policy).select(products).csv(for: products, locale: locale)
  }

  @Test func itStartsWithAMarkAndItsHeaders() {
    #expect(csv([]).unicodeScalars.first == "\u{FEFF}")
    #expect(csv([]).contains("结果,名次,SKU,标题,类目,价格"))
    #expect(
      csv([], .en).hasSuffix(
        "result,rank,sku,title,category,price,currency,score,"
          + "confidence,role,reasons,what if,gate,value,limit\r\n"))
  }

  @Test(arguments: ["=1+1", "+1", "-1+2", "@x", "\t=1", " =cmd|' /C calc'!A0", "＝1"])
  func aFormulaBecomesText(title: String) {
    let text = csv([Shop.product("1") { $0.title = title }])
    #expect(text.contains("'" + title))
  }

  @Test func quotesCommasAndLineEndsStayInTheirCell() {
    let text = csv([Shop.product("1") { $0.title = "a\"b,c\nd\re\r\nf" }])
    #expect(text.contains(",\"a\"\"b,c\nd\re\r\nf\",bags,100,CNY,"))
  }

  @Test func aRejectedProductCarriesGateValueAndLimit() {
    let text = csv([Shop.product("1") { $0.stock = 3 }])
    #expect(text.contains("未入选,,1,商品1,bags,100,CNY,50,1,,库存只有 3 件,若库存由 3 变为"))
    #expect(text.contains(",stock,3,≥ 20\r\n"))
  }
}
