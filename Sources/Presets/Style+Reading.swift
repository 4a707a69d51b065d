public import Model
import Yams

extension Style {
  /// Reads a `style/1` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource, id: String) throws {
    self = try source.read(schema: "style/1") { root in
      _ = root["note"].string("")
      let caption = Text(reading: root["caption"])
      let label = Text(reading: root["label"])
      let style = Style(
        id: id, families: root["families"].strings(), palette: Palette(reading: root["palette"]),
        title: Text(reading: root["title"]), caption: caption, label: label,
        banner: root["banner"].isPresent ? Text(reading: root["banner"]) : nil,
        tag: root["tag"].isPresent ? Text(reading: root["tag"]) : nil,
        cover: Text(reading: root["cover"]), coverLook: CoverLook(reading: root["cover_look"]),
        sticker: Sticker(reading: root["sticker"]), endCard: EndCard(reading: root["end_card"]),
        places: root["places"].places(), animations: root["animations"].animations(),
        motion: Motion(reading: root["motion"]))
      StyleContrast(style).report(at: root)
      return style
    }
  }
}

extension Style.Palette {
  fileprivate init(reading node: PresetNode) {
    let usual = Style.Palette()
    self.init(
      primary: node["primary"].color(usual.primary), accent: node["accent"].color(usual.accent))
    node.finish()
  }
}

extension PresetNode {
  /// The band of each kind; kinds that are not named stand where they usually do.
  fileprivate func places() -> [String: Style.Place] {
    var places = Style.usualPlaces
    for kind in places.keys.sorted() where self[kind].isPresent {
      let node = self[kind]
      let (from, to) = (node["from"].double(in: 0...1), node["to"].double(in: 0...1))
      if to - from < 0.06 {
        node.report("'\(node.path)' must be a band: 'to' at least 0.06 below 'from'")
      }
      places[kind] = Style.Place(
        from: from, to: max(to, from), anchor: node["anchor"].double(0.5, in: 0...1),
        side: node["side"].choice(Style.Side.self, .center))
      node.finish()
    }
    finish()
    for (a, b) in Self.meetings(places) {
      report("the bands of '\(a)' and '\(b)' lie over each other; words would hide words")
    }
    return places
  }

  private static func meetings(_ places: [String: Style.Place]) -> [(String, String)] {
    let kinds = places.keys.sorted()
    return kinds.flatMap { a in kinds.filter { $0 > a }.map { (a, $0) } }.filter {
      guard let a = places[$0.0], let b = places[$0.1] else { return false }
      return a.from < b.to && b.from < a.to
    }
  }

  fileprivate func animations() -> [String: Style.Animation] {
    var animations = Style.usualAnimations
    for kind in Layer.Kind.allCases.map(\.rawValue) where self[kind].isPresent {
      let node = self[kind]
      animations[kind] = Style.Animation(
        enter: node["enter"].choice(Style.Animation.Entrance.self, Style.Animation.Entrance.none),
        leave: node["leave"].choice(Style.Animation.Departure.self, Style.Animation.Departure.none),
        words: node["words"].choice(Style.Animation.Words.self, Style.Animation.Words.none))
      node.finish()
    }
    finish()
    return animations
  }

  /// A colour, or a word of the palette.
  fileprivate func paint(_ fallback: String? = nil) -> String {
    let words = Style.paletteWords
    if let text = node?.scalar?.string, words.contains(text) { return text }
    guard isPresent || fallback == nil else { return color(fallback) }
    let text = node?.scalar?.string ?? ""
    guard text.hasPrefix("#") else {
      report(
        "'\(path)' must be a colour such as #FFCC00 or #FFCC0080, or one of: "
          + words.sorted().joined(separator: ", "))
      return "#000000"
    }
    return color(fallback)
  }
}

extension Style.Text {
  fileprivate init(reading node: PresetNode) {
    let none = "#00000000"
    let size = node["size"].double(in: 8...400)
    self.init(
      families: node["families"].strings(), weight: node["weight"].int(700, in: 100...1000),
      size: size, minSize: node["min_size"].double(size * 0.6, in: 6...400),
      lines: node["lines"].int(2, in: 1...6),
      color: node["color"].paint("#FFFFFF"), accent: node["accent"].paint("#FFD60A"),
      stroke: node["stroke"].paint(none),
      strokeWidth: node["stroke_width"].double(0, in: 0...60),
      outline: node["outline"].paint(none),
      outlineWidth: node["outline_width"].double(0, in: 0...60),
      shadow: node["shadow"].paint(none), shadowBlur: node["shadow_blur"].double(0, in: 0...80),
      shadowOffset: node["shadow_offset"].double(0, in: -60...60),
      plate: node["plate"].paint(none),
      platePadding: node["plate_padding"].double(0, in: 0...120),
      plateRadius: node["plate_radius"].double(0, in: 0...120),
      plateHugs: node["plate_hugs"].bool(false), edge: node["edge"].paint(none),
      edgeWidth: node["edge_width"].double(0, in: 0...60), marker: node["marker"].paint(none),
      markerShare: node["marker_share"].double(1, in: 0.1...1),
      lineSpacing: node["line_spacing"].double(1.2, in: 0.9...2.5),
      letterSpacing: node["letter_spacing"].double(0, in: -0.1...0.5),
      alignment: node["alignment"].choice(Style.Side.self, .center))
    node.finish()
  }
}

extension Style.Sticker {
  fileprivate init(reading node: PresetNode) {
    let background = node["background"].paint()
    self.init(
      layout: node["layout"].choice(Layout.self, .stack), background: background,
      backgroundEnd: node["background_end"].paint(background),
      labelBackground: node["label_background"].paint(background),
      price: node["price"].paint(), label: node["label"].paint(),
      reference: node["reference"].paint(), border: node["border"].paint("#FFFFFF"),
      borderWidth: node["border_width"].double(5, in: 0...30),
      radius: node["radius"].double(26, in: 0...200), tilt: node["tilt"].double(-3, in: -15...15),
      weight: node["weight"].int(700, in: 100...1000), size: node["size"].double(in: 20...400))
    node.finish()
  }
}

extension Style.EndCard {
  fileprivate init(reading node: PresetNode) {
    self.init(
      layout: node["layout"].choice(Layout.self, .center),
      background: node["background"].paint(), backgroundEnd: node["background_end"].paint(),
      text: node["text"].paint(), button: node["button"].paint(),
      buttonText: node["button_text"].paint(),
      buttonRadius: node["button_radius"].double(60, in: 0...120))
    node.finish()
  }
}

extension Style.CoverLook {
  fileprivate init(reading node: PresetNode) {
    let usual = Style.CoverLook()
    self.init(
      anchor: node["anchor"].choice(Anchor.self, .top), scrim: node["scrim"].paint(usual.scrim),
      frame: node["frame"].paint(usual.frame), frameWidth: node["frame_width"].double(0, in: 0...80))
    node.finish()
  }
}

extension Style.Motion {
  fileprivate init(reading node: PresetNode) {
    self.init(
      popFrames: node["pop_frames"].int(7, in: 0...60),
      popScale: node["pop_scale"].double(1.08, in: 1...2),
      fadeFrames: node["fade_frames"].int(4, in: 0...60),
      wipeFrames: node["wipe_frames"].int(8, in: 0...60),
      slideFrames: node["slide_frames"].int(8, in: 0...60),
      slideDistance: node["slide_distance"].double(90, in: 0...1000),
      typeFrames: node["type_frames"].int(2, in: 1...15),
      markerFrames: node["marker_frames"].int(6, in: 1...30),
      leaveFrames: node["leave_frames"].int(5, in: 0...60))
    node.finish()
  }
}
