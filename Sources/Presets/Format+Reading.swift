public import Model

extension Format {
  /// Reads a `format/1` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource, id: String) throws {
    self = try source.read(schema: "format/1") { root in
      let orientations = root["orientations"].items.map { $0.choice(Orientation.self) }
      let unlockNode = root["unlock"]
      let unlock = unlockNode.texts()
      unlockNode.finish()
      return Format(
        id: id, name: root["name"].string(), nameZh: root["name_zh"].string(),
        note: root["note"].string(), rank: root["rank"].int(in: 0...1000),
        needs: Needs(reading: root["needs"]), orientations: orientations,
        categories: root["categories"].strings(), suits: root["suits"].strings(), unlock: unlock, pace: root["pace"].pace(),
        seconds: root["seconds"].ranges(orientations),
        shotSeconds: root["shot_seconds"].double(2.4, in: 0.8...10),
        beats: root["beats"].items.map { BeatRule(reading: $0, all: orientations) },
        shots: root["shots"].items.map(ShotRule.init(reading:)),
        lines: root["lines"].linesByKind(), hooks: root["hooks"].strings(),
        usesPhotos: root["uses_photos"].bool(false))
    }
  }
}

extension Format.Needs {
  fileprivate init(reading node: PresetNode) {
    self.init(
      photos: node["photos"].int(0, in: 0...100), assets: node["assets"].assets(),
      facts: node["facts"].slotNames())
    node.finish()
  }
}

extension Format.BeatRule {
  fileprivate init(reading node: PresetNode, all: [Orientation]) {
    let own = node["orientations"]
    let seconds = node["seconds"].secondsPair()
    self.init(
      role: node["role"].choice(BeatRole.self), share: node["share"].double(in: 0...1),
      min: seconds[0], max: seconds[1],
      orientations: own.isPresent ? own.items.map { $0.choice(Orientation.self) } : all,
      count: node["count"].int(1, in: 1...8))
    node.finish()
  }
}

extension PresetNode {
  func assets() -> [ShootAsset] { items.map { $0.choice(ShootAsset.self) } }

  fileprivate func slotNames() -> [String] {
    items.map { item in
      let name = item.string()
      if !PatternSlot.isGeneral(name) {
        item.report("'\(name)' is no slot; it must be one such as 'peer' or 'attribute.usage'")
      }
      return name
    }
  }

  /// Two rising numbers of seconds.
  fileprivate func secondsPair() -> [Double] {
    let pair = items.map { $0.double(in: 0.5...600) }
    guard pair.count == 2, pair[0] <= pair[1] else {
      report("'\(path)' must be two rising numbers of seconds, such as [1.5, 3]")
      return [1, 1]
    }
    return pair
  }

  fileprivate func pace() -> [CopyLocale: Double] {
    let result: [CopyLocale: Double] = [
      .zh: self["zh"].double(4.3, in: 1...10), .en: self["en"].double(2.5, in: 0.5...6),
    ]
    finish()
    return result
  }

  fileprivate func ranges(_ orientations: [Orientation]) -> [Orientation: [Double]] {
    var result: [Orientation: [Double]] = [:]
    for orientation in orientations {
      result[orientation] = self[orientation.rawValue].secondsPair()
    }
    finish()
    return result
  }
}
