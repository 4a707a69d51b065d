import Foundation
import Model
import Scripting
import Testing

/// Many scripts of few products: how unlike they are, and that chance is seeded.
struct VariantTests {
  private static let everything: Set<ShootAsset> = Set(ShootAsset.allCases)

  @Test func variantsStayFartherApartThanTheBar() throws {
    let output = try MadeScripts.run(
      MadeProducts.all, shoot: Self.everything, photos: 4,
      platforms: [MadePlatforms.douyin, MadePlatforms.tiktok], variants: 6)
    #expect(output.scripts.count == 36)
    #expect(output.variety.near == [])
    let prints = output.scripts.map { ($0, TextDistance($0)) }
    for (place, (script, print)) in prints.enumerated() {
      for (other, before) in prints[..<place] where other.locale == script.locale {
        #expect(print.to(before) >= 0.3, "\(script.id) \(other.id)")
      }
    }
  }

  @Test func variantsSpreadOverOpeningsFormatsAndAngles() throws {
    for product in MadeProducts.all {
      let scripts = try MadeScripts.run(
        [product], shoot: Self.everything, photos: 4, variants: 8
      ).scripts
      #expect(scripts.count == 8)
      #expect(Set(scripts.map(\.hook)).count >= 7, "\(scripts.map(\.hook))")
      #expect(Set(scripts.map(\.format)).count >= 4, "\(scripts.map(\.format))")
      #expect(Set(scripts.compactMap(\.angle)).count >= 3, "\(scripts.map(\.angle))")
      #expect(Set(scripts.map(\.id)).count == 8)
      #expect(Set(scripts.compactMap(\.beats.first?.voice)).count >= 7)
    }
  }

  @Test func theSeedAloneDecides() throws {
    func bytes(_ seed: Int) throws -> [Data] {
      try MadeScripts.run(MadeProducts.all, variants: 3, seed: seed).scripts
        .map { Data(try $0.encoded()) }
    }
    let first = try bytes(7)
    #expect(try bytes(7) == first)
    let other = try bytes(8)
    #expect(other.count == first.count)
    #expect(zip(first, other).filter { $0 != $1 }.count > first.count * 2 / 3)
  }

  @Test func theNumberOfJobsChangesNothing() throws {
    let products = ScriptPropertyTests.products(30, seed: 41)
    func output(_ jobs: Int) throws -> (scripts: [Data], variety: Variety, said: [String]) {
      let output = try MadeScripts.run(
        products, platforms: ScriptPropertyTests.platforms, variants: 2, jobs: jobs)
      return (
        try output.scripts.map { Data(try $0.encoded()) }, output.variety,
        output.diagnostics.map(\.description)
      )
    }
    let one = try output(1)
    for jobs in [2, 4] {
      let many = try output(jobs)
      #expect(many.scripts == one.scripts)
      #expect(many.variety == one.variety && many.said == one.said)
    }
  }

  /// A shop lists every colour on a line of its own.
  private static let colours = ["黑色", "白色", "雾蓝", "卡其", "酒红", "墨绿", "灰色", "杏色"].enumerated().map {
    index, colour in
    MadeProducts.make(
      "TX-\(index)", "纯棉圆领短袖T恤女夏季宽松\(colour)", "womens-clothing", "59.9", row: index + 2,
      [
        "面料": "棉95% 氨纶5%", "版型": "宽松", "领型": "圆领", "厚薄": "常规", "季节": "夏季", "颜色": colour,
        "衣长": "65cm", "弹力": "微弹",
      ], points: ["对着光看不透内衣颜色", "领口双线包边，洗后不易变形"])
  }

  @Test func productsThatDifferInColourAloneAreToldApart() throws {
    let output = try MadeScripts.run(Self.colours, variants: 3)
    #expect(output.scripts.count == 24 && output.variety.near == [])
    let prints = output.scripts.map(TextDistance.init)
    for (place, print) in prints.enumerated() {
      #expect(prints[..<place].allSatisfy { print.to($0) >= 0.3 }, "\(output.scripts[place].id)")
    }
  }

  @Test func whatIsTooNearIsWrittenAnewOrNamed() throws {
    let output = try MadeScripts.run(Self.colours, variants: 4, distance: 0.7)
    #expect(output.variety.replaced > 0 && !output.variety.near.isEmpty)
    let prints = Dictionary(uniqueKeysWithValues: output.scripts.map { ($0.id, TextDistance($0)) })
    for pair in output.variety.near {
      let (one, other) = (try #require(prints[pair.script]), try #require(prints[pair.other]))
      #expect(pair.distance < 0.7 && abs(one.to(other) - pair.distance) < 0.001)
    }
    // The index promises all that share half of what they say.
    for (place, script) in output.scripts.enumerated() {
      let own = TextDistance(script)
      let nearest = output.scripts[..<place].map { own.to(TextDistance($0)) }.min() ?? 1
      guard nearest < 0.45 else { continue }
      #expect(output.variety.near.contains { $0.script == script.id }, "\(script.id) \(nearest)")
    }
  }

  @Test func theFiguresOfABatchAreRight() throws {
    let output = try MadeScripts.run(Self.colours + MadeProducts.all, variants: 3)
    let (scripts, variety) = (output.scripts, output.variety)
    func share(_ count: Int) -> Double {
      (Double(count) / Double(scripts.count) * 1000).rounded() / 1000
    }
    #expect(variety.scripts == scripts.count)
    #expect(variety.distinctHooks == share(Set(scripts.map { $0.beats[0].voice }).count))
    #expect(variety.distinctTexts == share(Set(scripts.map(\.voices)).count))
    #expect(variety.least == 0.3)
    let prints = scripts.map(TextDistance.init)
    let nearest = prints.indices.map { place in
      prints[..<place].enumerated().filter { scripts[$0.offset].locale == scripts[place].locale }
        .map { prints[place].to($0.element) }.min() ?? 1
    }
    #expect(abs(variety.nearest - (nearest.min() ?? 1)) < 0.001)
    let counts = Dictionary(grouping: scripts.flatMap(\.voices).filter { !$0.isEmpty }) { $0 }
      .mapValues(\.count)
    #expect(!variety.repeated.isEmpty)
    for sentence in variety.repeated { #expect(counts[sentence.text] == sentence.count) }
    #expect(variety.repeated.first?.count == counts.values.max())
    #expect(variety.repeated.map(\.count) == variety.repeated.map(\.count).sorted(by: >))
  }

  @Test func aBatchOfNothingIsStillABatch() throws {
    let output = try MadeScripts.run([])
    #expect(output.scripts.isEmpty && output.variety.scripts == 0 && output.variety.near == [])
  }
}
