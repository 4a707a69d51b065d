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
        categories: root["categories"].corrections())
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
      seed: node["seed"].int(1))
    node.finish()
  }
}

extension Settings.Render {
  fileprivate init(reading node: PresetNode) {
    self.init(
      quality: node["quality"].string("final"), style: node["style"].string("clean"),
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
        forbidden: root["forbidden"].strings(), logo: root["logo"].optionalString,
        primaryColor: root["primary_color"].isPresent ? root["primary_color"].color() : nil,
        accentColor: root["accent_color"].isPresent ? root["accent_color"].color() : nil,
        file: source.file)
    }
  }
}
