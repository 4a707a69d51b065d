import Drawing
import Model

/// A style preset at the size of one canvas, in a shop's colours and fonts: the preset's pixels are
/// those of a canvas 1080 wide.
struct StyleSheet {
  let style: Style
  let brand: BrandKit
  let locale: CopyLocale
  /// Canvas pixels a preset pixel.
  let scale: Double
  let palette: Style.Palette

  init(style: Style, brand: BrandKit, locale: CopyLocale, canvas: Model.Canvas) {
    self.style = style
    self.brand = brand
    self.locale = locale
    scale = Double(min(canvas.width, canvas.height * 3 / 4)) / 1080
    palette = style.palette(for: brand)
  }

  var language: String { locale == .zh ? "zh-cn" : "en" }

  /// The smallest size that words are set at rather than cut, in pixels.
  var floor: Double { max(7, TextLayout.leastReadable * scale) }

  func families(_ text: Style.Text? = nil) -> [String] {
    brand.fonts + (text?.families ?? []) + style.families
  }

  func color(_ text: String) -> Color { Color(Style.color(text, in: palette)) ?? .clear }

  private func stroke(_ text: String, _ width: Double) -> TextStyle.Stroke? {
    let color = color(text)
    return width > 0 && color.alpha > 0 ? TextStyle.Stroke(color: color, width: width * scale) : nil
  }

  func text(_ text: Style.Text) -> TextStyle {
    let (plate, shadow, marker) = (color(text.plate), color(text.shadow), color(text.marker))
    return TextStyle(
      families: families(text), weight: text.weight, size: text.size * scale,
      minSize: text.minSize * scale, step: max(1, 2 * scale), color: color(text.color),
      accent: color(text.accent), stroke: stroke(text.stroke, text.strokeWidth),
      outline: stroke(text.outline, text.outlineWidth),
      shadow: shadow.alpha > 0
        ? TextStyle.Shadow(
          color: shadow, dy: text.shadowOffset * scale, blur: text.shadowBlur * scale) : nil,
      plate: plate.alpha > 0
        ? TextStyle.Plate(
          color: plate, paddingX: text.platePadding * 1.4 * scale,
          paddingY: text.platePadding * 0.6 * scale, radius: text.plateRadius * scale,
          hugsLines: text.plateHugs) : nil,
      edge: stroke(text.edge, text.edgeWidth),
      marker: marker.alpha > 0
        ? TextStyle.Marker(color: marker, share: text.markerShare) : nil,
      lineSpacing: text.lineSpacing, letterSpacing: text.letterSpacing,
      alignment: TextStyle.Alignment(text.alignment), maxLines: text.lines, language: language)
  }

  var sticker: PriceSticker.Style {
    let look = style.sticker
    return PriceSticker.Style(
      families: families(), language: language, layout: PriceSticker.Style.Shape(look.layout),
      weight: look.weight, priceSize: look.size * scale, ground: color(look.background),
      groundEnd: color(look.backgroundEnd), priceColor: color(look.price),
      referenceColor: color(look.reference), labelGround: color(look.labelBackground),
      labelColor: color(look.label), border: stroke(look.border, look.borderWidth),
      shadow: TextStyle.Shadow(color: Color.black.faded(0.35), dy: 6 * scale, blur: 10 * scale),
      padding: 26 * scale, radius: look.radius * scale, tilt: look.tilt)
  }

  var endCard: EndCard.Style {
    let look = style.endCard
    let button = color(look.button)
    var name = text(style.title)
    name.color = color(look.text)
    name.size = min(style.title.size, 112) * 0.74 * scale
    name.minSize = style.title.size * 0.4 * scale
    (name.stroke, name.outline, name.shadow, name.accent) = (nil, nil, nil, nil)
    (name.plate, name.edge, name.marker) = (nil, nil, nil)
    name.alignment = look.layout == .center ? .center : .left
    var instruction = name
    instruction.families = families(style.caption)
    instruction.size = min(style.caption.size, 72) * 0.9 * scale
    instruction.minSize = style.caption.size * 0.55 * scale
    instruction.weight = 700
    instruction.letterSpacing = 0
    instruction.maxLines = 2
    instruction.alignment = .center
    instruction.color = color(look.buttonText)
    instruction.plate = TextStyle.Plate(
      color: button, paddingX: 56 * scale, paddingY: 30 * scale, radius: look.buttonRadius * scale)
    var line = name
    line.size = min(style.caption.size, 64) * 0.62 * scale
    line.minSize = line.size * 0.6
    line.weight = min(500, style.caption.weight)
    return EndCard.Style(
      layout: EndCard.Style.Arrangement(look.layout), ground: color(look.background),
      groundEnd: color(look.backgroundEnd),
      halo: Color.white.faded(color(look.background).luminance > 0.4 ? 0.8 : 0.16), name: name,
      instruction: instruction, line: line, accent: button, floor: floor, logoHeight: 90 * scale,
      pictureRadius: 40 * scale,
      shadow: TextStyle.Shadow(color: Color.black.faded(0.22), dy: 14 * scale, blur: 26 * scale),
      gap: 48 * scale)
  }

  /// For a cover, whose lettering follows the cover's own width.
  var cover: Cover.Style {
    let look = style.coverLook
    var tag = text(style.tag)
    tag.maxLines = 1
    return Cover.Style(
      text: text(style.cover), tag: tag, anchor: Cover.Anchor(look.anchor),
      scrim: color(look.scrim), frame: stroke(look.frame, look.frameWidth), floor: floor)
  }
}

extension TextStyle.Alignment {
  init(_ side: Style.Side) {
    switch side {
    case .left: self = .left
    case .center: self = .center
    case .right: self = .right
    }
  }
}

extension PriceSticker.Style.Shape {
  init(_ layout: Style.Sticker.Layout) {
    switch layout {
    case .stack: self = .stack
    case .row: self = .row
    case .seal: self = .seal
    case .plain: self = .plain
    }
  }
}

extension EndCard.Style.Arrangement {
  init(_ layout: Style.EndCard.Layout) {
    switch layout {
    case .center: self = .center
    case .left: self = .left
    case .panel: self = .panel
    }
  }
}

extension Cover.Anchor {
  init(_ anchor: Style.CoverLook.Anchor) {
    switch anchor {
    case .top: self = .top
    case .middle: self = .middle
    case .bottom: self = .bottom
    }
  }
}
