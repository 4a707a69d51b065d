import Importing
import Model
import Testing

struct CategoryTests {
  @Test(arguments: [
    ("纯棉圆领短袖T恤女夏季", "womens-clothing"), ("短袖T恤男 宽松", "mens-clothing"),
    ("Women's Eco Tee", "womens-clothing"), ("Men's Polo Shirt", "mens-clothing"),
    ("Toddler Tee White", "mother-baby"), ("雪纺连衣裙", "womens-clothing"),
    ("Wanderer Black Hiking Boots", "shoes"), ("运动鞋女", "shoes"), ("鞋架 五层", "home"),
    ("Eyeshadow Palette", "beauty"), ("口红 苹果红", "beauty"), ("Mug", "kitchen"),
    ("Salt & Pepper Shakers", "kitchen"), ("不粘炒锅 32cm", "kitchen"),
    ("Watch", "hats-accessories"), ("Sunglasses", "hats-accessories"), ("渔夫帽", "hats-accessories"),
    ("GPS Watch", "electronics"), ("智能手表", "electronics"), ("Hairdryer", "electronics"),
    ("蓝牙耳机", "electronics"), ("Golden Delicious Apple", "fresh-food"), ("赣南脐橙 5斤", "fresh-food"),
    ("草莓味饼干", "snacks"), ("苹果手机壳", "electronics"), ("Orange Backpack", "bags"),
    ("成犬狗粮 牛肉味 10kg", "pets"), ("Dog food beef", "pets"), ("真皮双肩背包男", "bags"),
    ("电脑包 15寸", "bags"), ("独立小袋红糖姜茶", "snacks"), ("婴儿奶瓶", "mother-baby"),
    ("Red-Bell-Pepper", "fresh-food"), ("瑜伽垫", "sports"), ("Camping Tent", "sports"),
    ("洗衣液 3kg", "cleaning"), ("积木玩具", "toys-gifts"),
    ("Category theory", "general"), ("定制服务", "general"), ("Catalog of petals", "general"),
  ])
  func theTitleTellsTheCategory(_ title: String, _ category: String) {
    let product = Shipped.run("sku\ttitle\tprice\nA\t\(title)\t9\n").products.first
    #expect(product?.category == category, "\(product?.categoryEvidence ?? [])")
    #expect(product?.categoryEvidence.isEmpty == (category == "general"))
  }

  @Test(arguments: [
    // Packed by the bag or the jar.
    ("Dark Chocolate Sea Salt Caramels 12oz Bag", "snacks"),
    ("Coconut Body Scrub 12 oz Jar", "beauty"), ("Fruit Snacks Pouches 40 Count", "snacks"),
    ("Laptop Bag 15 inch", "bags"), ("Weekender Duffle Bag 40L", "bags"),
    // What is given away or what it suits, before the head.
    ("买一送一送袜子 帆布鞋女高帮", "shoes"), ("适用于苹果手机数据线", "electronics"),
    ("送男友卫衣宽松连帽", "mens-clothing"),
    // Whose a noun is that names nothing alone, and whose by a compound.
    ("Medium Pet Collar (Blue/Green)", "pets"), ("Cat Carrier Backpack", "pets"),
    ("男士保暖内衣套装加绒", "mens-clothing"),
    // Nouns that modify nothing behind them.
    ("化妆品收纳盒口红桌面", "home"), ("帽子清洗剂棒球帽去汗渍", "cleaning"),
    ("Jump Rope Speed Cable", "sports"), ("Twill Cap Charcoal", "hats-accessories"),
  ])
  func theHeadIsFoundAmongWhatElseTheTitleSays(_ title: String, _ category: String) {
    let answer = CategoryFinder(Shipped.rules.categories).find([
      .init(field: "title", text: title)
    ])
    #expect(answer.category == category, "\(answer.evidence)")
  }

  @Test(arguments: [
    ("服饰内衣>女装>T恤", "短袖", "womens-clothing"), ("食品饮料>冲饮", "礼盒", "snacks"),
    ("宠物用品", "牛肉粒", "pets"), ("Footwear", "Wanderer", "shoes"),
    ("accessories", "Watch", "hats-accessories"),
    ("服装", "渔夫帽", "hats-accessories"), ("Kitchen -> Coffee Machines", "Barista", "kitchen"),
    ("食品", "麻辣小面", "snacks"), ("beauty", "Hairdryer", "electronics"),
  ])
  func theShopsCategoryGoesBeforeTheTitleUnlessItIsBroad(
    _ path: String, _ title: String, _ category: String
  ) {
    let product = Shipped.run("sku\ttitle\tprice\tcategory\nA\t\(title)\t9\t\(path)\n").products
      .first
    #expect(product?.category == category, "\(product?.categoryEvidence ?? [])")
  }

  @Test func theEvidenceIsTheShopsOwnWordsAndTheirCell() {
    let product = Shipped.run("sku,商品名称,售价,类目\nA,上衣,9,服饰内衣>女装\n").products.first
    #expect(
      product?.categoryEvidence
        == [CategoryEvidence(field: "category", text: "服饰内衣>女装", matched: "女装")])
    #expect(product?.source.cells["category"] == "类目")
  }

  @Test func aGarmentOfNobodySaysThatTheRuleDecided() {
    let product = Shipped.run("sku,title,price\nA,Frost Jacket,9\n").products.first
    #expect(product?.category == Shipped.rules.categories.clothing.fallback)
    #expect(product?.categoryEvidence.map(\.field) == ["title", "rule"])
  }
}
