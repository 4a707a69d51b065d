public import Model

extension CategoryRules {
  /// Reads a `catalogue-categories/1` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource) throws {
    self = try source.read(schema: "catalogue-categories/1") { root in
      _ = root["note"].string("")
      let list = root["categories"].entries.map { id, node in
        let words = CategoryWords(
          id: id, words: node["words"].strings(), weak: node["weak"].strings(),
          not: node["not"].strings(), notFollowedBy: node["not_followed_by"].strings())
        if words.words.isEmpty { node.report("'categories.\(id).words' must list words") }
        node.finish()
        return words
      }
      if list.isEmpty { root["categories"].report("'categories' must map ids to their words") }
      return CategoryRules(categories: list, clothing: ClothingRule(reading: root["clothing"]))
    }
  }
}

extension ClothingRule {
  fileprivate init(reading node: PresetNode) {
    self.init(
      words: node["words"].strings(), weak: node["weak"].strings(), women: node["women"].strings(),
      men: node["men"].strings(), children: node["children"].strings(),
      fallback: node["default"].string())
    node.finish()
  }
}
