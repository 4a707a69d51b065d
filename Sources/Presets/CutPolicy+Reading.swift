public import Model

extension CutPolicy {
  /// Reads a `cutting/1` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource) throws {
    self = try source.read(schema: "cutting/1") { root in
      _ = root["note"].string("")
      return CutPolicy(
        shotMin: root["shot_min"].double(in: 0.2...3), shotMax: root["shot_max"].double(in: 1...30),
        push: root["push"].double(in: 1...1.5), punchIn: root["punch_in"].double(in: 1...1.5),
        takeShare: root["take_share"].double(in: 0...1),
        endCard: root["end_card"].double(in: 0...5),
        voiceLead: root["voice_lead"].double(in: 0...2),
        voiceTail: root["voice_tail"].double(in: 0...2),
        captionMin: root["caption_min"].double(in: 0.2...5),
        captionCharactersZh: root["caption_characters_zh"].int(in: 4...40),
        captionCharactersEn: root["caption_characters_en"].int(in: 8...100),
        containClipsBeyond: root["contain_clips_beyond"].double(in: 1...10),
        containPhotosBeyond: root["contain_photos_beyond"].double(in: 1...10),
        framing: FramingPolicy(reading: root["framing"]),
        rhythm: Rhythm(reading: root["rhythm"]), costs: Costs(reading: root["costs"]),
        music: Music(reading: root["music"]), retiming: Retiming(reading: root["retiming"]),
        closer: Closer(reading: root["closer"]),
        transitions: Transitions(reading: root["transitions"]))
    }
  }
}
