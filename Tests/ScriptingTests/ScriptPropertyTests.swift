import Foundation
import Model
import Scripting
import Testing
import Timing

struct ScriptPropertyTests {
  static let platforms = [
    MadePlatforms.douyin, MadePlatforms.kuaishou, MadePlatforms.taobao, MadePlatforms.tiktok,
    MadePlatforms.amazon, MadePlatforms.wechat,
  ]

  static func products(_ count: Int, seed: UInt64) -> [Product] {
    var maker = RandomProducts(seed: seed)
    return (0..<count).map { maker.product($0) } + MadeProducts.all
  }

  static func run(
    _ products: [Product], variants: Int = 2, gate: @escaping TextGate = { _, _, _, _ in [] }
  ) throws -> ScriptOutput {
    var assets: [String: ProductAssets] = [:]
    for (index, product) in products.enumerated() {
      assets[product.sku] = ProductAssets(
        photos: index % 7, shoot: index % 3 != 0 ? [.sample, .model] : [])
    }
    return try ShippedPresets.shared.run(
      ScriptInput(
        products: products, assets: assets, platforms: platforms,
        brand: BrandKit(name: "青野小铺", forbidden: ["闭眼入"]),
        settings: Settings.Script(variants: variants), gate: gate))
  }

  @Test func everyFigureAndAttributeValueIsAFact() throws {
    let products = Self.products(60, seed: 7)
    let known = Dictionary(products.map { ($0.sku, $0) }) { first, _ in first }
    var bare: [String] = []
    for script in try Self.run(products).scripts {
      for (place, text, facts) in script.buyerTexts {
        let ground = facts.map(\.text).joined(separator: "\n").lowercased()
        for figure in Self.figures(in: text) where !ground.contains(figure) {
          bare.append("\(script.id) \(place): '\(figure)' in '\(text)'")
        }
        for value in known[script.sku]?.attributes.values.map({ $0 }) ?? []
        where value.count > 1 && text.contains(value) && !ground.contains(value.lowercased()) {
          bare.append("\(script.id) \(place): value '\(value)' in '\(text)'")
        }
      }
    }
    #expect(bare == [])
  }

  /// Runs of digits, as a reader sees numbers.
  private static func figures(in text: String) -> [String] {
    text.split { !($0.unicodeScalars.first?.properties.generalCategory == .decimalNumber) }
      .map { $0.lowercased() }
  }

  @Test func everyFactStandsInItsWordsAndNamesACell() throws {
    for script in try Self.run(Self.products(25, seed: 3)).scripts {
      for beat in script.beats {
        let texts = [
          beat.voice, beat.caption, beat.title ?? "", beat.sticker ?? "",
          beat.offer?.reference ?? "",
        ].joined(separator: "\n").lowercased()
        for fact in beat.facts {
          #expect(texts.contains(fact.text.lowercased()), "\(script.id): \(fact)")
          #expect(fact.source.contains(".csv:") || fact.source.hasPrefix("brand/"))
        }
      }
    }
  }

  @Test func nothingThatTheGateBlocksLeaves() throws {
    let words = ["看", "棉", "T恤", "价", "鞋", "这", "详情", "on", "tap", "元", "20L", "夏"]
    for word in words {
      let output = try Self.run(
        Self.products(8, seed: 11),
        gate: { text, place, _, _ in
          guard text.lowercased().contains(word.lowercased()) else { return [] }
          return [
            Finding(
              term: word, rule: "fake", severity: .block, place: place, suggestion: "",
              basis: "test")
          ]
        })
      for script in output.scripts {
        #expect(!script.findings.contains { $0.severity == .block })
        for (place, text, _) in script.buyerTexts
        where text.lowercased().contains(word.lowercased()) {
          Issue.record("'\(word)' left in \(script.id) \(place): \(text)")
        }
      }
    }
  }

  @Test func postsKeepTheLimitsOfTheirPlatform() throws {
    let byID = Dictionary(uniqueKeysWithValues: Self.platforms.map { ($0.id, $0) })
    for script in try Self.run(Self.products(40, seed: 5)).scripts {
      for (id, post) in script.post {
        let rule = try #require(byID[id]).text
        #expect(rule.length(of: post.title) <= rule.titleMax, "\(post.title)")
        #expect(!post.title.isEmpty)
        #expect(post.caption.count <= rule.captionMax)
        #expect(post.hashtags.count <= rule.hashtagsMax)
        #expect(!post.hashtags.contains { $0.contains { " #\n".contains($0) } })
        #expect(post.coverText.count <= rule.coverMax)
        #expect(post.coverText.split(separator: "\n").count <= 2)
        if byID[id]?.adLabel == true {
          #expect(post.caption.hasSuffix("（广告）") || post.caption.hasSuffix("(Ad)"))
        }
      }
    }
  }

  @Test func platformsWithoutPricesGetNone() throws {
    let scripts = try Self.run(Self.products(25, seed: 9)).scripts.filter {
      $0.platforms.contains("amazon")
    }
    #expect(!scripts.isEmpty)
    for script in scripts {
      #expect(script.platforms == ["amazon"])
      #expect(!script.beats.contains { $0.role == .offer || $0.offer != nil })
      let money = script.beats.flatMap(\.facts).filter { $0.field.hasPrefix("price") }
      #expect(money == [])
    }
  }

  @Test func beatsFollowEachOtherAndAreFilledByTheirShots() throws {
    for script in try Self.run(Self.products(40, seed: 13)).scripts {
      var time = Time.zero
      for (index, beat) in script.beats.enumerated() {
        #expect(beat.start == time)
        let shots = script.shots.filter { $0.beat == index }
        #expect(beat.shots == shots.map(\.id))
        #expect(shots.reduce(Time.zero) { $0 + $1.duration } == beat.duration, "\(script.id)")
        #expect(!shots.isEmpty)
        time += beat.duration
      }
      #expect(script.duration == time)
      #expect(Set(script.shots.map(\.id)).count == script.shots.count, "\(script.id)")
    }
  }

  @Test func hookIsShortAndTheCallComesLate() throws {
    var overlong = 0
    for script in try Self.run(Self.products(40, seed: 17)).scripts where script.hook != "team" {
      let team = script.beats.contains { $0.facts.contains { $0.field.hasPrefix("team.") } }
      #expect(script.beats[0].role == .hook)
      #expect(script.beats[0].duration <= Time(decimal: 3))
      if let call = script.beats.last, call.role == .cta, !team {
        #expect(call.start.decimal >= 0.67 * script.duration.decimal)
        #expect((1.5...3.5).contains(call.duration.decimal))
      }
      #expect(script.beats.filter { $0.role == .point }.count <= 3 || team)
      if script.duration.decimal - Self.longPrices(script) > 30.1, !team { overlong += 1 }
    }
    #expect(overlong == 0)
  }

  /// Seconds that amounts take beyond a usual one: lines are chosen as if all were alike, so that a
  /// new price changes no other word.
  private static func longPrices(_ script: Script) -> Double {
    let pace = script.locale == .zh ? 4.0 : 2.3
    func units(_ text: String) -> Int {
      script.locale == .zh ? SpokenChinese.syllables(in: text) : SpokenEnglish.words(in: text)
    }
    return script.beats.reduce(0) { sum, beat in
      let amounts = Set(
        beat.facts.filter {
          $0.field.hasPrefix("price") || $0.field == "reference_price.amount"
        }.map(\.text))
      let usual = amounts.reduce(beat.voice) {
        $0.replacing($1, with: script.locale == .zh ? "三十九块九" : "nineteen dollars ninety nine")
      }
      return sum + Double(max(0, units(beat.voice) - units(usual))) / pace
    }
  }

  @Test func shotIdsServeAsFileNames() throws {
    for script in try Self.run(Self.products(30, seed: 19)).scripts {
      for name in script.shots.map(\.id) + [script.id] {
        #expect(name == name.slug || name.count > 60, "\(name)")
        #expect(!name.contains("/") && !name.hasPrefix("."))
      }
    }
  }

  @Test func equalInputGivesEqualBytes() throws {
    let products = Self.products(15, seed: 23)
    let first = try Self.run(products).scripts.map { try $0.encoded() }
    let second = try Self.run(products).scripts.map { try $0.encoded() }
    #expect(first == second)
  }

  @Test func aNewPriceKeepsIdsAndShots() throws {
    func scripts(_ price: String) throws -> [Script] {
      try Self.run(
        MadeProducts.all.map {
          var product = $0
          product.price.amount = Decimal(string: price)!
          product.referencePrice?.amount = 10_000_000
          return product
        }, variants: 6
      ).scripts
    }
    let before = try scripts("39.9")
    for price in ["8", "1299.95", "123456.78"] {
      let after = try scripts(price)
      #expect(before.map(\.id) == after.map(\.id))
    }
  }
}
