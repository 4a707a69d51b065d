import Foundation
import Gating
import Model
import Presets
import Testing

struct GateTests {
  let gate = ShippedPresets.gate

  func find(
    _ text: String, _ category: String = "general", on platforms: [String] = ["douyin"]
  ) -> [Finding] {
    gate.findings(in: text, place: "beats[0].voice", category: category, platforms: platforms)
  }

  @Test(arguments: [
    "最近天气热，这件穿着凉快", "第一步先拆开包装", "一级能效空调，省电看得见", "店里最小码是S",
    "最大承重120斤", "最佳食用期是开封后三天", "我们追求极致服务", "首次发布于2024年",
    "国家标准一级", "最后把盖子拧紧", "第一次用先过水", "特级初榨橄榄油", "这双鞋最大码到45",
  ])
  func lawfulSentencesThatLookForbiddenStayClean(text: String) {
    #expect(find(text) == [])
  }

  @Test func comparingOneselfWithOneselfIsANote() {
    let findings = find("这一款是本店最轻的一款")
    #expect(findings.map(\.severity) == [.note])
    #expect(findings.map(\.term) == ["最轻"])
    #expect(findings.first?.basis.contains("自我比较") == true)
  }

  @Test(arguments: [
    "这是全国最轻的一款", "本店全网最轻的一款", "本店同行里最轻的一款", "本店开了十年，今天讲一个全新的，最轻的箱子",
    "本店。最轻的箱子", "本店国家级品质", "自家销量第一",
  ])
  func aWiderClaimIsNoSelfComparison(text: String) {
    #expect(find(text).contains { $0.severity != .note && $0.rule == "absolute" })
  }

  @Test(arguments: [
    ("这是最佳选择", "absolute", "最佳"), ("用了降血糖", "medical", "降血糖"),
    ("全网最低价", "price", "全网最低价"), ("国家免检产品", "authority", "国家免检"),
    ("点赞关注不迷路", "induce", "点赞关注"), ("保证有效", "guarantee", "保证有效"),
  ])
  func forbiddenWordsAreFound(text: String, rule: String, term: String) {
    #expect(find(text).contains { $0.rule == rule && $0.term == term })
  }

  @Test(arguments: [
    "加微信领券", "加 微 信", "加·微·信", "加薇信", "加徽芯", "V❤信", "Ｖ信联系", "v 信", "VX聊",
    "加\u{200B}微\u{200B}信", "扫 码 进 群", "微❤️信号", "手机13812345678", "联系138-1234-5678",
    "微信号：abc_12345", "wx: shop_2024", "http://t.cn/abc", "来 www.shop.com 看看", "shop.taobao.com",
  ])
  func leadingBuyersAwayIsFoundThroughDisguise(text: String) {
    #expect(find(text).contains { $0.rule != "price" && $0.severity == .block || $0.term == "微信" })
  }

  @Test(arguments: [
    "增加V领设计", "V领显脖子长", "vintage风外套", "vitamin C 含量", "安徽信阳毛尖", "添加微量元素",
    "味道好。信得过", "扣扣子方便", "型号1381234567890", "净含量1.5kg", "尺码35-36-37-38",
    "3.5元一包", "一套2.0mm厚", "有威信的老师傅", "发热发光",
  ])
  func ordinaryCopyIsNotTakenForDiversion(text: String) {
    #expect(find(text).filter { $0.severity == .block } == [])
  }

  @Test func hiddenWidthAndCaseDoNotHideAWord() {
    for text in ["最\u{200B}佳", "最\u{FE0F}佳", "ＮＯ.１", "No.1", "TOP 1"] {
      #expect(find(text).contains { $0.rule == "absolute" }, "\(text)")
    }
  }

  @Test func aTermHoldsOnlyInItsCategory() {
    #expect(find("这款能美白", "beauty").contains { $0.term == "美白" })
    #expect(find("这款能美白", "shoes") == [])
    #expect(find("有助减肥", "snacks").contains { $0.severity == .block })
    #expect(find("有助减肥", "bags") == [])
  }

  @Test func aTermHoldsOnlyOnItsPlatform() {
    #expect(find("去淘宝搜同款", on: ["douyin"]).contains { $0.term == "去淘宝搜" })
    #expect(find("抖音搜同款", on: ["taobao_main"]).contains { $0.term == "抖音搜" })
    #expect(find("加微信", on: ["wechat_channels"]) == [])
    #expect(find("the best bag", on: ["douyin"]) == [])
    #expect(find("the best bag", on: ["tiktok"]).map(\.term) == ["the best"])
    #expect(find("meet the bestie bag", on: ["tiktok"]) == [])
    #expect(find("a secure lid and a manicure", on: ["tiktok"]) == [])
  }

  @Test func aProductsOwnWordsBringRulesIn() {
    var product = Product(
      sku: "1", title: "益生菌保健食品", category: "snacks", price: Money(9, "CNY"),
      source: Source(file: "c.csv", row: 2))
    let text = "一个疗程见变化"
    #expect(
      gate.findings(in: text, place: "p", product: product, platforms: []).map(\.term) == ["疗程"])
    product.title = "薯片"
    #expect(gate.findings(in: text, place: "p", product: product, platforms: []) == [])
  }

  @Test func pricesAreFoundWhereNoneAreAllowed() {
    #expect(find("Now only $12.99", on: ["amazon"]).contains { $0.severity == .block })
    #expect(find("12.99 dollars", on: ["amazon"]).map(\.rule) == ["price"])
    #expect(find("Holds 12 cans", on: ["amazon"]) == [])
    #expect(find("Now $12.99", on: ["tiktok"]) == [])
  }

  @Test func theBrandsForbiddenWordsAreBlockedEverywhere() throws {
    let gate = try Gate(
      terms: TermList(name: "none", terms: []),
      brand: BrandKit(forbidden: ["便宜", "re:cheap"], file: "brand/brand.yaml"))
    let findings = gate.findings(in: "真便宜 re:CHEAP", place: "p", category: "", platforms: [])
    #expect(findings.map(\.term) == ["便宜", "re:cheap"])
    #expect(findings.allSatisfy { $0.severity == .block && $0.basis == "brand/brand.yaml" })
  }

  @Test func theLongestWordWinsUnlessItIsMilder() {
    #expect(find("行业最先进工艺").map(\.term) == ["行业最", "最先进工艺"])
    #expect(
      find("能量石治病", "hats-accessories").map(\.term).sorted() == ["治病", "能量石治病"])
  }

  @Test func aFindingSaysWhereItStandsOnce() {
    let findings = find("最佳，真的最佳")
    #expect(findings.count == 1)
    #expect(findings.first?.place == "beats[0].voice")
    let text = "好物🎁，Ｖ❤️信找我"
    let hits = gate.hits(in: text, place: "p", scopes: [], platforms: ["douyin"])
    #expect(hits.map { String(text[$0.range]) } == ["Ｖ❤️信"])
  }

  @Test func hostileTextIsOnlyText() {
    for text in ["", "\0", "\u{FFFD}\u{0301}", String(repeating: "最佳", count: 20_000), "👨‍👩‍👧"] {
      _ = find(text)
    }
    #expect(find(String(repeating: "最佳", count: 20_000)).count == 1)
  }

  @Test func aPatternThatIsNoneIsNamed() {
    let term = TermList.Term(
      text: "re:(", rule: "x", basis: "", severity: .warn, suggestion: "")
    let error = #expect(throws: GatingError.self) {
      try Gate(terms: TermList(name: "x", terms: [term]))
    }
    #expect(error?.message.hasPrefix("'(' is not a regular expression") == true)
  }
}
