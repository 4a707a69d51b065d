public import Model

extension Quality {
  /// Reads a `quality/1` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource, id: String) throws {
    self = try source.read(schema: "quality/1") { root in
      _ = root["note"].string("")
      let options = root["options"].entries.map { ($0.key, $0.node.string()) }
      return Quality(
        id: id, encoder: root["encoder"].string(),
        options: Dictionary(options, uniquingKeysWith: { $1 }),
        gop: root["gop"].double(in: 0.2...10), soundEncoder: root["sound_encoder"].string("aac"),
        music: Music(reading: root["music"]))
    }
  }
}

extension Quality.Music {
  fileprivate init(reading node: PresetNode) {
    self.init(
      underVoice: node["under_voice_db"].double(in: -60...0),
      underClip: node["under_clip_db"].double(in: -60...0),
      attack: node["attack"].double(in: 0...3), release: node["release"].double(in: 0...5),
      fadeIn: node["fade_in"].double(in: 0...5), fadeOut: node["fade_out"].double(in: 0...10))
    node.finish()
  }
}
