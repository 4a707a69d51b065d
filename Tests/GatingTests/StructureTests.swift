import Foundation
import Gating
import Model
import Presets
import Testing

/// What copy must bring along for what it says, by the rules that ship.
struct StructureTests {
  let gate = ShippedPresets.copyGate

  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var rule: String?
    var product: @Sendable (inout Product) -> Void = { _ in }
    var facts: [String]?
    var hasPersona = false
    var platform = "douyin"
    var category = "home"
    var testDescription: String { text }
  }

  private func context(_ one: Case) -> CopyContext {
    var product = Product(
      sku: "1", title: "商品", category: one.category, price: Money(9, "CNY"),
      source: Source(file: "c.csv", row: 2))
    one.product(&product)
    return CopyContext(
      product: product, platforms: ShippedPresets.allPlatforms.filter { $0.id == one.platform },
      facts: one.facts, hasPersona: one.hasPersona)
  }

  private func rules(_ one: Case) -> [String] {
    let context = context(one)
    return gate.structure.findings(
      in: CopyText(one.text, place: "beats[0].voice", kind: .voice), context: context,
      scopes: gate.scopes(of: context)
    ).map(\.rule)
  }

  @Test(arguments: [
    Case(text: "原价199，今天99", rule: "price"),
    Case(text: "划线价只是参考", rule: "price"),
    Case(text: "Was $80, now $40", rule: "price", platform: "tiktok"),
    Case(text: "Compare at $120", rule: "price", platform: "youtube_shorts"),
    Case(text: "下单送好礼", rule: "price"), Case(text: "拍下就赠", rule: "price"),
    Case(text: "送挂钩，数量看心情", rule: "price"),
    Case(text: "Comes with a free gift", rule: "price", platform: "tiktok"),
    Case(text: "省电35%", rule: "citation"), Case(text: "吸水是普通毛巾的三倍", rule: "citation"),
    Case(text: "百分之九十的人选错", rule: "citation"),
    Case(text: "Absorbs 3x more water", rule: "citation", platform: "tiktok"),
    Case(text: "容量500毫升", rule: "citation", facts: ["5000毫升"]),
    Case(text: "重1.5公斤", rule: "citation", facts: ["15公斤", "21.5公斤", "1.55公斤"]),
    Case(text: "这支能美白", rule: "cosmetic_claim", category: "beauty"),
    Case(text: "修护又舒缓", rule: "cosmetic_claim", category: "beauty"),
    Case(text: "亲测好用", rule: "endorsement"), Case(text: "我自己用了三个月", rule: "endorsement"),
    Case(text: "I've used it for a year", rule: "endorsement", platform: "instagram_reels"),
    Case(text: "限时特惠", rule: "scarcity"), Case(text: "倒计时开始", rule: "scarcity"),
    Case(text: "Today only", rule: "scarcity", platform: "tiktok"),
    Case(text: "仅剩3件", rule: "scarcity", product: { $0.stock = 40 }),
    Case(text: "只剩三双", rule: "scarcity"),
    Case(text: "Only 2 left", rule: "scarcity", product: { $0.stock = 20 }, platform: "tiktok"),
    Case(text: "UPF50+的面料", rule: "grade"), Case(text: "抗菌防螨", rule: "grade"),
    Case(text: "Waterproof to the seams", rule: "grade", platform: "tiktok"),
  ])
  func aClaimWithoutWhatItNeedsIsFound(one: Case) {
    #expect(rules(one).contains(one.rule ?? ""), "\(one.text): \(rules(one))")
  }

  @Test(arguments: [
    Case(
      text: "原价199，今天99",
      product: { $0.referencePrice = ReferencePrice(amount: 199, basis: "7日内最低成交价") }),
    Case(text: "拍下送挂钩2只"), Case(text: "赠两双棉袜"), Case(text: "送货上门，楼层不限"),
    Case(text: "过年送长辈，盒子是红的"), Case(text: "送到家门口"), Case(text: "发送到手机上"),
    Case(text: "Two clips come as a free gift", platform: "tiktok"),
    Case(text: "省电35%", facts: ["省电35%"]), Case(text: "棉95%", facts: ["面料: 棉 95%"]),
    Case(text: "容量500毫升", facts: ["500毫升"]), Case(text: "容量 1,500 毫升", facts: ["1500ml"]),
    Case(text: "容量500毫升"), Case(text: "放大三次看"),
    Case(text: "这支能美白", product: { $0.attributes["特证号"] = "国妆特字G2020" }, category: "beauty"),
    Case(
      text: "修护又舒缓", product: { $0.attributes["备案号"] = "沪G妆网备字2024" }, category: "beauty"),
    Case(text: "修护镜腿的螺丝"), Case(text: "美白灯条"),
    Case(text: "亲测好用", hasPersona: true), Case(text: "自用送礼都可以"),
    Case(text: "限时到11月30日"), Case(text: "限量200件"),
    Case(text: "限时特惠", product: { $0.attributes["活动截止"] = "2026-11-30" }),
    Case(text: "Today only, until November 30", platform: "tiktok"),
    Case(text: "仅剩3件", product: { $0.stock = 3 }),
    Case(text: "只剩十二双", product: { $0.stock = 12 }),
    Case(text: "UPF50+的面料", product: { $0.attributes["执行标准"] = "GB/T 18830" }),
    Case(text: "抗菌防螨", product: { $0.attributes["检测报告"] = "SGS-1" }),
    Case(text: "不防水，别泡"), Case(text: "不限时退换"), Case(text: "一张照片"),
    Case(text: "The regular fit, size 8", platform: "tiktok"), Case(text: ""), Case(text: "\0"),
  ])
  func aClaimThatStandsIsLeftAlone(one: Case) {
    #expect(rules(one) == [], "\(one.text)")
  }

  private func lacks(
    _ texts: [String], _ platform: String = "douyin", title: String = "商品",
    synthetic: Set<CopyContext.Synthetic> = [], hasLink: Bool = true
  ) -> [String] {
    var context = context(
      Case(text: "", product: { $0.title = title }, platform: platform))
    context.synthetic = synthetic
    context.hasLink = hasLink
    let texts = texts.map { CopyText($0, place: "post", kind: .post) }
    return gate.structure.findings(
      inVideo: texts, context: context, scopes: gate.scopes(of: context)
    ).map(\.rule)
  }

  @Test func noticesAndLabelsAreAskedOfTheWholeVideo() {
    #expect(lacks(["好喝"], title: "益生菌粉 保健食品").contains("health_food"))
    #expect(!lacks(["好喝", "本品不能代替药物"], title: "保健食品").contains("health_food"))
    #expect(!lacks(["好喝"]).contains("health_food"))
    #expect(lacks(["看这里"]).contains("ad_label"))
    #expect(!lacks(["看这里", "广告"]).contains("ad_label"))
    #expect(!lacks(["看这里"], hasLink: false).contains("ad_label"))
    #expect(!lacks(["看这里"], "jd").contains("ad_label"))
    #expect(lacks(["看这里"], synthetic: [.voice]).contains("ai_label"))
    #expect(!lacks(["看这里", "AI配音"], synthetic: [.voice]).contains("ai_label"))
    #expect(!lacks(["看这里"]).contains("ai_label"))
    #expect(lacks(["Affiliate link below"], "tiktok") == ["en_disclosure"])
    #expect(lacks(["Affiliate link below #ad"], "tiktok") == [])
    #expect(lacks([]) == [])
  }

  @Test func aFindingSpeaksThePlatformsLanguage() throws {
    let chinese = context(Case(text: ""))
    let english = context(Case(text: "", platform: "tiktok"))
    let text = CopyText("抗菌", place: "beats[1].caption", kind: .caption)
    let first = try #require(gate.findings(in: text, context: chinese).first { $0.rule == "grade" })
    #expect(first.term == "抗菌" && first.place == "beats[1].caption" && first.severity == .warn)
    #expect(first.basis.contains("广告法") && first.suggestion.contains("检测报告"))
    let other = try #require(gate.findings(in: text, context: english).first { $0.rule == "grade" })
    #expect(other.basis.contains("Advertising Law"))
  }

  @Test func aStretchStandsInItsText() {
    let text = "👨‍👩‍👧 ＵＰＦ５０ 面料"
    let hits = gate.structure.hits(
      in: CopyText(text, place: "p", kind: .title), context: context(Case(text: "")), scopes: [])
    #expect(hits.map { String(text[$0.range]) } == ["ＵＰＦ５０"])
  }

  @Test func theWholeGateJoinsWordsAndClaims() {
    let texts = [
      CopyText("最佳选择，亲测", place: "beats[0].voice", kind: .voice),
      CopyText("广告", place: "beats[0].sticker", kind: .sticker),
    ]
    let found = gate.findings(inVideo: texts, context: context(Case(text: "")))
    #expect(found.map(\.rule) == ["absolute", "endorsement"])
  }
}
