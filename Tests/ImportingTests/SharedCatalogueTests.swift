import Diagnostics
import Foundation
import Importing
import Model
import Support
import Testing

/// The real and the synthetic files beside the checkout.
struct SharedCatalogueTests {
  private func load(_ path: String) -> CatalogueFile? {
    guard let full = SharedMaterial.path(path) else {
      print("skipped: \(path) is not beside the checkout")
      return nil
    }
    return CatalogueFile(name: (path as NSString).lastPathComponent, path: full)
  }

  private func run(_ path: String) -> Catalogue? { load(path).map { Shipped.run($0) } }

  @Test func alimamaHasItsPricesSharesAndSales() {
    guard let catalogue = run("catalogues/synthetic-zh/alimama_gb18030.csv") else { return }
    #expect(catalogue.products.map(\.sku) == ["601234567890", "601234567891"])
    let (shirt, fan) = (catalogue.products[0], catalogue.products[1])
    #expect(shirt.price == Money(Decimal(string: "59.9") ?? 0, "CNY"))
    #expect(shirt.commissionRate == 0.2 && shirt.sales28d == 3256)
    #expect(fan.commissionRate == 0.085 && fan.sales28d == 12_000)
    #expect(shirt.category == "womens-clothing" && fan.category == "electronics")
    #expect(shirt.link == "https://item.example.com/?id=601234567890")
  }

  @Test func theShopBackendsLostIdIsRefusedByItsRow() {
    let name = "catalogues/synthetic-zh/shop_backend_utf8bom_title_rows.csv"
    guard let catalogue = run(name) else { return }
    #expect(catalogue.products.map(\.sku) == ["TX-W-S", "3620000000000003"])
    let shirt = catalogue.products[0]
    #expect(shirt.parentSku == "3620000000000001" && shirt.stock == 320)
    #expect(shirt.variants.map(\.sku) == ["TX-W-S", "TX-W-M"] && shirt.images.count == 2)
    #expect(shirt.price.amount == Decimal(string: "59.9") && shirt.sales28d == 1204)
    #expect(shirt.referencePrice?.amount == 129)
    #expect(shirt.sellingPoints == ["洗后不透", "领口不易变形"])
    #expect(catalogue.products[1].listed == false && catalogue.products[1].stock == 0)
    let lost = catalogue.problems.first { $0.severity == .error }
    #expect(lost?.row == 7 && lost?.column == "商品ID" && lost?.value == "3.62E+15")
  }

  @Test(arguments: ["taobao_assistant_utf16le.csv", "taobao_assistant_gbk.csv"])
  func taobaoPackagesHaveThreeProducts(_ name: String) {
    guard let catalogue = run("catalogues/synthetic-zh/" + name) else { return }
    #expect(catalogue.products.map(\.stock) == [320, 1000, 0])
    #expect(catalogue.products.map(\.category) == ["womens-clothing", "electronics", "snacks"])
    #expect(catalogue.products[0].variants.map(\.sku) == ["TX-W-S", "TX-W-M"])
    #expect(catalogue.products[0].attributes["面料"] == "棉100%（洗后缩率约3%）")
    #expect(catalogue.products[0].images.first == "https://img.example.com/t1/m1.jpg")
    #expect(!catalogue.problems.contains { $0.severity == .error }, "\(catalogue.lines)")
  }

  @Test func theProfitSheetsTotalIsDroppedAndItCompletesTheShop() {
    guard let profit = load("catalogues/synthetic-zh/jushuitan_profit_utf8bom.csv"),
      let shop = load("catalogues/synthetic-zh/taobao_assistant_utf16le.csv")
    else { return }
    let alone = Shipped.run(profit)
    #expect(alone.products.isEmpty && alone.problems.map(\.row) == [2, 3, 4])
    let both = Shipped.run(profit, shop)
    #expect(both.product("TX-W")?.cost == 26 && both.product("FAN-3")?.cost == 22)
    #expect(both.product("TX-W")?.returnRate == 0.1545)
    #expect(both.problems.filter { $0.severity == .error }.map(\.row) == [4])
  }

  @Test func theTeamsSheetIsReadThroughItsSemicolons() {
    let name = "catalogues/synthetic-zh/team_selection_semicolon_utf8.csv"
    guard let catalogue = run(name) else { return }
    #expect(
      catalogue.products.map(\.price.amount) == [
        Decimal(string: "59.9") ?? 0, 39, Decimal(string: "29.9") ?? 0,
      ])
    #expect(catalogue.products.map(\.cost) == [26, 22, nil])
    #expect(catalogue.products[1].sellingPoints == ["三档风速", "二档约4小时", "180g"])
    #expect(catalogue.products[2].team?.note == "不要写功效")
  }

  @Test func brokenFilesKeepWhatCanBeRead() {
    let folder = "catalogues/synthetic-zh/"
    guard let mixed = run(folder + "bad_mixed_encoding.csv"),
      let cut = run(folder + "bad_truncated_utf16le.csv")
    else { return }
    #expect(mixed.products.map(\.title) == ["纯棉短袖"])
    #expect(mixed.says("line 2 is in GB18030", row: 2))
    #expect(cut.products.isEmpty && cut.says("ends in the middle of a character at byte 1966"))
  }

  @Test func spreeListingsAreOneProductEach() {
    guard let shop = run("catalogues/spree/products.csv"),
      let small = run("catalogues/spree/products_import.csv")
    else { return }
    #expect(shop.products.count == 37 && shop.products.allSatisfy { !$0.variants.isEmpty })
    let machine = shop.products[0]
    #expect(machine.parentSku == "automatic-espresso-machine" && machine.stock == 15_000)
    #expect(machine.price == Money(Decimal(string: "879.99") ?? 0, "USD"))
    #expect(machine.attributes["wattage"] == "1400W" && machine.images.count == 4)
    #expect(Set(shop.products.map(\.category)) == ["kitchen", "electronics"])
    #expect(small.products.map(\.variants.count) == [10, 5])
    #expect(small.products.allSatisfy { $0.listed == false && $0.category == "mens-clothing" })
  }

  @Test func theOutdoorShopHasAHundredAndOne() {
    for path in [
      "catalogues/dotnet-eshop/catalog.json", "footage/images/outdoor_eshop/catalog.json",
    ] {
      guard let catalogue = run(path) else { continue }
      #expect(catalogue.products.count == 101)
      #expect(
        catalogue.product("1")?.category == "shoes" && catalogue.product("4")?.category == "bags")
      #expect(catalogue.product("1")?.brand == "Daybird")
      #expect(!catalogue.products.contains { $0.category == "general" })
    }
  }

  @Test func theBoutiqueHasItsMoneyInUnitsAndNanos() {
    for path in [
      "catalogues/google-microservices-demo/products.json", "footage/images/boutique/products.json",
    ] {
      guard let catalogue = run(path) else { continue }
      #expect(catalogue.products.map(\.title).count == 9)
      #expect(catalogue.products[0].price == Money(Decimal(string: "19.99") ?? 0, "USD"))
      let categories = catalogue.products.map(\.category)
      #expect(
        categories == [
          "hats-accessories", "womens-clothing", "hats-accessories", "shoes", "electronics", "home",
          "kitchen", "kitchen", "kitchen",
        ])
      #expect(catalogue.faults.isEmpty, "\(catalogue.lines)")
      #expect(catalogue.notes.count <= 1, "doubtful categories are gathered")
    }
  }

  @Test func theCosmeticsShowHasTypedValuesAndSalePrices() {
    for path in ["catalogues/aws-ivs/products.json", "footage/images/cosmetics_live/products.json"]
    {
      guard let catalogue = run(path) else { continue }
      #expect(catalogue.products.count == 6)
      #expect(catalogue.products.allSatisfy { $0.category == "beauty" })
      #expect(catalogue.product("1000567890")?.price.amount == 99)
      #expect(catalogue.product("1000567890")?.referencePrice?.amount == 125)
      #expect(catalogue.product("1000567891")?.referencePrice == nil)
    }
  }

  @Test func theMerchandiseStoreIsReadLineByLine() {
    guard let catalogue = run("catalogues/google-retail/products.json") else { return }
    #expect(catalogue.products.count == 315)
    #expect(catalogue.faults.map(\.row) == [286] && catalogue.says("the price is 0"))
    #expect(catalogue.notes.count <= 1, "doubtful categories are gathered")
    let pen = catalogue.product("GGCOGOAC101259")
    #expect(pen?.price == Money(16, "USD") && pen?.stock == 50 && pen?.category == "toys-gifts")
    #expect(pen?.attributes["material"] == "Metal, Recycled Plastic")
  }

  @Test func groceriesNeedTheirPrices() {
    guard let file = load("footage/images/groceries/classes.csv") else { return }
    let alone = Shipped.run(file)
    #expect(alone.products.isEmpty && alone.problems.count == 81)
    let text = (try? String(contentsOfFile: file.path ?? "", encoding: .utf8)) ?? ""
    let priced = text.split(whereSeparator: \.isNewline).enumerated()
      .map { $0.element + ($0.offset == 0 ? ",Price\n" : ",2.50\n") }.joined()
    let catalogue = Shipped.run(priced)
    #expect(catalogue.products.count == 81)
    let found = Dictionary(grouping: catalogue.products, by: \.category).mapValues(\.count)
    #expect(found["fresh-food", default: 0] + found["snacks", default: 0] == 81, "\(found)")
  }

  @Test(arguments: ["bigcommerce", "magento", "shopify", "woocommerce"])
  func aVendorsProfileIsNoCatalogue(_ name: String) {
    guard let catalogue = run("catalogues/vendor-profiles/\(name).json") else { return }
    #expect(catalogue.products.isEmpty && catalogue.says("no products found"))
    #expect(catalogue.problems.count == 1)
  }
}
