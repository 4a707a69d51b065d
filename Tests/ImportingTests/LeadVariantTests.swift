import Diagnostics
import Importing
import Model
import Testing

struct LeadVariantTests {
  private func run(_ rows: String...) -> Catalogue {
    Shipped.run(
      "商品ID,商品名称,规格,商家编码,售价,库存,近7天销量\n"
        + rows.map { "1001,T恤,\($0)\n" }.joined())
  }

  @Test func whatIsInStockLeadsAndTheReasonIsSaid() {
    let catalogue = run("S,A-S,59,0,90", "M,A-M,59,5,1")
    #expect(catalogue.products.map(\.sku) == ["A-M"])
    #expect(
      catalogue.says("'A-M' leads its listing and not 'A-S' of row 2: it is in stock", row: 3))
  }

  @Test func ofThoseInStockTheMostSoldLeads() {
    let catalogue = run("S,A-S,59,9,10", "M,A-M,59,5,30", "L,A-L,59,7,20")
    #expect(catalogue.products.map(\.sku) == ["A-M"])
    #expect(catalogue.products[0].variants.map(\.sales) == [10, 30, 20])
    #expect(catalogue.says("it has sold 30, the other 10", row: 3))
  }

  @Test func withoutSalesTheMostInStockLeads() {
    let catalogue = run("S,A-S,59,5,", "M,A-M,59,9,", "L,A-L,59,9,")
    #expect(catalogue.products.map(\.sku) == ["A-M"])
    #expect(catalogue.says("9 are in stock, of the other 5", row: 3))
  }

  @Test func theFirstLeadsWhereNothingTellsThemApartAndNothingIsSaid() {
    let catalogue = run("S,A-S,59,5,1", "M,A-M,59,5,1")
    #expect(catalogue.products.map(\.sku) == ["A-S"])
    #expect(!catalogue.says("leads its listing"))
  }

  @Test func twoVariantsOfTheSameOptionsAreNamed() {
    let catalogue = run("S,A-S,59,5,1", "S,A-X,59,5,1")
    #expect(catalogue.says("'规格 S' stands in row 2 already under another SKU", row: 3))
    #expect(catalogue.products[0].variants.count == 2)
  }
}
