import Foundation
import Model
import Scripting
import Testing

/// A product beside another of the same shop and kind.
struct SiblingTests {
  private static func shoe(_ sku: String, _ weight: String, _ price: String, row: Int) -> Product {
    MadeProducts.make(
      sku, "轻便网面跑步鞋\(sku)", "shoes", price, row: row,
      ["鞋面材质": "飞织网面", "单只重量": weight, "闭合方式": "系带"], points: ["鞋底能对折"])
  }
  private static let own = shoe("A-1", "215g", "129", row: 6)

  @Test func theTraitDiffersAndTheFactNamesTheOtherRow() throws {
    let other = Self.shoe("B-1", "180g", "159", row: 61)
    let peer = try #require(try MadeScripts.slot("peer", of: Self.own, beside: [other]))
    #expect(peer.text == "180g那款")
    #expect(peer.facts.contains { $0.text == "180g" && $0.source == "catalogue.csv:61 单只重量" })
    let trait = try #require(try MadeScripts.slot("trait", of: Self.own, beside: [other]))
    #expect(trait.text == "单只重量")
    let mine = try #require(try MadeScripts.slot("own_trait", of: Self.own, beside: [other]))
    #expect(mine.text == "215g")
    #expect(mine.facts.contains { $0.source == "catalogue.csv:6 单只重量" })
    let gap = try #require(try MadeScripts.slot("gap", of: Self.own, beside: [other]))
    #expect(gap.text == "30元")
    #expect(gap.facts.contains { $0.formula == "159 - 129 = 30" })
    #expect(gap.facts.contains { $0.source == "catalogue.csv:6 售价; catalogue.csv:61 售价" })
  }

  @Test func twoAlikeAreNotCompared() throws {
    let twin = Self.shoe("B-2", "215g", "129", row: 62)
    #expect(try MadeScripts.slot("peer", of: Self.own, beside: [twin]) == nil)
    #expect(try MadeScripts.slot("gap", of: Self.own, beside: [twin]) == nil)
  }

  @Test func goodsOfAnotherKindAreNoSiblings() throws {
    #expect(try MadeScripts.slot("peer", of: Self.own, beside: [MadeProducts.bag]) == nil)
    var variant = Self.shoe("B-3", "180g", "159", row: 63)
    variant.parentSku = "RUN"
    var own = Self.own
    own.parentSku = "RUN"
    #expect(try MadeScripts.slot("peer", of: own, beside: [variant]) == nil)
  }

  @Test func measuresThatCannotBeHeldAgainstEachOtherAreNotCompared() throws {
    var own = Self.own
    own.quantities["单只重量"] = [Quantity(value: 215, unit: "g")]
    var pair = Self.shoe("B-4", "18cm", "159", row: 64)
    pair.quantities["单只重量"] = [Quantity(value: 18, unit: "cm")]
    #expect(try MadeScripts.slot("peer", of: own, beside: [pair]) == nil)
    pair.attributes["单只重量"] = "0.215kg"
    pair.quantities["单只重量"] = [Quantity(value: 215, unit: "g")]
    #expect(try MadeScripts.slot("peer", of: own, beside: [pair]) == nil)
    pair.attributes["单只重量"] = "0.18kg"
    pair.quantities["单只重量"] = [Quantity(value: 180, unit: "g")]
    #expect(try MadeScripts.slot("peer", of: own, beside: [pair]) == nil)
    pair.attributes["单只重量"] = "180g"
    #expect(try MadeScripts.slot("peer", of: own, beside: [pair])?.text == "180g那款")
  }

  @Test func aComparisonSaysBothValuesWithTheirCells() throws {
    let other = Self.shoe("B-1", "180g", "159", row: 61)
    let output = try MadeScripts.run([Self.own, other], variants: 3, formats: ["comparison"])
    let scripts = output.scripts.filter { $0.sku == "A-1" }
    #expect(scripts.count == 3 && scripts.allSatisfy { $0.format == "comparison" })
    for script in scripts {
      let beat = try #require(
        script.beats.first { $0.voice.contains("215g") && $0.voice.contains("180g") })
      let cells = Set(beat.facts.map(\.source))
      #expect(cells.isSuperset(of: ["catalogue.csv:6 单只重量", "catalogue.csv:61 单只重量"]))
    }
  }

  @Test func whatGoesWithItIsCalledByItsOwnWord() throws {
    var own = MadeProducts.shirt
    own.attributes["搭配款"] = "BG-20L"
    let found = try #require(try MadeScripts.slot("pair", of: own, beside: [MadeProducts.bag]))
    #expect(found.text == "双肩包")
    #expect(found.facts.contains { $0.source == "catalogue.csv:7 商品名称" })
    own.attributes["搭配款"] = "半身裙"
    #expect(try MadeScripts.slot("pair", of: own)?.text == "半身裙")
    own.attributes["搭配款"] = "SKU-99812"
    #expect(try MadeScripts.slot("pair", of: own) == nil)
  }
}
