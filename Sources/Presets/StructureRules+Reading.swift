import Foundation
public import Model

extension StructureRules {
  /// Reads a `compliance-structure/1` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource) throws {
    self = try source.read(schema: "compliance-structure/1") { root in
      _ = root["note"].string("")
      return StructureRules(
        rules: root["rules"].entries.map { id, node in Rule(id: id, node) })
    }
  }
}

extension StructureRules.Rule {
  fileprivate init(id: String, _ node: PresetNode) {
    self.init(
      id: id, rule: node["rule"].string(), severity: node["severity"].choice(Finding.Level.self),
      demand: node["demand"].choice(StructureRules.Demand.self),
      triggers: node["triggers"].expressions(), exceptions: node["exceptions"].strings(),
      satisfied: node["satisfied"].expressions(), attributes: node["attributes"].strings(),
      categories: node["categories"].strings(),
      regions: node["regions"].items.map { $0.choice(Platform.Region.self) },
      onlyWithFacts: node["only_with_facts"].bool(false), notice: node["notice"].optionalString,
      basis: node["basis"].bothTexts(),
      suggestion: node["suggestion"].bothTexts())
    if demand == .attribute, attributes.isEmpty {
      node.report("'\(node.path).attributes' is missing; name what meets the demand")
    }
    if [.words, .notice].contains(demand), satisfied.isEmpty {
      node.report("'\(node.path).satisfied' is missing; say which words meet the demand")
    }
    node.finish()
  }
}

extension RuleGlossary {
  /// Reads a `compliance-rules/1` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource) throws {
    self = try source.read(schema: "compliance-rules/1") { root in
      _ = root["note"].string("")
      let entries = root["rules"].entries.map { id, node in
        let entry = Entry(
          name: node["name"].bothTexts(), basis: node["basis"].bothTexts(),
          advice: node["advice"].bothTexts())
        node.finish()
        return (id, entry)
      }
      return RuleGlossary(entries: Dictionary(entries, uniquingKeysWith: { $1 }))
    }
  }
}

extension PresetNode {
  /// Regular expressions, each of which must be one.
  fileprivate func expressions() -> [String] {
    items.map { item in
      let text = item.string()
      if text.isEmpty || (try? NSRegularExpression(pattern: text)) == nil {
        item.report("'\(text)' is not a regular expression")
      }
      return text
    }
  }
}

extension PresetLibrary {
  /// What copy has to bring along for what it says.
  ///
  /// - Throws: `DiagnosticsError` for a faulty file.
  public func structureRules() throws -> StructureRules {
    try StructureRules(reading: source("compliance", "structure"))
  }

  /// What the rules of the gate are called.
  ///
  /// - Throws: `DiagnosticsError` for a faulty file.
  public func ruleGlossary() throws -> RuleGlossary {
    try RuleGlossary(reading: source("compliance", "rules"))
  }
}
