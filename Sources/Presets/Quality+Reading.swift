import Diagnostics
public import Model

extension Quality {
  /// Reads a `quality/1` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource, id: String) throws {
    self = try source.read(schema: "quality/1") { root in
      _ = root["note"].string("")
      let encoders = root["encoders"].entries.map { ($0.key, Encoder(reading: $0.node)) }
      if encoders.isEmpty {
        root.report("'encoders' must hold the settings of one encoder or more")
      }
      let quality = Quality(
        id: id, encoder: root["encoder"].string(),
        encoders: Dictionary(encoders, uniquingKeysWith: { $1 }),
        gop: root["gop"].double(in: 0.2...10), span: Span(reading: root["span"]),
        commonBox: root["common_box"].double(0.8, in: 0...1),
        soundEncoder: root["sound_encoder"].string("aac"), mix: Mix(reading: root["mix"]))
      if quality.encoders[quality.encoder] == nil, !encoders.isEmpty, root["encoder"].isPresent {
        root["encoder"].report(quality.legal(quality.encoder, under: "encoder"))
      }
      return quality
    }
  }

  /// What to say of an encoder that this quality has no settings for.
  func legal(_ name: String, under key: String) -> String {
    let names = encoders.keys.sorted()
    let hint = nearest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
    return "'\(key)' must be one of: "
      + names.map { "'\($0)'" }.joined(separator: ", ") + "; found '\(name)'\(hint)"
  }
}

extension Quality.Encoder {
  fileprivate init(reading node: PresetNode) {
    let options = node["options"].entries.map { ($0.key, $0.node.string()) }
    self.init(
      options: Dictionary(options, uniquingKeysWith: { $1 }),
      threads: node["threads"].int(1, in: 1...64), note: node["note"].string(""))
    node.finish()
  }
}

extension Quality.Span {
  fileprivate init(reading node: PresetNode) {
    self.init(
      shortest: node["shortest"].double(1, in: 0.1...10),
      longest: node["longest"].double(4, in: 0.5...60))
    if longest < shortest {
      node["longest"].report("'\(node.path).longest' must not be below 'shortest'")
    }
    node.finish()
  }
}

extension Quality.Mix {
  fileprivate init(reading node: PresetNode) {
    self.init(
      underVoice: node["under_voice_db"].double(in: -60...0),
      underClip: node["under_clip_db"].double(in: -60...0),
      inGaps: node["in_gaps_db"].double(in: -60...0),
      voiceHighPass: node["voice_high_pass"].double(in: 0...500),
      crossfade: node["crossfade"].double(in: 0...10),
      attack: node["attack"].double(in: 0...3), release: node["release"].double(in: 0...5),
      fadeIn: node["fade_in"].double(in: 0...5), fadeOut: node["fade_out"].double(in: 0...10))
    node.finish()
  }
}

extension PresetLibrary {
  /// A quality with the encoder that settings choose, or its own, and nothing of the others.
  ///
  /// - Throws: `DiagnosticsError` for an unknown id, a faulty file, or an encoder that the quality
  ///   has no settings for, with the legal names.
  public func quality(for settings: Settings.Render) throws -> Quality {
    let quality = try quality(settings.quality)
    guard let chosen = quality.choosing(settings.encoder) else {
      let name = settings.encoder ?? quality.encoder
      throw DiagnosticsError([
        Diagnostic(
          .error, quality.legal(name, under: "render.encoder"),
          at: Position(file: "shopreel.yaml", field: "render.encoder"), value: name)
      ])
    }
    return chosen
  }
}
