import Diagnostics
import Foundation
import Importing
import Model
import Testing

/// Files made by what the formats' owners publish about them.
struct FormatFactsTests {
  @Test func shopifyMarketColumnsAndMetafieldsAreNoPrice() {
    let catalogue = Shipped.run(
      """
      Title,URL handle,SKU,Option1 name,Option1 value,Option1 Linked To,Price / International,Price,\
      Compare-at price / International,Color (product.metafields.shopify.color-pattern),Cost per item
      Tote,tote,T-1,Color,Red,product.metafields.shopify.color-pattern,99,19.90,120,red; blue,8

      """)
    let product = catalogue.product("T-1")
    #expect(product?.price.amount == Decimal(string: "19.9"), "\(catalogue.lines)")
    #expect(product?.referencePrice == nil && product?.cost == 8)
    #expect(product?.attributes["Color"] != nil)
    #expect(product?.attributes.keys.contains("Option1 Linked To") == false)
  }

  @Test func wooCommerceTypesAreAListAndParentsAreSkusOrIds() {
    let catalogue = Shipped.run(
      """
      ID,Type,SKU,Name,Published,Regular price,Parent,Attribute 1 name,Attribute 1 value(s),Stock
      10,variable,HD,Hoodie,1,,,Size,"S, M",
      11,"variation, virtual",HD-S,Hoodie - S,1,45,HD,Size,S,3
      12,"variation, downloadable",HD-M,Hoodie - M,1,45,id:10,Size,M,4
      13,"simple, downloadable, virtual",PDF,Pattern,1,5,,,,

      """)
    #expect(catalogue.products.map(\.sku) == ["HD-M", "PDF"], "\(catalogue.lines)")
    #expect(catalogue.products[0].variants.map(\.options) == [["Size": "S"], ["Size": "M"]])
  }

  @Test func googleMerchantPricesCarryTheirCurrency() {
    let catalogue = Shipped.run(
      "id\ttitle\tdescription\tlink\timage_link\tavailability\tprice\tsale_price\tbrand\tgtin\t"
        + "item_group_id\n"
        + "M-R\tMug\tStone\thttps://e.example/m\thttps://e.example/m.jpg\tin_stock\t15.00 USD\t"
        + "12.00 USD\tAcme\t4006381333931\tmug\n"
        + "M-B\tMug\tStone\thttps://e.example/n\thttps://e.example/n.jpg\tout of stock\t15.00 USD\t\t"
        + "Acme\t4006381333931\tmug\n", name: "feed.tsv")
    #expect(catalogue.products.count == 1, "\(catalogue.lines)")
    let mug = catalogue.products.first
    #expect(mug?.price == Money(12, "USD") && mug?.referencePrice?.amount == 15)
    #expect(mug?.parentSku == "mug" && mug?.variants.count == 2)
  }

  @Test func metaCommentLinesBeforeTheHeaderAreNoRows() {
    let catalogue = Shipped.run(
      """
      # ref_application_id 123,,,,
      # ref_asset_id 9,,,,
      id,title,availability,condition,price,link,image_link,brand
      A,Cup,in stock,new,9.99 USD,https://e.example/a,https://e.example/a.jpg,Acme

      """)
    #expect(catalogue.products.map(\.sku) == ["A"], "\(catalogue.lines)")
    #expect(!catalogue.problems.contains { $0.severity == .error })
  }

  @Test(
    arguments: [
      ("in stock", nil), ("In Stock", nil), ("IN_STOCK", nil), ("available for order", nil),
      ("preorder", nil), ("out of stock", 0), ("Out of Stock", 0), ("OUT_OF_STOCK", 0),
      ("OutOfStock", 0), ("out-of-stock", 0), ("discontinued", 0),
      ("https://schema.org/OutOfStock", 0),
    ] as [(String, Int?)])
  func availabilityIsReadInEverySpelling(_ cell: String, _ stock: Int?) {
    let catalogue = Shipped.run(
      "sku_id,title,description,availability,condition,price,link,image_link,brand\n"
        + "T-1,Cup,Nice,\(cell),new,9.99 USD,https://e.example,https://e.example/a.jpg,Acme\n")
    #expect(catalogue.product("T-1")?.stock == stock, "\(catalogue.lines)")
  }

  @Test func allianceCouponsAreNoPriceAndIdsLoseTheirMarks() {
    let catalogue = Shipped.run(
      "商品id,商品名称,商品价格(单位：元),商品月销量,收入比率(%),佣金,店铺名称,平台类型,优惠券面额\n"
        + "612345678901\t,杯子,59.00,1.2万+,20.00,11.80,某店,天猫,满59元减10元\n"
        + "'612345678902,碗,39.00,300,8.5,3.32,某店,淘宝,无\n")
    #expect(
      catalogue.products.map(\.sku) == ["612345678901", "612345678902"], "\(catalogue.lines)")
    #expect(
      catalogue.products[0].price == Money(59, "CNY") && catalogue.products[0].sales28d == 12_000)
    #expect(catalogue.products.map(\.commissionRate) == [0.2, 0.085])
    #expect(catalogue.products[0].attributes == [:])
  }

  @Test(arguments: [
    "商品ID,商品名称,商品类目,商品价格,库存,商家编码,商品状态,近30天销量",  // 抖店
    "商品编号,商品标题,类目,一口价,可用库存,货号,上下架状态,月销量",  // 京东
    "goods_id,商品名称,商品分类,拼单价,总库存,商家编码,状态,30天销量",  // 拼多多
    "宝贝id,宝贝标题,宝贝类目,宝贝价格,宝贝数量,outer_id,商品状态,月销",  // 淘宝
  ])
  func headersOfShopBackendsAreKnownByName(_ header: String) {
    let header = header.replacingOccurrences(of: "宝贝id", with: "数字id")
    let catalogue = Shipped.run(header + "\n900000001,帆布包,箱包,59.9,12,B-1,在售,1.2万\n")
    let product = catalogue.products.first
    #expect(product?.sku == "B-1" && product?.parentSku == "900000001", "\(catalogue.lines)")
    #expect(product?.price.amount == Decimal(string: "59.9") && product?.stock == 12)
    #expect(product?.listed == true && product?.sales28d == 12_000)
    #expect(product?.attributes == [:])
  }

  @Test func figuresForSelectionAreRead() {
    let catalogue = Shipped.run(
      """
      商家编码,商品名称,售价,供应商,上架时间,样品,转化率,点击率,竞品数,脚本类目
      A,杯,59,某厂,2026/6/1 12:30:00,有,3.5%,0.08,1.2万,home
      B,碗,39,--,2026年05月20日,无,12%,0.5,30,
      C,盘,29,,45000,未到,,,,
      D,勺,9,,随便,也许,200%,,,

      """)
    let (a, b) = (catalogue.product("A"), catalogue.product("B"))
    #expect(a?.supplier == "某厂" && a?.launched == "2026-06-01" && a?.sample == true)
    #expect(a?.conversionRate == 0.035 && a?.clickRate == 0.08 && a?.competitors == 12_000)
    #expect(a?.team?.category == "home" && a?.source.cells["team.category"] == "脚本类目")
    #expect(b?.supplier == nil && b?.launched == "2026-05-20" && b?.sample == false)
    #expect(
      catalogue.product("C")?.launched == "2023-03-15" && catalogue.product("C")?.sample == false)
    #expect(catalogue.says("'随便' is no day; write it like 2026-06-01", row: 5))
    #expect(catalogue.says("'也许' does not say whether a sample is at hand", row: 5))
    #expect(catalogue.says("'200%' is no share", row: 5))
  }

  @Test(arguments: [
    "商家编码,商品名称,售价,展示次数,播放数,点击次数,成交订单数,整体消耗,整体成交金额,统计日期",
    "sku,title,price,Impressions,Video views,Clicks,Orders,Spend,GMV,Date",
    "sku,title,price,show_cnt,total_play,click_cnt,pay_order_count,stat_cost,pay_order_amount,stat_date",
  ])
  func whatEarlierVideosBroughtIsRead(_ header: String) {
    let catalogue = Shipped.run(
      header + "\nA,Cup,59,1.2万,\"3,400\",120,8,¥99.5,1.2万,2026-06-01\nB,Jar,9,,,,,,,2026-06-01\n")
    var expected = PastResults(rows: 1)
    (expected.impressions, expected.plays, expected.clicks) = (12_000, 3_400, 120)
    (expected.orders, expected.spend, expected.revenue) = (8, Decimal(string: "99.5"), 12_000)
    expected.latest = "2026-06-01"
    #expect(catalogue.product("A")?.results == expected, "\(catalogue.lines)")
    #expect(catalogue.product("A")?.source.cells["results.plays"] != nil)
    #expect(catalogue.product("B")?.results == nil)
  }

  @Test(
    arguments: [
      ("2026-06-01", "2026-06-01"), ("2026/6/1", "2026-06-01"), ("2026.06.01", "2026-06-01"),
      ("20260601", "2026-06-01"), ("2026年6月1日", "2026-06-01"),
      ("2026-06-01T08:00:00Z", "2026-06-01"),
      ("13/06/2026", "2026-06-13"), ("06/13/2026", "2026-06-13"), ("06/07/2026", nil),
      ("2026-02-30", nil), ("2025-02-29", nil), ("2024-02-29", "2024-02-29"),
      ("46174", "2026-06-01"),
      ("2026-13-01", nil), ("99999999", nil), ("2026", nil), ("2026-06-01 x", nil),
    ] as [(String, String?)])
  func aDayBecomesIso(_ cell: String, _ iso: String?) {
    let product = Shipped.run("sku,title,price,launch_date\nA,Cup,9,\(cell)\n").product("A")
    #expect(product?.launched == iso)
  }
}
