public import Model
import Timing

extension Platform {
  /// Reads a `platform/1` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource, id: String) throws {
    self = try source.read(schema: "platform/1") { root in
      let canvas = root["canvas"].canvas()
      return Platform(
        id: id, name: root["name"].string(), nameZh: root["name_zh"].string(),
        region: root["region"].choice(Region.self),
        locale: root["locale"].choice(CopyLocale.self),
        orientation: root["orientation"].choice(Orientation.self), note: root["note"].string(),
        tone: root["tone"].string(Tone.plain.id),
        canvas: canvas, rate: root["fps"].rate(FrameRate(30)),
        safeZone: Margins(reading: root["safe_zone"], on: canvas),
        delivery: Delivery(reading: root["delivery"]),
        duration: DurationRule(reading: root["duration"]),
        text: TextRule(reading: root["text"]), cover: root["cover"].canvas(canvas),
        sound: SoundRule(reading: root["sound"]), prohibited: root["prohibited"].strings(),
        allowsPrice: root["allows_price"].bool(true), adLabel: root["ad_label"].bool(false),
        allowsContact: root["allows_contact"].bool(false), cta: root["cta"].localized())
    }
  }
}

extension Platform.Margins {
  fileprivate init(reading node: PresetNode, on canvas: Canvas) {
    self.init(
      top: node["top"].int(in: 0...canvas.height / 2),
      bottom: node["bottom"].int(in: 0...canvas.height / 2),
      left: node["left"].int(in: 0...canvas.width / 3),
      right: node["right"].int(in: 0...canvas.width / 3))
    node.finish()
  }
}

extension Platform.Delivery {
  fileprivate init(reading node: PresetNode) {
    self.init(
      maxVideoRate: node["max_video_kbps"].int(in: 200...100_000),
      audioRate: node["audio_kbps"].int(192, in: 64...384),
      maxFileSize: node["max_file_mb"].int(in: 1...300_000),
      maxKeyDistance: node["max_key_distance"].double(5, in: 0.1...60))
    node.finish()
  }
}

extension Platform.DurationRule {
  fileprivate init(reading node: PresetNode) {
    let sell = node["sell"].items.map { $0.double(in: 1...36_000) }
    if sell.count != 2 || sell[0] > sell[1] {
      node["sell"].report("'\(node.path).sell' must be two numbers of seconds, such as [15, 45]")
    }
    self.init(
      min: node["min"].double(0, in: 0...36_000), max: node["max"].double(in: 1...36_000),
      sellFrom: sell.first ?? 1, sellTo: sell.last ?? 1)
    node.finish()
  }
}

extension Platform.TextRule {
  fileprivate init(reading node: PresetNode) {
    self.init(
      titleMin: node["title_min"].int(0), titleMax: node["title_max"].int(in: 1...10_000),
      titleUnit: node["title_unit"].choice(Unit.self, .characters),
      captionMax: node["caption_max"].int(0), hashtagsMax: node["hashtags_max"].int(0),
      coverMax: node["cover_max"].int(12))
    node.finish()
  }
}

extension Platform.SoundRule {
  fileprivate init(reading node: PresetNode) {
    self.init(
      loudness: node["lufs"].double(-14, in: -40...0),
      tolerance: node["tolerance_lu"].double(1, in: 0.1...6),
      truePeak: node["true_peak_db"].double(-1, in: -12...0))
    node.finish()
  }
}
