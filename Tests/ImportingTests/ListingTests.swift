import Diagnostics
import Foundation
import Model
import Testing

struct ListingTests {
  private static let oldShopify = """
    Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,\
    Variant Inventory Qty,Variant Price,Variant Compare At Price,Image Src,Cost per item ,Status
    linen-shirt,Linen Shirt,"<p>Soft &amp; airy.</p>
    <script>alert(1)</script><ul><li>Material: 100% linen</li></ul>",Acme,Shirts,"summer, men",true,\
    Size,S,LS-S,0,39.90,59.90,https://c.example/a.jpg,12.50,active
    linen-shirt,,,,,,,,M,LS-M,7,38.90,59.90,https://c.example/b.jpg,12.50,
    linen-shirt,,,,,,,,,,,,,https://c.example/c.jpg,,
    mug,Stoneware Mug,,Acme,Mugs,,true,Title,Default Title,MUG-1,5,12.00,,https://c.example/m.jpg,,draft

    """
  private static let newShopify = """
    Title,URL handle,Description,Vendor,Type,Tags,Status,SKU,Option1 name,Option1 value,\
    Option1 Linked To,Price,Price / International,Compare-at price,Cost per item,\
    Inventory quantity,Product image URL,Weight value (grams)
    Linen Shirt,linen-shirt,"<p>Soft &amp; airy.</p><li>Material: 100% linen</li>",Acme,Shirts,\
    "summer, men",Active,LS-S,Size,S,,39.90,45,59.90,12.50,0,https://c.example/a.jpg,200
    ,linen-shirt,,,,,,LS-M,,M,,38.90,45,59.90,12.50,7,https://c.example/b.jpg,200
    ,linen-shirt,,,,,,,,,,,,,,,https://c.example/c.jpg,
    Stoneware Mug,mug,,Acme,Mugs,,Draft,MUG-1,Title,Default Title,,12.00,,,,5,\
    https://c.example/m.jpg,300

    """

  @Test(arguments: [oldShopify, newShopify])
  func shopifyRowsOfOneHandleAreOneProduct(_ text: String) {
    let catalogue = Shipped.run(text)
    #expect(catalogue.products.map(\.parentSku) == ["linen-shirt", "mug"], "\(catalogue.lines)")
    let shirt = catalogue.products[0]
    #expect(shirt.sku == "LS-M", "the first in stock leads")
    #expect(shirt.price == Money(Decimal(string: "38.9") ?? 0, "USD"))
    #expect(shirt.referencePrice?.amount == Decimal(string: "59.9"))
    #expect(shirt.referencePrice?.basis == nil)
    #expect(shirt.stock == 7 && shirt.listed == true && shirt.brand == "Acme")
    #expect(shirt.variants.map(\.sku) == ["LS-S", "LS-M"])
    #expect(shirt.variants.map(\.options) == [["Size": "S"], ["Size": "M"]])
    #expect(shirt.variants.map(\.stock) == [0, 7])
    #expect(shirt.images == ["a", "b", "c"].map { "https://c.example/\($0).jpg" })
    #expect(shirt.description == "Soft & airy.\nMaterial: 100% linen")
    #expect(shirt.attributes["Material"] == "100% linen")
    #expect(shirt.source.cell("price").hasPrefix("catalogue.csv:3 "))
    #expect(shirt.tags == ["summer", "men"] && shirt.category == "mens-clothing")
  }

  @Test(arguments: [oldShopify, newShopify])
  func aDraftIsKeptAndMarkedAsNotListed(_ text: String) {
    let mug = Shipped.run(text).product("MUG-1")
    #expect(mug?.listed == false && mug?.stock == 5 && mug?.variants == [])
  }

  @Test func wooCommerceVariationsHangOnTheirParent() {
    let catalogue = Shipped.run(
      """
      ID,Type,SKU,Name,Published,Regular price,Sale price,Categories,Images,Parent,\
      Attribute 1 name,Attribute 1 value(s),Stock
      10,variable,HD,Hoodie,1,45,,"Clothing > Hoodies, Men","https://x.example/a.jpg, https://x.example/b.jpg",,Size,"S, M",
      11,variation,HD-S,Hoodie - S,1,45,39,,,HD,Size,S,3
      12,variation,HD-M,Hoodie - M,1,45,39,,,id:10,Size,M,4
      13,simple,CUP,Cup,0,9.5,,Kitchen,,,,,0

      """)
    #expect(catalogue.products.map(\.sku) == ["HD-M", "CUP"], "the best stocked leads")
    let hoodie = catalogue.products[0]
    #expect(hoodie.parentSku == "HD" && hoodie.stock == 7)
    #expect(hoodie.variants.map(\.options) == [["Size": "S"], ["Size": "M"]])
    #expect(hoodie.price.amount == 39 && hoodie.referencePrice?.amount == 45)
    #expect(hoodie.images.count == 2)
    #expect(catalogue.product("CUP")?.listed == false)
  }

  @Test func rowsOfOneItemBesideASkuColumnAreItsVariants() {
    let catalogue = Shipped.run(
      """
      商品ID,商品名称,规格,商家编码,售价,库存
      1001,T恤女,白 S,A-S,59,0
      1001,T恤女,白 M,A-M,59,5
      1002,雨伞,,B,39,2
      1001,T恤女,白 M,A-M,59,5

      """)
    #expect(catalogue.products.map(\.sku) == ["A-M", "B"])
    #expect(catalogue.products[0].variants.map(\.sku) == ["A-S", "A-M"])
    #expect(catalogue.products[0].stock == 5)
    #expect(catalogue.says("SKU 'A-M' stands in row 3 already; the first is kept", row: 5))
  }

  @Test func aBlankTitleContinuesTheRowAboveAndTakesItsPrice() {
    let catalogue = Shipped.run(
      "商品ID,商品名称,规格,商家编码,售价,库存\n1001,T恤女,S,A-S,59,1\n,,M,A-M,,2\n")
    #expect(catalogue.products.count == 1)
    #expect(catalogue.products[0].variants.map(\.price) == [59, 59])
    #expect(catalogue.products[0].stock == 3 && catalogue.products[0].parentSku == "1001")
  }

  @Test func taobaoPackagesGiveVariantsAndPictures() {
    let catalogue = Shipped.run(
      "宝贝名称\t宝贝价格\t宝贝数量\t新图片\t销售属性组合\t商家编码\n"
        + "T恤女\t59.90\t320\taa11bb22cc33:1:0:|https://i.example/1.jpg;ee55ff660011:1:1:|;\t"
        + "59.90:100:T-S:1627207:28320;20509:28314;58:220:T-M:1627207:28320;\tT\n",
      name: "data/pack.csv")
    let product = catalogue.product("T")
    #expect(product?.images == ["https://i.example/1.jpg", "data/pack/ee55ff660011.tbi"])
    #expect(product?.variants.map(\.sku) == ["T-S", "T-M"])
    #expect(product?.variants.map(\.stock) == [100, 220] && product?.stock == 320)
    #expect(product?.variants.first?.options == ["1627207": "28320", "20509": "28314"])
  }

  @Test(arguments: [
    ("在售", true), ("已下架", false), ("draft", false), ("Active", true), ("archived", false),
    ("是", true), ("0", false),
  ])
  func theShelfIsReadFromTheStatus(_ cell: String, _ listed: Bool) {
    let catalogue = Shipped.run("sku,商品名称,售价,状态\nA,杯,9,\(cell)\n")
    #expect(catalogue.product("A")?.listed == listed, "\(catalogue.lines)")
  }
}
