public import Model

extension Style {
  /// Reads a `style/1` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource, id: String) throws {
    self = try source.read(schema: "style/1") { root in
      _ = root["note"].string("")
      let anchors = root["anchors"]
      let kinds = ["title", "caption", "sticker", "label"]
      let places = kinds.map { ($0, anchors[$0].double(in: 0...1)) }
      anchors.finish()
      return Style(
        id: id, families: root["families"].strings(), title: Text(reading: root["title"]),
        caption: Text(reading: root["caption"]), label: Text(reading: root["label"]),
        cover: Text(reading: root["cover"]), sticker: Sticker(reading: root["sticker"]),
        endCard: EndCard(reading: root["end_card"]),
        anchors: Dictionary(uniqueKeysWithValues: places), motion: Motion(reading: root["motion"]))
    }
  }
}

extension Style.Text {
  fileprivate init(reading node: PresetNode) {
    let size = node["size"].double(in: 8...400)
    self.init(
      weight: node["weight"].int(700, in: 100...1000), size: size,
      minSize: node["min_size"].double(size * 0.6, in: 6...400),
      lines: node["lines"].int(2, in: 1...6),
      color: node["color"].color("#FFFFFF"), accent: node["accent"].color("#FFD60A"),
      stroke: node["stroke"].color("#00000000"),
      strokeWidth: node["stroke_width"].double(0, in: 0...60),
      shadow: node["shadow"].color("#00000000"),
      shadowBlur: node["shadow_blur"].double(0, in: 0...80),
      shadowOffset: node["shadow_offset"].double(0, in: -60...60),
      plate: node["plate"].color("#00000000"),
      platePadding: node["plate_padding"].double(0, in: 0...120),
      plateRadius: node["plate_radius"].double(0, in: 0...120))
    node.finish()
  }
}

extension Style.Sticker {
  fileprivate init(reading node: PresetNode) {
    self.init(
      background: node["background"].color(), price: node["price"].color(),
      label: node["label"].color(), reference: node["reference"].color(),
      size: node["size"].double(in: 20...400))
    node.finish()
  }
}

extension Style.EndCard {
  fileprivate init(reading node: PresetNode) {
    self.init(
      background: node["background"].color(), backgroundEnd: node["background_end"].color(),
      text: node["text"].color(), button: node["button"].color(),
      buttonText: node["button_text"].color())
    node.finish()
  }
}

extension Style.Motion {
  fileprivate init(reading node: PresetNode) {
    self.init(
      popFrames: node["pop_frames"].int(7, in: 0...60),
      popScale: node["pop_scale"].double(1.08, in: 1...2),
      fadeFrames: node["fade_frames"].int(4, in: 0...60))
    node.finish()
  }
}
