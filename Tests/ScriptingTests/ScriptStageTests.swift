import Diagnostics
import Foundation
import Model
import Scripting
import Testing

struct ScriptStageTests {
  private func run(
    _ products: [Product], assets: ProductAssets = ProductAssets(),
    platforms: [Platform] = [MadePlatforms.douyin], settings: Settings.Script = .init(),
    brand: BrandKit = BrandKit(), gate: @escaping TextGate = { _, _, _, _ in [] }
  ) throws -> ScriptOutput {
    try ShippedPresets.shared.run(
      ScriptInput(
        products: products,
        assets: Dictionary(products.map { ($0.sku, assets) }) { first, _ in first },
        platforms: platforms, brand: brand, settings: settings, gate: gate))
  }

  private func blocking(_ word: String) -> TextGate {
    { text, place, _, _ in
      text.contains(word)
        ? [
          Finding(
            term: word, rule: "absolute", severity: .block, place: place, suggestion: "换成事实",
            basis: "广告法")
        ] : []
    }
  }

  @Test func aBlockedCellIsLeftOutAndNamed() throws {
    var product = MadeProducts.shirt
    product.sellingPoints = ["全网顶级面料", "领口双线包边"]
    let output = try run([product], gate: blocking("顶级"))
    let diagnostic = try #require(output.diagnostics.first)
    #expect(
      diagnostic.description
        == "catalogue.csv:5: selling_points[0]: warning: '顶级' may not be said (absolute); left out of the copy: 换成事实"
    )
    let finding = try #require(output.scripts[0].findings.first)
    #expect(finding.place == "catalogue.csv:5 卖点" && finding.severity == .warn)
    #expect(!output.scripts[0].buyerTexts.contains { $0.text.contains("顶级") })
  }

  @Test func theShopsOwnForbiddenWordsAreKept() throws {
    let output = try run([MadeProducts.shirt], brand: BrandKit(forbidden: ["内衣"]))
    #expect(!output.scripts[0].buyerTexts.contains { $0.text.contains("内衣") })
    #expect(output.scripts[0].findings.contains { $0.rule == "brand.forbidden" })
  }

  @Test func warningsAreListedByTheirPlace() throws {
    let output = try run([MadeProducts.shirt]) { text, place, _, _ in
      text.contains("59.9元")
        ? [Finding(term: "元", rule: "r", severity: .warn, place: place, suggestion: "", basis: "b")]
        : []
    }
    let places = output.scripts[0].findings.map(\.place)
    #expect(places.contains { $0.hasSuffix(".voice") })
    #expect(places.contains("post.douyin.caption"))
  }

  @Test func assetsChooseTheFormatAndNotesSayWhatIsMissing() throws {
    let photos = try run([MadeProducts.bag], assets: ProductAssets(photos: 5, shoot: []))
    #expect(photos.scripts[0].format == "slideshow")
    #expect(photos.scripts[0].shots.allSatisfy { !$0.must && $0.rig == "photo" })
    #expect(photos.scripts[0].notes.contains("有样品在手，就能拍上手演示，说到哪拍到哪"))
    let presets = Dictionary(
      ShippedPresets.shared.formats.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for script in try run(
      [MadeProducts.bag, MadeProducts.snack, MadeProducts.shirt],
      settings: Settings.Script(variants: 6)
    ).scripts {
      let format = try #require(presets[script.format])
      #expect(Set(format.needs.assets).isSubset(of: [.sample, .model]), "\(script.format)")
      #expect(format.needs.photos == 0)
      #expect(format.categories.isEmpty || format.categories.contains(script.category))
      #expect(script.notes.contains { $0.hasPrefix("形式：\(format.nameZh)（现有样品、模特") })
    }
    let nothing = try run([MadeProducts.bag], assets: ProductAssets(photos: 1, shoot: []))
    #expect(nothing.scripts[0].notes[0].contains("先备好3张商品图"))
  }

  @Test func aReferencePriceWithoutBasisIsNotShown() throws {
    var product = MadeProducts.bag
    let with = try run([product]).scripts[0].beats.compactMap(\.offer)
    #expect(with == [Offer(label: "现价", price: "¥168", reference: "¥199")])
    product.referencePrice?.basis = nil
    let without = try run([product]).scripts[0]
    #expect(without.beats.compactMap(\.offer) == [Offer(label: "售价", price: "¥168")])
    #expect(without.notes.contains { $0.contains("没写依据和日期") })
  }

  @Test func theUnitPriceShowsItsSum() throws {
    let script = try run([MadeProducts.snack]).scripts[0]
    let fact = try #require(
      script.beats.flatMap(\.facts).first { $0.text == "约3.33元" })
    #expect(
      fact.source == "catalogue.csv:8 售价; catalogue.csv:8 规格"
        && fact.formula == "39.9 ÷ 12 ≈ 3.33")
  }

  @Test func oneScriptAnOrientationAndAHook() throws {
    let output = try run(
      [MadeProducts.bag],
      platforms: [MadePlatforms.taobao, MadePlatforms.kuaishou, MadePlatforms.douyin],
      settings: Settings.Script(variants: 3))
    #expect(
      output.scripts.map(\.orientation) == [
        .discovery, .discovery, .discovery, .search, .search, .search,
      ])
    #expect(Set(output.scripts.map(\.hook)).count >= 3)
    #expect(output.scripts[0].platforms == ["douyin", "kuaishou"])
    let bodies = Set(output.scripts.map { $0.beats.map(\.voice) })
    #expect(bodies.count == 6)
    #expect(output.variety.scripts == 6 && output.variety.distinctTexts == 1)
  }

  @Test func twoScriptsOfAProductShareTheirShots() throws {
    let output = try run(
      [MadeProducts.bag], platforms: [MadePlatforms.taobao, MadePlatforms.douyin],
      settings: Settings.Script(variants: 2))
    var pictures: [String: Set<String>] = [:]
    for shot in output.scripts.flatMap(\.shots) {
      pictures[shot.id, default: []].insert(shot.picture)
    }
    #expect(pictures.values.allSatisfy { $0.count == 1 })
    #expect(
      Set(output.scripts[0].shots.map(\.id)).intersection(output.scripts[2].shots.map(\.id)).count
        >= 4)
  }

  @Test func askedHooksAndFormatsAreKept() throws {
    let output = try run(
      [MadeProducts.shoes],
      settings: Settings.Script(formats: ["slideshow", "demoo"], hooks: ["guess-price"]))
    #expect(output.scripts[0].id == "XZ-88-discovery-slideshow-guess-price")
    #expect(
      output.diagnostics.map(\.description) == [
        "shopreel.yaml: script.formats: warning: 'demoo' is no preset of formats; did you mean 'demo'?"
      ])
  }

  @Test func searchTitlesHoldTheProductWordEarly() throws {
    let output = try run(
      [MadeProducts.shirt, MadeProducts.shoes, MadeProducts.snack, MadeProducts.home],
      platforms: [MadePlatforms.taobao])
    let titles = output.scripts.map { $0.post["taobao"]!.title }
    for (title, core) in zip(titles, ["上衣", "跑步鞋", "鲜花饼", "收纳盒"]) {
      #expect(title.prefix(12).contains(core), "\(title)")
    }
    #expect(titles[1] == "青野飞织网面跑步鞋轻便运动鞋男女透气")
  }

  @Test func withoutAGeneralPlaybookNothingIsWritten() {
    let stage = ScriptStage(playbooks: [], formats: [], hooks: [])
    let error = #expect(throws: DiagnosticsError.self) {
      try stage.run(ScriptInput(products: [], platforms: [], gate: { _, _, _, _ in [] }))
    }
    #expect(error?.description.contains("category preset 'general'") == true)
  }
}
