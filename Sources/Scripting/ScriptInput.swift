public import Diagnostics
public import Model

/// Looks for terms that law or a platform forbids: text, where it stands, product, platform ids.
public typealias TextGate =
  @Sendable (_ text: String, _ place: String, _ product: Product, _ platforms: [String]) ->
  [Finding]

/// What is at hand to make a product's video with.
public struct ProductAssets: Sendable, Codable, Hashable {
  /// Product photos that could be found.
  public var photos: Int
  /// What a shoot can count on.
  public var shoot: Set<ShootAsset>

  /// A sample and somebody to wear or hold it are taken to be at hand, unless told otherwise.
  public init(photos: Int = 0, shoot: Set<ShootAsset> = [.sample, .model]) {
    self.photos = photos
    self.shoot = shoot
  }

  func has(_ asset: ShootAsset) -> Bool { shoot.contains(asset) }
}

/// What scripts are written from.
public struct ScriptInput: Sendable {
  /// In the order of the selection.
  public var products: [Product]
  /// SKU → what is at hand; a product that is not named has a sample and no photos.
  public var assets: [String: ProductAssets]
  public var platforms: [Platform]
  public var brand: BrandKit
  public var settings: Settings.Script
  /// Products written at once.
  public var jobs: Int
  public var gate: TextGate
  /// What every video of a product must show, as the law words it.
  public var notices: @Sendable (Product, _ platforms: [Platform]) -> [String]

  public init(
    products: [Product], assets: [String: ProductAssets] = [:], platforms: [Platform],
    brand: BrandKit = BrandKit(), settings: Settings.Script = Settings.Script(),
    jobs: Int = 1,
    notices: @escaping @Sendable (Product, [Platform]) -> [String] = { _, _ in [] },
    gate: @escaping TextGate
  ) {
    self.products = products
    self.assets = assets
    self.platforms = platforms
    self.brand = brand
    self.settings = settings
    self.jobs = jobs
    self.gate = gate
    self.notices = notices
  }
}

/// The scripts, and what the team should know about their catalogue's words.
public struct ScriptOutput: Sendable {
  public var scripts: [Script]
  public var variety: Variety
  /// Blocked words by cell, presets that are not known, products no script could be made for.
  public var diagnostics: [Diagnostic]

  public init(scripts: [Script], variety: Variety = .none, diagnostics: [Diagnostic]) {
    self.scripts = scripts
    self.variety = variety
    self.diagnostics = diagnostics
  }
}
