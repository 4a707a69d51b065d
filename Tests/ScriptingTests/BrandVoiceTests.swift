import Foundation
import Model
import Scripting
import Testing

/// A shop's person, phrases and occasions: said where they fit and nowhere else.
struct BrandVoiceTests {
  private static let brand = BrandKit(
    name: "青野小铺",
    persona: .init(name: "老周", role: "店主", trade: "做鞋", years: 12, categories: ["shoes"]),
    catchphrase: "青野，慢慢挑",
    contact: .init(channel: "店主企业微信", benefit: "发你尺码表"))

  @Test func experienceIsSpokenOfForItsOwnGoodsAlone() throws {
    let years = try #require(
      try MadeScripts.slot("years", of: MadeProducts.shoes, brand: Self.brand))
    #expect(years.text == "12年")
    #expect(years.facts.contains { $0.source == "brand/brand.yaml persona.years" })
    #expect(try MadeScripts.slot("trade", of: MadeProducts.shoes, brand: Self.brand)?.text == "做鞋")
    for slot in ["trade", "years"] {
      #expect(try MadeScripts.slot(slot, of: MadeProducts.snack, brand: Self.brand) == nil)
    }
    #expect(
      try MadeScripts.slot("persona", of: MadeProducts.snack, brand: Self.brand)?.text == "老周")
    var unnamed = Self.brand
    unnamed.persona?.categories = []
    unnamed.persona?.trade = "跑步鞋"
    #expect(try MadeScripts.slot("trade", of: MadeProducts.shoes, brand: unnamed)?.text == "跑步鞋")
    #expect(try MadeScripts.slot("trade", of: MadeProducts.bag, brand: unnamed) == nil)
  }

  @Test func nobodyIsQuotedWhoIsNotThere() throws {
    for slot in ["persona", "role", "trade", "years", "catchphrase", "contact", "benefit"] {
      #expect(try MadeScripts.slot(slot, of: MadeProducts.shoes) == nil, "\(slot)")
    }
    let people = try MadeScripts.many(MadeProducts.shoes, brand: Self.brand)
    #expect(!people.contains { ["identity", "insider"].contains($0.hook) })
    let hooks = try MadeScripts.many(
      MadeProducts.shoes, shoot: [.sample, .model, .presenter], brand: Self.brand
    ).map(\.hook)
    #expect(hooks.contains("insider") || hooks.contains("identity"))
  }

  @Test func aHolidayIsTheCataloguesOwn() throws {
    #expect(try MadeScripts.slot("holiday", of: MadeProducts.snack) == nil)
    var product = MadeProducts.snack
    product.title = "中秋鲜花饼礼盒玫瑰味"
    let found = try #require(try MadeScripts.slot("holiday", of: product))
    #expect(found.text == "中秋" && found.facts.first?.source == "catalogue.csv:8 商品名称")
    let plain = try MadeScripts.many(MadeProducts.snack)
    #expect(!plain.contains { $0.hook == "holiday" })
  }

  @Test func aSayingNeedsTheValueThatSpeaksToIt() throws {
    let found = try #require(try MadeScripts.slot("belief_value", of: MadeProducts.shoes))
    #expect(found.text == "215g")
    var product = MadeProducts.shoes
    product.attributes = ["鞋面材质": "飞织网面", "闭合方式": "系带"]
    #expect(try MadeScripts.slot("belief", of: product) == nil)
    #expect(!(try MadeScripts.many(product)).contains { $0.hook == "myth" })
  }

  @Test func theShopsOwnWordsReplaceTheTrades() throws {
    let plain = try MadeScripts.many(MadeProducts.shirt)
    #expect(plain.flatMap(\.voices).contains { $0.contains("链接") })
    var brand = Self.brand
    brand.preferred = ["链接": "小店"]
    let own = try MadeScripts.many(MadeProducts.shirt, brand: brand)
    #expect(!own.flatMap(\.voices).contains { $0.contains("链接") })
    #expect(own.flatMap(\.voices).contains { $0.contains("小店") })
  }

  @Test func thePhraseStandsAtTheEndOnly() throws {
    let scripts =
      try MadeScripts.many(MadeProducts.shirt, brand: Self.brand)
      + MadeScripts.many(
        MadeProducts.make("HM-0", "桌面收纳盒", "home", "45", ["材质": "PET"]), brand: Self.brand)
    let phrase = "青野，慢慢挑"
    #expect(scripts.contains { $0.voices.last?.hasSuffix(phrase) == true })
    for script in scripts {
      #expect(!script.voices.dropLast().contains { $0.contains(phrase) }, "\(script.id)")
    }
  }

  @Test func aContactIsNamedWhereThePlatformAllowsIt() throws {
    let open = MadePlatforms.platform("service", .private, allowsContact: true)
    let there = try MadeScripts.many(MadeProducts.shirt, platforms: [open], brand: Self.brand)
    #expect(there.contains { $0.voices.last?.contains("店主企业微信") == true })
    let elsewhere = try MadeScripts.many(
      MadeProducts.shirt, platforms: [MadePlatforms.douyin, MadePlatforms.wechat],
      brand: Self.brand)
    #expect(!elsewhere.flatMap(\.buyerTexts).contains { $0.text.contains("企业微信") })
    let mixed = try MadeScripts.many(
      MadeProducts.shirt, platforms: [open, MadePlatforms.wechat], brand: Self.brand)
    #expect(!mixed.flatMap(\.voices).contains { $0.contains("企业微信") })
  }
}
