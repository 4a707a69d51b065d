import Foundation
import Model
import Testing

/// What the written scripts of a small shop say, and what they leave unsaid.
@Suite struct CopyFactTests {
  @Test func theBatchIsToldAsATableAndInFigures() throws {
    let site = try CopySite()
    let outcome = try site.start()
    #expect(outcome.status == 0)
    let scripts = try site.scripts
    #expect(scripts.count == 6)
    let variety = try site.root.artefact(Variety.self, "work/variety.json")
    #expect(variety.scripts == 6 && variety.near == [] && variety.nearest >= 0.3)
    #expect((outcome.out + outcome.err).contains("差异"))
    let bytes = try #require(site.root.bytes("work/scripts.csv"))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let rows = String(decoding: bytes.dropFirst(3), as: UTF8.self).components(separatedBy: "\r\n")
    #expect(rows.count == 8 && rows[0].hasPrefix("脚本,SKU,商品"))
    for script in scripts { #expect(rows.contains { $0.hasPrefix(script.id + ",") }) }
    let english = try Program.run(["script", "-C", site.root.path, "--lang", "en"])
    #expect(english.status == 0)
    let table = String(decoding: site.root.bytes("work/scripts.csv") ?? Data(), as: UTF8.self)
    #expect(table.contains("Script,SKU,Product"))
  }

  @Test func aReferencePriceWithBasisAndDateIsStruckThrough() throws {
    let site = try CopySite()
    #expect(try site.start().status == 0)
    let bag = try site.scripts.filter { $0.sku == "BG-1" }
    for script in bag {
      let offer = try #require(script.beats.compactMap(\.offer).first)
      #expect(offer.price == "¥168" && offer.reference == "¥199")
      let facts = script.beats.flatMap(\.facts)
      #expect(facts.contains { $0.text == "¥199" && $0.source == "catalogue.csv:2 划线价" })
    }
    #expect(bag.flatMap(\.beats).contains { $0.voice.contains("近7天成交价") })
    // The flower cakes have a price to compare with and no ground for it.
    for script in try site.scripts where script.sku == "SN-1" {
      #expect(!script.beats.contains { $0.offer?.reference != nil })
      #expect(!script.lines.contains { $0.text.contains("59") })
      #expect(script.notes.contains { $0.contains("没写依据和日期") })
    }
  }

  @Test func healthFoodShowsWhatTheLawWants() throws {
    let site = try CopySite(
      catalogue: """
        商品编码,商品名称,类目,售价,成本,库存,规格,批准文号,卖点
        HF-1,维生素C片保健食品,保健食品,89,30,200,60片,国食健注G20200001,独立小瓶；橙味
        SN-1,云南手工鲜花饼玫瑰味,零食,39.9,12,500,12袋,,外皮酥；独立小袋装

        """)
    let outcome = try site.start()
    #expect([0, 1].contains(outcome.status))
    let scripts = try site.scripts
    let health = scripts.filter { $0.sku == "HF-1" }
    #expect(!health.isEmpty)
    for script in health {
      #expect(script.beats.contains { $0.sticker?.contains("本品不能代替药物") == true })
      #expect(script.findings.filter { $0.severity == .block } == [])
    }
    for script in scripts where script.sku == "SN-1" {
      #expect(!script.lines.contains { $0.text.contains("代替药物") })
    }
  }
}
