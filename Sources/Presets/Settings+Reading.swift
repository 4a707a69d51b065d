public import Model

extension Settings {
  /// Reads a `workspace/1` file, a workspace's `shopreel.yaml`.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource) throws {
    self = try source.read(schema: "workspace/1") { root in
      Settings(
        id: root["id"].string(""), catalogues: root["catalogue"].strings(),
        platforms: root["platforms"].strings(),
        selection: Selection(reading: root["selection"]), script: Script(reading: root["script"]),
        render: Render(reading: root["render"]), shootDate: root["shoot"]["date"].string(""),
        columns: ColumnSettings(reading: root.own("columns")),
        categories: root["categories"].corrections(), assets: root.own("assets").assetsBySku(),
        writer: root["writer"].isPresent ? Writer(reading: root["writer"]) : nil,
        voice: root["voice"].isPresent ? Voice(reading: root["voice"]) : nil)
    }
  }
}

extension PresetNode {
  /// SKU → category id.
  fileprivate func corrections() -> [String: String] {
    var result: [String: String] = [:]
    for (sku, node) in entries {
      let id = node.string()
      if !CategoryRules.legalIDs.contains(id) {
        let legal = CategoryRules.legalIDs
        node.report("'\(id)' is no category; they are \(legal.joined(separator: ", "))")
      }
      result[sku] = id
    }
    return result
  }
}

extension Settings.Selection {
  fileprivate init(reading node: PresetNode) {
    self.init(
      policy: node["policy"].string("default"),
      count: node["count"].isPresent ? node["count"].int(in: 1...100_000) : nil,
      perCategory: node["per_category"].isPresent
        ? node["per_category"].int(in: 1...100_000) : nil)
    node.finish()
  }
}

extension Settings.Script {
  fileprivate init(reading node: PresetNode) {
    self.init(
      variants: node["variants"].int(1, in: 1...20),
      duration: node["duration"].isPresent ? node["duration"].double(in: 5...180) : nil,
      formats: node["formats"].strings(), hooks: node["hooks"].strings(),
      seed: node["seed"].int(1), distance: node["distance"].double(0.3, in: 0...0.5))
    node.finish()
  }
}

extension PresetNode {
  /// SKU, or `*` → what is at hand for it.
  fileprivate func assetsBySku() -> [String: [ShootAsset]] {
    Dictionary(
      ownEntries.map { ($0.key, $0.node.assets()) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Settings.Writer {
  fileprivate init(reading node: PresetNode) {
    self.init(
      kind: node["kind"].choice(Kind.self, .openai), baseURL: node["base_url"].string(),
      model: node["model"].string(), keyEnvironment: node["key_env"].optionalString,
      timeout: node["timeout"].double(30, in: 1...600))
    node.finish()
  }
}

extension Settings.Voice {
  fileprivate init(reading node: PresetNode) {
    self.init(
      command: node["command"].strings(),
      voices: Dictionary(
        CopyLocale.allCases.compactMap { locale in
          node["voices"][locale.rawValue].optionalString.map { (locale, $0) }
        }, uniquingKeysWith: { first, _ in first }),
      timeout: node["timeout"].double(60, in: 1...3600))
    let words = command.joined(separator: " ")
    if command.first?.isEmpty ?? true || !words.contains("{out}") || !words.contains("{text_file}")
    {
      node["command"].report(
        "'voice.command' must name a program, and hold {text_file} and {out}")
    }
    node.finish()
  }
}

extension Settings.Render {
  fileprivate init(reading node: PresetNode) {
    self.init(
      quality: node["quality"].string("final"), style: node["style"].string("clean"),
      styles: node.own("styles").replacements(),
      encoder: node["encoder"].optionalString,
      storeGb: node["store_gb"].double(20, in: 0...1_000_000))
    node.finish()
  }
}

extension BrandKit {
  /// Reads a `brand/1` file.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource) throws {
    self = try source.read(schema: "brand/1") { root in
      _ = root["note"].string("")
      return BrandKit(
        name: root["name"].optionalString, slogan: root["slogan"].optionalString,
        persona: root["persona"].isPresent ? Persona(reading: root["persona"]) : nil,
        catchphrase: root["catchphrase"].optionalString,
        contact: root["contact"].isPresent ? Contact(reading: root["contact"]) : nil,
        preferred: root.own("preferred").replacements(),
        forbidden: root["forbidden"].strings(), logo: root["logo"].optionalString,
        primaryColor: root["primary_color"].isPresent ? root["primary_color"].color() : nil,
        accentColor: root["accent_color"].isPresent ? root["accent_color"].color() : nil,
        fonts: root["fonts"].strings(), showsTag: root["tag"].bool(true),
        intro: root["intro"].isPresent ? Intro(reading: root["intro"]) : nil,
        endLine: root["end_line"].optionalString, file: source.file)
    }
  }
}

extension BrandKit.Persona {
  fileprivate init(reading node: PresetNode) {
    self.init(
      name: node["name"].optionalString, role: node["role"].optionalString,
      trade: node["trade"].optionalString,
      years: node["years"].isPresent ? node["years"].int(in: 1...100) : nil,
      categories: node["categories"].strings())
    node.finish()
  }
}

extension BrandKit.Contact {
  fileprivate init(reading node: PresetNode) {
    self.init(
      channel: node["channel"].string(), benefit: node["benefit"].optionalString,
      code: node["code"].optionalString)
    node.finish()
  }
}

extension BrandKit.Intro {
  fileprivate init(reading node: PresetNode) {
    self.init(
      text: node["text"].optionalString, length: node["length"].double(1.2, in: 0.4...3))
    node.finish()
  }
}

extension PresetNode {
  /// A word → the word that is said for it.
  fileprivate func replacements() -> [String: String] {
    Dictionary(
      ownEntries.map { ($0.key, $0.node.string()) }, uniquingKeysWith: { first, _ in first })
  }
}
