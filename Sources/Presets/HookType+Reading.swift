public import Model

extension HookType {
  /// Reads a `hook/1` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource, id: String) throws {
    self = try source.read(schema: "hook/1") { root in
      let node = root["lines"]
      let lines = node.patterns(slots: PatternSlot.isGeneral)
      node.finish()
      if lines.isEmpty { node.report("'lines' must hold patterns under 'zh' or 'en'") }
      return HookType(
        id: id, name: root["name"].string(), nameZh: root["name_zh"].string(),
        note: root["note"].string(), needs: root["needs"].items.map { $0.need() },
        orientations: root["orientations"].items.map { $0.choice(Orientation.self) },
        weight: root["weight"].double(5, in: 0...100), shot: root["shot"].optionalString,
        lines: lines)
    }
  }
}

extension PresetNode {
  /// `sample` or another asset, `points.3`, `shot.test`, or a slot's name.
  fileprivate func need() -> HookType.Need {
    let text = string()
    if let asset = ShootAsset(rawValue: text) { return .asset(asset) }
    if text.hasPrefix("shot.") { return .shot(String(text.dropFirst(5))) }
    if text.hasPrefix("points."), let count = Int(text.dropFirst(7)), count > 0, count < 20 {
      return .points(count)
    }
    if !PatternSlot.isGeneral(text) {
      report(
        "'\(text)' is not a need; it must be an asset such as 'sample', 'points.N', 'shot.TAG' or a "
          + "slot such as 'audience'")
    }
    return .slot(text)
  }
}
