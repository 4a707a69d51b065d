import Foundation
import Model
import Scripting
import Testing
import Timing

/// How long words take, and whether a script's time is filled with them.
struct TimingTests {
  @Test(arguments: [
    ("¥39.9", 5), ("1.5L", 4), ("20000mAh", 5), ("36-41码", 8), ("100%棉", 5), ("2024年", 5),
    ("2024年11月", 8), ("01、02", 4), ("SPF50+", 6), ("Type-C", 3), ("3C认证", 4), ("65W", 4),
    ("5V", 2), ("10小时", 3), ("1204件", 7), ("12800", 6), ("¥1299", 8), ("1,299元", 8),
    ("0.5kg", 5), ("28×18×22cm", 12), ("25℃", 6), ("360g", 5), ("30g×12袋", 7), ("500ml", 4),
    ("A4纸", 3), ("第2天", 3), ("105元", 5), ("20元", 3), ("15.6英寸", 6), ("IPX7", 4),
    ("LED灯", 4), ("50%", 5), ("3~5天", 4), ("13800138000", 11), ("一天一杯", 4), ("，。！…", 0),
    ("棉95% 氨纶5%", 13),
  ])
  func chineseIsCountedAsItIsRead(_ text: String, _ syllables: Int) {
    #expect(SpokenChinese.syllables(in: text) == syllables, "\(text)")
  }

  @Test(arguments: [
    ("$5", 2), ("$1,299", 8), ("20 oz", 2), ("1.5 L", 4), ("50%", 2), ("100%", 3),
    ("SPF 50+", 3), ("Don't stop", 2), ("12 bars", 2), ("3×5 in", 4), ("15.6-inch", 4),
    ("18 months", 2), ("21 days", 3), ("a 30-day return", 4), ("€64", 3), ("Café au lait", 3),
    ("It's 5 o'clock", 3), ("—…!", 0), ("$19.99 for 2 packs", 9),
  ])
  func englishIsCountedAsItIsRead(_ text: String, _ words: Int) {
    #expect(SpokenEnglish.words(in: text) == words, "\(text)")
  }

  private static let formats = Dictionary(
    ShippedPresets.shared.formats.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// Seconds that one platform and the script's format agree on.
  private static func target(_ script: Script, _ platform: Platform) -> ClosedRange<Double>? {
    guard let own = formats[script.format]?.seconds[script.orientation] else { return nil }
    let low = max(own[0], platform.duration.sellFrom)
    let high = min(own[1], platform.duration.sellTo)
    return low <= high ? low...high : nil
  }

  @Test(arguments: [MadePlatforms.douyin, MadePlatforms.taobao])
  func whatThereIsToSayFillsTheTimeAimedAt(_ platform: Platform) throws {
    let rich = [MadeProducts.shirt, MadeProducts.shoes, MadeProducts.bag, MadeProducts.home]
    for script in try MadeScripts.run(rich, photos: 4, platforms: [platform], variants: 6).scripts {
      let target = try #require(Self.target(script, platform))
      #expect(
        // Prices count alike where lines are chosen: a long one may run half a second over.
        (target.lowerBound - 0.05...target.upperBound + 0.5).contains(script.duration.decimal),
        "\(script.id) \(script.duration.decimal) of \(target)")
    }
  }

  /// Silence is what neither words nor a look at each picture fill.
  @Test func noMoreThanATwentiethOfAScriptIsSilent() throws {
    for script in try MadeScripts.run(MadeProducts.all, photos: 4, variants: 6).scripts {
      let format = try #require(Self.formats[script.format])
      let spoken = script.beats.reduce(0.0) { $0 + Self.seconds($1.voice, format, script.locale) }
      let looks = script.beats.reduce(0.0) { sum, beat in
        let speech = Self.seconds(beat.voice, format, script.locale)
        let short = beat.role == .hook || beat.role == .cta
        return sum + (short ? 0.5 : 0.5 * max(1, (speech / (format.shotSeconds - 0.5)).rounded()))
      }
      // A beat is never shorter than its least by more than a look's worth.
      let allowed =
        spoken + looks + 0.05 * script.duration.decimal
        + 0.4 * Double(script.beats.count)
      #expect(script.duration.decimal <= allowed, "\(script.id)")
      #expect(script.beats.allSatisfy { !$0.voice.isEmpty }, "\(script.id)")
    }
  }

  private static func seconds(_ text: String, _ format: Format, _ locale: CopyLocale) -> Double {
    let units =
      locale == .zh ? SpokenChinese.syllables(in: text) : SpokenEnglish.words(in: text)
    return Double(units) / (format.pace[locale] ?? 4.3)
  }

  @Test func everyBeatIsLongEnoughForItsWords() throws {
    for script in try MadeScripts.run(MadeProducts.all, photos: 4, variants: 6).scripts {
      let format = try #require(Self.formats[script.format])
      for beat in script.beats {
        let speech = Self.seconds(beat.voice, format, script.locale)
        // An opening lasts three seconds at most and is then said a little faster.
        let short = beat.role == .hook || beat.role == .cta
        #expect(
          beat.duration.decimal >= speech * (short ? 0.85 : 1) - 0.05,
          "\(script.id): \(beat.voice)")
      }
    }
  }

  @Test func aThinProductMakesAShorterVideoAndSaysSo() throws {
    let thin = MadeProducts.make("THIN-1", "小物件", "general", "35", [:])
    let script = try #require(try MadeScripts.run([thin]).scripts.first)
    let target = try #require(Self.target(script, MadePlatforms.douyin))
    #expect(script.duration.decimal < target.lowerBound)
    #expect(script.duration.decimal >= 3)
    #expect(script.notes.contains { $0.contains("商品资料只够说") && $0.contains("再补几条") })
    let rich = try #require(try MadeScripts.run([MadeProducts.shirt]).scripts.first)
    #expect(!rich.notes.contains { $0.contains("商品资料只够说") })
  }

  @Test func anotherPriceChangesTheOfferAlone() throws {
    func scripts(_ price: String) throws -> [Script] {
      let products = [MadeProducts.shirt, MadeProducts.shoes, MadeProducts.home].map {
        var product = $0
        product.price.amount = Decimal(string: price)!
        return product
      }
      return try MadeScripts.run(products, photos: 4, variants: 6).scripts
    }
    let before = try scripts("39.9")
    for price in ["8", "1299.95", "123456.78"] {
      let after = try scripts(price)
      #expect(after.map(\.id) == before.map(\.id))
      for (script, old) in zip(after, before) {
        #expect(script.beats.map(\.role) == old.beats.map(\.role), "\(script.id) \(price)")
        let voices = script.voices.map { $0.replacing("\(price)元", with: "39.9元") }
        #expect(voices == old.voices, "\(script.id) \(price)")
      }
    }
  }
}
