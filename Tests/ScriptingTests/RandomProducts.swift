import Foundation
import Model

/// Products with and without each field, some of them hostile; the same for the same seed.
struct RandomProducts {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, bound)))
  }

  mutating func chance(_ percent: Int) -> Bool { next(100) < percent }

  mutating func pick<T>(_ items: [T]) -> T { items[next(items.count)] }

  static let hostile = [
    String(repeating: "超长标题T恤", count: 800), "第一行\n第二行\t包", "👗🔥连衣裙🔥👗", "**粗体** `code` # 标题 | 表",
    "<b>鞋</b><script>alert(1)</script> 运动鞋", "123456789 99.99 100% 2024款 T恤", "", " ", "\u{0}\u{1}包",
    "../../etc/passwd", "{noun}{price}{value}", "%s%d%n", "３９元全角Ｔ恤", "Ünïcödé bag — “quoted”",
    String(repeating: "9", count: 400), "e\u{301}\u{301}\u{301}le\u{301}gant dress", "𝟙𝟚𝟛 shoes", "买2送1 10袋 饼干",
  ]

  static let plain = [
    "纯棉短袖T恤女", "通勤双肩包 20L", "玫瑰鲜花饼 30g*12袋", "桌面收纳盒", "男士跑步鞋", "Canvas Tote Bag", "Trail Running Shoes",
    "Storage Box with Lid", "Oat Bars 12 bars", "手持小风扇 USB充电",
  ]

  static let names = [
    "面料", "材质", "版型", "尺寸", "单只重量", "重量", "容量", "规格", "口味", "配料", "产地", "颜色", "承重", "季节", "弹力", "Material",
    "Size", "Weight", "Color", "Upper", "Sole", "Pack", "Ingredients", "奇怪属性", "净含量",
  ]

  static let values = [
    "棉95% 氨纶5%", "宽松", "20L", "265g", "265", "30g×12袋", "白色/黑色/雾蓝", "云南大理", "是", "无", "夏季", "5kg",
    "28×18×22cm", "Breathable Mesh", "约4小时（实验室数据，环境25℃）", "12 bars", "微弹", "no", "yes", "Black/Olive",
  ]

  mutating func product(_ index: Int) -> Product {
    let title = chance(35) ? pick(Self.hostile) : pick(Self.plain)
    let categories = [
      "womens-clothing", "shoes", "bags", "snacks", "home", "general", "kitchen", "nonsense",
    ]
    var product = Product(
      sku: chance(15) ? pick(Self.hostile) + "\(index)" : "SKU-\(index)", title: title,
      category: pick(categories),
      price: Money(
        Decimal(string: pick(["39.9", "0", "129", "0.01", "99999999.99", "64.99", "5", "-3"]))!,
        pick(["CNY", "USD", "SEK"])),
      source: Source(file: "c.csv", row: index + 2, cells: ["title": "标题", "price": "价格"]))
    for _ in 0..<next(7) {
      product.attributes[pick(Self.names)] =
        chance(20) ? pick(Self.hostile) : pick(Self.values)
    }
    let points = ["洗后不透", "后跟有提带，好穿脱", "Sole bends in half", "领口不易变形", "侧袋能放2把伞", "Padded strap"]
    for _ in 0..<next(5) {
      product.sellingPoints.append(chance(20) ? pick(Self.hostile) : pick(points))
    }
    if chance(40) { product.brand = chance(20) ? pick(Self.hostile) : pick(["青野", "Northcap", "无"]) }
    if chance(40) { product.audience = [chance(20) ? pick(Self.hostile) : pick(["小个子", "runners"])] }
    if chance(40) { product.scenes = [chance(20) ? pick(Self.hostile) : pick(["通勤", "送礼", "hiking"])] }
    if chance(30) { product.sales7d = pick([0, 12, -4, 1_000_000]) }
    if chance(30) { product.sales28d = pick([0, 1204]) }
    if chance(30) { product.rating = pick([4.8, 0, 6, -1, .nan, 3.2]) }
    if chance(40) {
      product.referencePrice = ReferencePrice(
        amount: Decimal(pick([199, 20, 0])), basis: chance(60) ? "近7天最低成交价" : nil,
        date: chance(60) ? "2026-11-01" : nil)
    }
    if chance(30) { product.description = chance(30) ? pick(Self.hostile) : "Holds 3 books. Folds flat." }
    if chance(20) { product.locale = pick([.zh, .en]) }
    if chance(25) { product.team = team() }
    return product
  }

  private mutating func team() -> TeamDecision {
    var team = TeamDecision()
    if chance(60) { team.hook = chance(20) ? pick(Self.hostile) : "这件我们卖了3年" }
    if chance(50) { team.copy = [chance(20) ? pick(Self.hostile) : "团队自己写的第2句"] }
    if chance(50) { team.cta = "点左下角" }
    if chance(50) { team.title = chance(30) ? pick(Self.hostile) : "团队标题" }
    for _ in 0..<next(4) {
      var shot = TeamShot(picture: chance(20) ? pick(Self.hostile) : "拍一条走路")
      if chance(50) { shot.line = "边走边说" }
      if chance(50) { shot.duration = pick([2, 0, -1, .nan, 1e300, 4.5]) }
      team.shots.append(shot)
    }
    return team
  }
}

extension Script {
  /// Every text a buyer meets, with the facts that must cover it, by place.
  var buyerTexts: [(place: String, text: String, facts: [Fact])] {
    var result: [(String, String, [Fact])] = []
    for (index, beat) in beats.enumerated() {
      let texts = [
        beat.voice, beat.caption, beat.title ?? "", beat.sticker ?? "", beat.offer?.price ?? "",
        beat.offer?.reference ?? "",
      ]
      result += texts.map { ("beats[\(index)]", $0, beat.facts) }
    }
    for (id, post) in post {
      let texts = [post.title, post.caption, post.coverText, post.cta] + post.hashtags
      result += texts.map { ("post.\(id)", $0, post.facts) }
    }
    return result.filter { !$0.1.isEmpty }
  }
}
