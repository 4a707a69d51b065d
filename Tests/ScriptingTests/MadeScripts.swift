import Foundation
import Model
import Scripting

/// Scripts of a few products in one call, and single slots looked at by themselves.
enum MadeScripts {
  static func run(
    _ products: [Product], shoot: Set<ShootAsset> = [.sample, .model], photos: Int = 0,
    platforms: [Platform] = [MadePlatforms.douyin], variants: Int = 1, formats: [String] = [],
    hooks: [String] = [], seed: Int = 1, brand: BrandKit = BrandKit(), jobs: Int = 1,
    distance: Double = 0.3, stage: ScriptStage = ShippedPresets.shared,
    gate: @escaping TextGate = { _, _, _, _ in [] }
  ) throws -> ScriptOutput {
    let assets = ProductAssets(photos: photos, shoot: shoot)
    return try stage.run(
      ScriptInput(
        products: products,
        assets: Dictionary(products.map { ($0.sku, assets) }) { first, _ in first },
        platforms: platforms, brand: brand,
        settings: Settings.Script(
          variants: variants, formats: formats, hooks: hooks, seed: seed, distance: distance),
        jobs: jobs, gate: gate))
  }

  /// Many different scripts of one product.
  static func many(
    _ product: Product, shoot: Set<ShootAsset> = [.sample, .model],
    platforms: [Platform] = [MadePlatforms.douyin], formats: [String] = [],
    brand: BrandKit = BrandKit(), gate: @escaping TextGate = { _, _, _, _ in [] }
  ) throws -> [Script] {
    try (1...4).flatMap {
      try run(
        [product], shoot: shoot, platforms: platforms, variants: 8, formats: formats, seed: $0,
        brand: brand, gate: gate
      ).scripts
    }
  }

  /// What a slot of patterns is filled with for a product beside others of its shop, and its facts;
  /// nil where it is empty.
  static func slot(
    _ name: String, of product: Product, beside others: [Product] = [],
    platform: Platform = MadePlatforms.douyin, shoot: Set<ShootAsset> = [.sample],
    brand: BrandKit = BrandKit()
  ) throws -> (text: String, facts: [Fact])? {
    var stage = ShippedPresets.shared
    stage.hooks = [
      HookType(
        id: "probe", name: "Probe", nameZh: "探", note: "", needs: [.slot(name)],
        orientations: Orientation.allCases, weight: 1, shot: nil,
        lines: [.zh: ["{\(name)}"], .en: ["{\(name)}"]])
    ]
    let output = try run(
      [product] + others, shoot: shoot, platforms: [platform], brand: brand, stage: stage)
    guard let script = output.scripts.first, script.hook == "probe" else { return nil }
    let beat = script.beats[0]
    return (beat.voice, beat.facts)
  }
}

extension Script {
  var voices: [String] { beats.map(\.voice) }

  /// Facts of beats and posts.
  var allFacts: [Fact] { beats.flatMap(\.facts) + post.values.flatMap(\.facts) }
}
