public import Model

extension Playbook {
  /// Reads a `category/1` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource, id: String) throws {
    self = try source.read(schema: "category/1") { root in
      let playbook = Playbook(
        id: id, name: root["name"].string(), nameZh: root["name_zh"].string(),
        note: root["note"].string(), soldBy: root["sold_by"].optionalString,
        nouns: root["nouns"].items.map(Noun.init(reading:)),
        attributes: root["attributes"].items.map(AttributeRule.init(reading:)),
        questions: root["questions"].items.map(Question.init(reading:)),
        pains: root["pains"].items.map(Pain.init(reading:)),
        beliefs: root["beliefs"].items.map(Belief.init(reading:)),
        audiences: root["audiences"].localized(), scenes: root["scenes"].localized(),
        holidays: root["holidays"].localized(),
        shots: root["shots"].items.map(ShotRule.init(reading:)),
        lines: root["lines"].linesByKind(), lacks: root["lacks"].localized(),
        proper: root["proper"].strings(),
        topics: root["topics"].localized(),
        delicate: root["delicate"].strings())
      if playbook.nouns.isEmpty {
        root["nouns"].report("'nouns' is missing; it must name at least one product word")
      }
      playbook.checkReferences(at: root)
      return playbook
    }
  }

  /// Reports shot keys that stand twice or are named without being there.
  private func checkReferences(at root: PresetNode) {
    var known: Set<String> = []
    for shot in shots where !known.insert(shot.key).inserted {
      root["shots"].report("shot key '\(shot.key)' stands twice")
    }
    let named =
      attributes.flatMap { rule in rule.shots.map { ("attributes", $0) } }
      + questions.map { ("questions", $0.shot) } + pains.map { ("pains", $0.shot) }
    for (key, shot) in named where !known.contains(shot) {
      root[key].report("'\(key)' names the shot '\(shot)', which 'shots' does not hold")
    }
    let dimensions = Set(attributes.map(\.key))
    let asked =
      shots.flatMap { shot in (shot.needs + shot.shows).map { ("shots", $0) } }
      + questions.flatMap { question in question.attributes.map { ("questions", $0) } }
      + beliefs.flatMap { belief in belief.attributes.map { ("beliefs", $0) } }
    for (key, dimension) in asked where !dimensions.contains(dimension) {
      root[key].report("'\(key)' names the attribute '\(dimension)', which 'attributes' lacks")
    }
  }
}

extension Playbook.Noun {
  fileprivate init(reading node: PresetNode) {
    self.init(
      zh: node["zh"].string(), en: node["en"].string(), classifier: node["classifier"].string("件"),
      plural: node["plural"].bool(false), match: node["match"].strings())
    node.finish()
  }
}

extension Playbook.AttributeRule {
  fileprivate init(reading node: PresetNode) {
    let name = node.bothTexts()
    let slot = node["slot"]
    self.init(
      key: node["key"].string(), name: name, aliases: node["aliases"].strings(),
      unit: node["unit"].localized().compactMapValues(\.first),
      kind: node["kind"].choice(Playbook.PointKind.self, .use),
      weight: node["weight"].double(1, in: 0...100),
      slot: slot.isPresent ? slot.choice(Playbook.TitleSlot.self) : nil,
      list: node["list"].bool(false), proper: node["proper"].bool(false),
      lines: node["lines"].attributeLines(), cases: node["cases"].items.map(Case.init(reading:)),
      more: node["more"].attributeLines(), shots: node["shots"].strings())
    node.finish()
  }
}

extension Playbook.AttributeRule.Case {
  fileprivate init(reading node: PresetNode) {
    let when = node["when"].strings()
    if when.isEmpty { node.report("'\(node.path).when' is missing; it must name parts of a value") }
    self.init(when: when, lines: node.patterns(slots: PatternSlot.isAttribute))
    node.finish()
  }
}

extension Playbook.Question {
  fileprivate init(reading node: PresetNode) {
    self.init(
      text: node.bothTexts(), attributes: node["attributes"].strings(),
      shot: node["shot"].string())
    node.finish()
  }
}

extension Playbook.Pain {
  fileprivate init(reading node: PresetNode) {
    self.init(
      text: node.bothTexts(), answers: node["answers"].strings(), shot: node["shot"].string())
    node.finish()
  }
}

extension Playbook.Belief {
  fileprivate init(reading node: PresetNode) {
    self.init(text: node.bothTexts(), attributes: node["attributes"].strings())
    node.finish()
  }
}

extension PresetNode {
  fileprivate func attributeLines() -> [CopyLocale: [String]] {
    guard isPresent else { return [:] }
    let result = patterns(slots: PatternSlot.isAttribute)
    finish()
    return result
  }

  func linesByKind() -> [LineKind: [CopyLocale: [String]]] {
    guard isPresent else { return [:] }
    var result: [LineKind: [CopyLocale: [String]]] = [:]
    for kind in LineKind.allCases {
      let node = self[kind.rawValue]
      guard node.isPresent else { continue }
      result[kind] = node.patterns(slots: PatternSlot.isGeneral)
      node.finish()
    }
    finish()
    return result
  }
}
