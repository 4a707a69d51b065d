public import Model

extension Tone {
  /// Reads a `tone/1` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource, id: String) throws {
    self = try source.read(schema: "tone/1") { root in
      Tone(
        id: id, name: root["name"].string(), nameZh: root["name_zh"].string(),
        note: root["note"].string(), hooks: root["hooks"].strings(),
        points: root["points"].items.map { $0.choice(Playbook.PointKind.self) },
        offersEarly: root["offers_early"].bool(false), lines: root["lines"].linesByKind())
    }
  }
}
