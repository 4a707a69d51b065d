/// What a workspace makes: its `shopreel.yaml`.
public struct Settings: Sendable, Codable, Hashable {
  /// Four characters that tell this workspace's slates from another's; empty takes them from the
  /// folder's name.
  public var id: String
  /// Catalogue files, relative to the workspace; empty means every `catalogue.*`.
  public var catalogues: [String]
  /// What the team has settled about the catalogue's columns.
  public var columns: ColumnSettings
  /// SKU → the category the team wants instead of the one that is found.
  public var categories: [String: String]
  /// Platform preset ids.
  public var platforms: [String]
  public var selection: Selection
  /// What is at hand, by SKU; `*` for every product that is not named.
  public var assets: [String: [ShootAsset]]
  public var script: Script
  public var writer: Writer?
  public var voice: Voice?
  public var render: Render
  /// ISO date printed on the shot list; empty for none.
  public var shootDate: String

  public struct Selection: Sendable, Codable, Hashable {
    /// Policy preset id.
    public var policy: String
    /// Overrides of the policy's `count` and `perCategory`.
    public var count: Int?
    public var perCategory: Int?

    public init(policy: String = "default", count: Int? = nil, perCategory: Int? = nil) {
      self.policy = policy
      self.count = count
      self.perCategory = perCategory
    }
  }

  public struct Script: Sendable, Codable, Hashable {
    /// Scripts for a product and an orientation, differing in hook.
    public var variants: Int
    /// Seconds aimed at; nil takes the platforms' selling length.
    public var duration: Double?
    /// Format and hook ids to choose from; empty means all.
    public var formats: [String]
    public var hooks: [String]
    public var seed: Int
    /// Least distance between two scripts, 0…1; nearer ones are written anew.
    public var distance: Double

    public init(
      variants: Int = 1, duration: Double? = nil, formats: [String] = [], hooks: [String] = [],
      seed: Int = 1, distance: Double = 0.3
    ) {
      self.variants = variants
      self.duration = duration
      self.formats = formats
      self.hooks = hooks
      self.seed = seed
      self.distance = distance
    }
  }

  /// A language model that proposes lines; scripts are whole without it.
  public struct Writer: Sendable, Codable, Hashable {
    public enum Kind: String, Sendable, Codable, CaseIterable { case openai }

    public var kind: Kind
    /// `http://127.0.0.1:8080/v1`.
    public var baseURL: String
    public var model: String
    /// The environment variable that holds the key; nil for servers that ask for none.
    public var keyEnvironment: String?
    /// Seconds that one answer may take.
    public var timeout: Double

    public init(
      kind: Kind = .openai, baseURL: String, model: String, keyEnvironment: String? = nil,
      timeout: Double = 30
    ) {
      self.kind = kind
      self.baseURL = baseURL
      self.model = model
      self.keyEnvironment = keyEnvironment
      self.timeout = timeout
    }
  }

  /// A program that speaks scripts nobody has recorded.
  public struct Voice: Sendable, Codable, Hashable {
    /// Program and arguments, with `{text_file}`, `{out}` and `{voice}` to be filled in.
    public var command: [String]
    /// The program's own name of a voice; the locale's own where none is given.
    public var voices: [CopyLocale: String]
    /// Seconds that one text may take.
    public var timeout: Double

    public init(command: [String], voices: [CopyLocale: String] = [:], timeout: Double = 60) {
      self.command = command
      self.voices = voices
      self.timeout = timeout
    }
  }

  public struct Render: Sendable, Codable, Hashable {
    /// Quality preset id: `draft` or `final`.
    public var quality: String
    /// Style preset id.
    public var style: String
    /// Platform, SKU or script id → style preset id; a script goes before its product, a product
    /// before its platform.
    public var styles: [String: String]
    /// Encoder by FFmpeg's name; nil takes the quality's own.
    public var encoder: String?
    /// Gigabytes that the store of encoded spans is pruned down to.
    public var storeGb: Double

    public init(
      quality: String = "final", style: String = "clean", styles: [String: String] = [:],
      encoder: String? = nil, storeGb: Double = 20
    ) {
      self.quality = quality
      self.style = style
      self.styles = styles
      self.encoder = encoder
      self.storeGb = storeGb
    }
  }

  public init(
    id: String = "", catalogues: [String] = [], platforms: [String] = [],
    selection: Selection = Selection(),
    script: Script = Script(), render: Render = Render(), shootDate: String = "",
    columns: ColumnSettings = ColumnSettings(), categories: [String: String] = [:],
    assets: [String: [ShootAsset]] = [:], writer: Writer? = nil, voice: Voice? = nil
  ) {
    self.id = id
    self.catalogues = catalogues
    self.columns = columns
    self.categories = categories
    self.assets = assets
    self.writer = writer
    self.voice = voice
    self.platforms = platforms
    self.selection = selection
    self.script = script
    self.render = render
    self.shootDate = shootDate
  }
}
