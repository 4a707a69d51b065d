public import Model

extension ShootPolicy {
  /// Reads a `shoot/1` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource) throws {
    self = try source.read(schema: "shoot/1") { root in
      _ = root["note"].string("")
      return ShootPolicy(
        rigs: root["rigs"].entries.map { Rig(reading: $0.node, id: $0.key) },
        otherRig: Rig(reading: root["other_rig"], id: "other"),
        unfilmed: root["unfilmed"].strings(),
        changeover: Changeover(reading: root["changeover"]), extra: Extra(reading: root["extra"]),
        closeSizes: root["close_sizes"].strings(),
        lockedMovements: root["locked_movements"].strings(),
        dayStart: root["day_start"].clock(), dayMinutes: root["day_minutes"].double(in: 30...1440))
    }
  }
}

extension ShootPolicy.Rig {
  fileprivate init(reading node: PresetNode, id: String) {
    self.init(
      id: id, set: node["set"].string(), name: node["name"].string(),
      nameZh: node["name_zh"].string(), shot: node["shot"].double(in: 0.5...120),
      sentence: node["sentence"].double(0, in: 0...60),
      people: node["people"].choice(ShootPolicy.Rig.People.self, .none))
    node.finish()
  }
}

extension ShootPolicy.Changeover {
  fileprivate init(reading node: PresetNode) {
    self.init(
      set: node["set"].double(in: 0...480), rig: node["rig"].double(in: 0...480),
      lens: node["lens"].double(in: 0...480), product: node["product"].double(in: 0...480),
      sample: node["sample"].double(in: 0...480))
    node.finish()
  }
}

extension ShootPolicy.Extra {
  fileprivate init(reading node: PresetNode) {
    self.init(
      moving: node["moving"].double(in: 0...60), close: node["close"].double(in: 0...60),
      destructive: node["destructive"].double(in: 0...60))
    node.finish()
  }
}

extension PresetNode {
  /// `09:30` as minutes after midnight.
  fileprivate func clock() -> Int {
    let parts = string().split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0...23).contains(hour), (0...59).contains(minute)
    else {
      if isPresent { wrong("a time of day such as \"09:30\"") }
      return 0
    }
    return hour * 60 + minute
  }
}
