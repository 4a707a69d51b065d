import Diagnostics
import Foundation
import Importing
import Model
import Testing

/// Later files that bring new prices and stocks.
struct PriceUpdateTests {
  private static let shop = file(
    "shop.csv", "商家编码,商品名称,售价,划线价,库存\nA,保温杯,59,99,3\nB,雨伞,39,,5\n")

  private static func file(_ name: String, _ text: String) -> CatalogueFile {
    CatalogueFile(name: name, data: Data(text.utf8))
  }

  @Test func aLaterFileOfCodesAndNewPricesGoesBeforeTheFirst() {
    let update = Self.file("new.csv", "商家编码,新售价,库存\nA,49,42\nZ,1,1\n")
    let catalogue = Shipped.run(Self.shop, update)
    let product = catalogue.product("A")
    #expect(product?.price == Money(49, "CNY") && product?.stock == 42)
    #expect(product?.referencePrice?.amount == 99)
    #expect(product?.source.cell("price") == "new.csv:2 新售价")
    #expect(product?.source.cell("stock") == "new.csv:2 库存")
    #expect(catalogue.product("B")?.price.amount == 39)
    #expect(catalogue.says("1 row updates a product of other tables", row: 2))
    #expect(catalogue.says("'A' ¥59 → ¥49 and stock 3 → 42"), "\(catalogue.lines)")
    #expect(catalogue.says("SKU 'Z' has no title, and no other file", row: 3))
  }

  @Test func aLaterStockListWithoutTitlesIsAnUpdate() {
    let catalogue = Shipped.run(Self.shop, Self.file("stock.csv", "sku,库存\nA,0\nB,17\n"))
    #expect(catalogue.products.map(\.stock) == [0, 17])
    #expect(catalogue.products.map(\.price.amount) == [59, 39])
    #expect(catalogue.says("2 rows update products"), "\(catalogue.lines)")
  }

  @Test func anEarlierListWithoutTitlesOnlyCompletes() {
    let catalogue = Shipped.run(Self.file("old.csv", "sku,售价,库存\nA,12,1\n"), Self.shop)
    #expect(catalogue.product("A")?.price.amount == 59 && catalogue.product("A")?.stock == 3)
  }

  @Test func aHeaderThatSaysNewPriceUpdatesThoughTitlesStandBesideIt() {
    let update = Self.file("new.csv", "商家编码,商品名称,调后价\nA,保温杯,109\n")
    let product = Shipped.run(Self.shop, update).product("A")
    #expect(product?.price.amount == 109)
    #expect(product?.referencePrice == nil, "what it was compared with is no longer above it")
  }

  @Test func theLastOfSeveralUpdatesStands() {
    let catalogue = Shipped.run(
      Self.shop, Self.file("june.csv", "sku,新价\nA,49\n"),
      Self.file("july.csv", "sku,新价\nA,45\n"))
    #expect(catalogue.product("A")?.price.amount == 45)
    let titled = Shipped.run(
      Self.shop, Self.file("june.csv", "sku,售价\nA,49\n"),
      Self.file("july.csv", "sku,商品名称,新价\nA,保温杯,45\n"))
    #expect(titled.product("A")?.price.amount == 45)
  }

  @Test func anUpdateThatNamesNoCurrencyKeepsTheProducts() {
    let catalogue = Shipped.run(Self.shop, Self.file("new.csv", "sku,new price\nA,49\n"))
    #expect(catalogue.product("A")?.price == Money(49, "CNY"))
  }

  @Test func aVariantIsUpdatedByItsOwnCode() {
    let shop = Self.file(
      "shop.csv",
      "商品id,商家编码,商品名称,规格,售价,库存\n7,A-S,短袖,S,59,1\n7,A-M,短袖,M,59,9\n")
    let catalogue = Shipped.run(shop, Self.file("new.csv", "商家编码,新售价,库存\nA-S,49,2\n"))
    let product = catalogue.product("A-M")
    #expect(product?.variants.map(\.price) == [49, 59] && product?.stock == 11)
    #expect(product?.price.amount == 59, "the variant that leads is another")
  }

  @Test func manyRowsOfOneCodeAreCountedAndNotAllNamed() {
    let rows = String(repeating: "A,杯,9\n", count: 3_000)
    let catalogue = Shipped.run("sku,商品名称,售价\n" + rows)
    #expect(catalogue.products.count == 1)
    #expect(catalogue.says("SKU 'A' stands in row 2 already; the first is kept", row: 3))
    #expect(catalogue.says("more problems in this file"))
  }
}
