import Drawing
import Model

/// A style preset at the size of one canvas: the preset's pixels are those of a canvas 1080 wide.
struct StyleSheet {
  let style: Style
  let brand: BrandKit
  let locale: CopyLocale
  /// Canvas pixels a preset pixel.
  let scale: Double

  init(style: Style, brand: BrandKit, locale: CopyLocale, canvas: Model.Canvas) {
    self.style = style
    self.brand = brand
    self.locale = locale
    scale = Double(min(canvas.width, canvas.height * 3 / 4)) / 1080
  }

  private var language: String { locale == .zh ? "zh-cn" : "en" }

  func text(_ text: Style.Text, alignment: TextStyle.Alignment = .center) -> TextStyle {
    let plate = Color(text.plate) ?? .clear
    let shadow = Color(text.shadow) ?? .clear
    return TextStyle(
      families: style.families, weight: text.weight, size: text.size * scale,
      minSize: text.minSize * scale, color: Color(text.color) ?? .white,
      accent: Color(text.accent),
      stroke: text.strokeWidth > 0
        ? TextStyle.Stroke(color: Color(text.stroke) ?? .black, width: text.strokeWidth * scale)
        : nil,
      shadow: shadow.alpha > 0
        ? TextStyle.Shadow(
          color: shadow, dy: text.shadowOffset * scale, blur: text.shadowBlur * scale) : nil,
      plate: plate.alpha > 0
        ? TextStyle.Plate(
          color: plate, paddingX: text.platePadding * 1.4 * scale,
          paddingY: text.platePadding * 0.6 * scale, radius: text.plateRadius * scale) : nil,
      alignment: alignment, maxLines: text.lines, language: language)
  }

  var sticker: PriceSticker.Style {
    let colors = style.sticker
    let ground = Color(colors.background) ?? .black
    return PriceSticker.Style(
      families: style.families, language: language, priceSize: colors.size * scale, ground: ground,
      groundEnd: ground.mixed(with: .black, 0.12), priceColor: Color(colors.price) ?? .white,
      referenceColor: Color(colors.reference) ?? .white,
      labelGround: ground.mixed(with: .black, 0.28), labelColor: Color(colors.label) ?? .white,
      border: TextStyle.Stroke(color: .white, width: 5 * scale),
      shadow: TextStyle.Shadow(
        color: Color.black.faded(0.35), dy: 6 * scale, blur: 10 * scale),
      padding: 26 * scale, radius: 26 * scale, tilt: -3)
  }

  var endCard: EndCard.Style {
    let colors = style.endCard
    let ground = Color(brand.primaryColor ?? colors.background) ?? .white
    let button = Color(brand.accentColor ?? colors.button) ?? .black
    var name = text(style.title)
    name.color = Color(colors.text) ?? .black
    name.size = style.title.size * 0.74 * scale
    name.minSize = style.title.size * 0.4 * scale
    name.stroke = nil
    name.shadow = nil
    name.accent = nil
    var instruction = name
    instruction.size = style.caption.size * 0.9 * scale
    instruction.minSize = style.caption.size * 0.55 * scale
    instruction.weight = 700
    instruction.maxLines = 2
    instruction.color = Color(colors.buttonText) ?? .white
    instruction.plate = TextStyle.Plate(
      color: button, paddingX: 56 * scale, paddingY: 30 * scale, radius: 60 * scale)
    return EndCard.Style(
      ground: ground, groundEnd: Color(colors.backgroundEnd) ?? ground,
      halo: Color.white.faded(0.8),
      name: name, instruction: instruction, accent: button, logoHeight: 90 * scale,
      pictureRadius: 40 * scale,
      shadow: TextStyle.Shadow(color: Color.black.faded(0.22), dy: 14 * scale, blur: 26 * scale),
      gap: 48 * scale)
  }

  /// For a cover, whose lettering follows the cover's own width.
  var cover: Cover.Style {
    var tag = text(style.caption)
    tag.size = style.caption.size * 0.75 * scale
    tag.maxLines = 1
    return Cover.Style(text: text(style.cover), tag: tag, scrim: Color.black.faded(0.42))
  }
}
