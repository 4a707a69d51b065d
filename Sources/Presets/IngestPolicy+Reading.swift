public import Model

extension IngestPolicy {
  /// Reads an `ingest/1` preset; what is not named keeps its usual value.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource, id: String) throws {
    self = try source.read(schema: "ingest/1") { root in
      _ = root["note"].optionalString
      return IngestPolicy(
        name: root["name"].string(id), slates: Slates(reading: root["slates"]),
        filing: Filing(reading: root["filing"]), trim: Trim(reading: root["trim"]),
        quality: Quality(reading: root["quality"]), choice: Choice(reading: root["choice"]),
        names: Names(reading: root["names"]))
    }
  }
}

extension IngestPolicy.Slates {
  fileprivate init(reading node: PresetNode) {
    let usual = Self()
    self.init(
      step: node["step"].double(usual.step, in: 0.04...2),
      longSide: node["long_side"].int(usual.longSide, in: 320...4096),
      head: node["head"].double(usual.head, in: 0...600),
      tail: node["tail"].double(usual.tail, in: 0...600),
      endLongSide: node["end_long_side"].int(usual.endLongSide, in: 0...8192),
      mergeGap: node["merge_gap"].double(usual.mergeGap, in: 0.1...60))
    node.finish()
  }
}

extension IngestPolicy.Filing {
  fileprivate init(reading node: PresetNode) {
    let usual = Self()
    self.init(
      inheritMinutes: node["inherit_minutes"].double(usual.inheritMinutes, in: 0...1440),
      tailWithin: node["tail_within"].double(usual.tailWithin, in: 0...60),
      scrap: node["scrap"].double(usual.scrap, in: 0...600),
      markSplit: node["mark_split"].double(usual.markSplit, in: 0.5...600),
      minimum: node["minimum"].double(usual.minimum, in: 0.1...60))
    node.finish()
  }
}

extension IngestPolicy.Trim {
  fileprivate init(reading node: PresetNode) {
    let usual = Self()
    self.init(
      afterSlate: node["after_slate"].double(usual.afterSlate, in: 0...10),
      beforeSlate: node["before_slate"].double(usual.beforeSlate, in: 0...10),
      settle: node["settle"].double(usual.settle, in: 0...30),
      wobble: node["wobble"].double(usual.wobble, in: 0...30),
      motion: node["motion"].double(usual.motion, in: 0.1...200),
      clapWithin: node["clap_within"].double(usual.clapWithin, in: 0...30),
      afterClap: node["after_clap"].double(usual.afterClap, in: 0...10),
      focus: node["focus"].double(usual.focus, in: 0...1))
    node.finish()
  }
}

extension IngestPolicy.Quality {
  fileprivate init(reading node: PresetNode) {
    let usual = Self()
    let weights = node["weights"]
    let mean = node["mean"].items.map { $0.double(in: 0...255) }
    if node["mean"].isPresent, mean.count != 2 || mean[0] >= mean[1] {
      node["mean"].report("'\(node.path).mean' must be two rising figures such as [90, 170]")
    }
    self.init(
      longSide: node["long_side"].int(usual.longSide, in: 96...960),
      window: node["window"].double(usual.window, in: 0.25...60),
      sharpness: weights["sharpness"].double(usual.sharpness, in: 0...100),
      exposure: weights["exposure"].double(usual.exposure, in: 0...100),
      steadiness: weights["steadiness"].double(usual.steadiness, in: 0...100),
      sharpnessHalf: node["sharpness_half"].double(usual.sharpnessHalf, in: 0.001...10),
      dark: node["dark"].int(usual.dark, in: 0...127),
      bright: node["bright"].int(usual.bright, in: 128...255),
      clipped: node["clipped"].double(usual.clipped, in: 0.001...1),
      meanFrom: mean.count == 2 ? mean[0] : usual.meanFrom,
      meanTo: mean.count == 2 ? mean[1] : usual.meanTo,
      jitter: node["jitter"].double(usual.jitter, in: 0.05...100),
      lastTake: node["last_take"].double(usual.lastTake, in: 0...1))
    weights.finish()
    node.finish()
  }
}

extension IngestPolicy.Names {
  fileprivate init(reading node: PresetNode) {
    let usual = Self()
    let patterns = node["patterns"]
    self.init(
      patterns: patterns.isPresent ? patterns.items.map { $0.namePattern() } : usual.patterns,
      ok: node["ok"].words(usual.ok), ng: node["ng"].words(usual.ng),
      keep: node["keep"].words(usual.keep))
    node.finish()
  }
}

extension PresetNode {
  fileprivate func words(_ usual: [String]) -> [String] { isPresent ? strings() : usual }

  /// A pattern of file names with at least a product or a shot in it.
  fileprivate func namePattern() -> String {
    let text = string()
    let pieces = IngestPolicy.NameField.pieces(of: text)
    let legal = IngestPolicy.NameField.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
    for case .unknown(let name) in pieces {
      report("'{\(name)}' is no part of a file name's pattern; use \(legal)")
    }
    if !pieces.contains(.field(.sku)), !pieces.contains(.field(.shot)) {
      report("the pattern '\(text)' needs {sku} or {shot}; use \(legal)")
    }
    return text
  }
}
