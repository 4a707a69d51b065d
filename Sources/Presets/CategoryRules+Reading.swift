public import Model

extension CategoryRules {
  /// Reads a `catalogue-categories/2` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource) throws {
    self = try source.read(schema: "catalogue-categories/2") { root in
      _ = root["note"].string("")
      let map = root["categories"]
      var homes: [String: String] = [:]
      let list = map.entries.map { id, node in
        CategoryWords(reading: node, id: id, homes: &homes)
      }
      if list.isEmpty { map.report("'categories' must map ids to their words") }
      let ids = list.map(\.id)
      return CategoryRules(
        categories: list, clothing: ClothingRule(reading: root["clothing"], homes: &homes),
        audiences: root["audiences"].items.map { CategoryAudience(reading: $0, ids: ids) },
        grammar: CategoryGrammar(reading: root["grammar"]))
    }
  }
}

extension CategoryWords {
  fileprivate init(reading node: PresetNode, id: String, homes: inout [String: String]) {
    self.init(
      id: id, words: node.nouns("words", id, &homes), tails: node.nouns("tails", id, &homes),
      weak: node.nouns("weak", id, &homes), attributes: node["attributes"].strings(),
      notFollowedBy: node["not_followed_by"].strings(), google: node.taxonomyNumbers,
      flavors: node["flavors"].bool(false), packed: node["packed"].bool(false),
      firm: node["firm"].bool(false))
    if words.isEmpty { node.report("'categories.\(id).words' must list words") }
    node.finish()
  }
}

extension ClothingRule {
  fileprivate init(reading node: PresetNode, homes: inout [String: String]) {
    self.init(
      words: node.nouns("words", "clothing", &homes),
      tails: node.nouns("tails", "clothing", &homes),
      weak: node.nouns("weak", "clothing", &homes), women: node["women"].strings(),
      men: node["men"].strings(), children: node["children"].strings(),
      attributes: node["attributes"].strings(), google: node.taxonomyNumbers,
      fallback: node["default"].string())
    node.finish()
  }
}

extension CategoryAudience {
  fileprivate init(reading node: PresetNode, ids: [String]) {
    let legal = ids + ["clothing"]
    for child in [node["category"]] + node["over"].items
    where !legal.contains(child.string("")) {
      child.report(
        "'\(child.string(""))' is no category of this file; they are "
          + legal.joined(separator: ", "))
    }
    self.init(
      category: node["category"].string(), words: node["words"].strings(),
      over: node["over"].strings(), takes: node["takes"].strings(),
      paths: node["paths"].bool(false))
    node.finish()
  }
}

extension CategoryGrammar {
  fileprivate init(reading node: PresetNode) {
    self.init(
      silent: node["silent"].strings(), hollow: node["hollow"].strings(),
      makesModifier: node["makes_modifier"].strings(), complement: node["complement"].strings(),
      fillers: node["fillers"].strings(), dedicated: node["dedicated"].strings(),
      containers: node["containers"].strings(),
      kindAttributes: node["kind_attributes"].strings(),
      audienceAttributes: node["audience_attributes"].strings())
    node.finish()
  }
}

extension PresetNode {
  /// Nouns, each of which may stand once in the whole file.
  fileprivate func nouns(
    _ key: String, _ id: String, _ homes: inout [String: String]
  ) -> [String] {
    self[key].items.map { item in
      let word = item.string()
      if let home = homes[word.lowercased()], home != id {
        item.report("'\(word)' stands under '\(home)' already; a word has one category")
      }
      homes[word.lowercased()] = id
      return word
    }
  }

  fileprivate var taxonomyNumbers: [Int] {
    self["google"].items.map { $0.int(in: 1...10_000_000) }
  }
}
