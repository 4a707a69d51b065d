import Drawing
public import Foundation
public import Model
public import Pixels
import Timing

/// A style as it looks on real frames: the hook, a point, the offer, the end card and the cover.
public struct StylePanels: Sendable {
  let style: Style
  let brand: BrandKit
  let platform: Platform
  let overlay: PlatformOverlay?

  /// - Parameter overlay: Drawn over the frames; nil leaves them as they are.
  public init(
    style: Style, brand: BrandKit = BrandKit(), platform: Platform,
    overlay: PlatformOverlay? = nil
  ) {
    self.style = style
    self.brand = brand
    self.platform = platform
    self.overlay = overlay
  }

  /// Words for samples, none of which is said of a product that is sold.
  public struct Words: Sendable {
    public var hook: String
    public var hookAccents: [String]
    public var caption: String
    public var captionAccents: [String]
    public var offer: Offer
    public var offerCaption: String
    public var name: String
    public var instruction: String
    public var cover: String
    public var coverAccents: [String]
    public var label: String

    public static func sample(_ locale: CopyLocale) -> Words {
      locale == .zh
        ? Words(
          hook: "通勤包到底能装多少？14寸电脑也放得下", hookAccents: ["14寸电脑"],
          caption: "内袋分三层，拿手机不用翻", captionAccents: ["分三层"],
          offer: Offer(label: "到手价", price: "¥79.9", reference: "¥129", basis: "日常价"),
          offerCaption: "左下角链接，颜色慢慢挑", name: "轻便通勤托特包", instruction: "点左下角看尺寸",
          cover: "一只包 装下一天", coverAccents: ["装下一天"], label: "广告")
        : Words(
          hook: "One bag for work, gym and the train home", hookAccents: ["work, gym"],
          caption: "Three pockets inside, 1.2 L bottle fits", captionAccents: ["1.2 L"],
          offer: Offer(label: "Now", price: "$39.90", reference: "$59", basis: "list price"),
          offerCaption: "Tap the cart for colours", name: "Everyday Tote 14\"",
          instruction: "Tap the cart for sizes", cover: "Packs a whole day",
          coverAccents: ["whole day"], label: "Ad")
    }
  }

  /// The panels in the order of a video.
  ///
  /// - Parameters:
  ///   - frames: Pictures to lay words on, used by turns; at least one.
  ///   - product: A picture of the product as a file, or nil.
  /// - Throws: `DrawingError` when a layer is too large, or `frames` is empty.
  public func panels(on frames: [Bitmap], product: URL?, words: Words, locale: CopyLocale) throws
    -> [Bitmap]
  {
    let whole = TimeRange(start: .zero, duration: Time(decimal: 2))
    func layer(_ kind: Layer.Kind, _ text: String, _ accents: [String] = []) -> Layer {
      Layer(kind: kind, text: text, range: whole, keep: accents, accents: accents)
    }
    let persona = [brand.persona?.name, brand.persona?.role].compactMap { $0 }
    let small =
      [layer(.label, words.label)]
      + (persona.isEmpty ? [] : [layer(.tag, persona.joined(separator: " · "))])
    let sets: [[Layer]] = [
      small + [layer(.title, words.hook, words.hookAccents)],
      small + [layer(.title, words.name), layer(.caption, words.caption, words.captionAccents)],
      small + [
        Layer(kind: .sticker, text: "", offer: words.offer, range: whole),
        layer(.caption, words.offerCaption),
      ],
      [
        Layer(
          kind: .endCard, text: words.instruction, range: whole,
          accents: [brand.endLine ?? brand.slogan].compactMap { $0 }, image: product?.path,
          detail: words.name, code: platform.allowsCode ? brand.contact?.code : nil)
      ],
    ]
    var result = try sets.enumerated().map { index, layers in
      try panel(frames[index % max(1, frames.count)], layers, locale)
    }
    let maker = CoverMaker(
      size: platform.cover, margins: platform.coverMargins, words: words.cover,
      accents: words.coverAccents, keep: words.coverAccents,
      maxCharacters: platform.text.coverMax, style: style, brand: brand, locale: locale)
    let cover = maker.cover(on: frames[0])
    result.append(
      try cover.drawn(width: platform.cover.width, height: platform.cover.height).bitmap)
    return result
  }

  private func panel(_ frame: Bitmap, _ layers: [Layer], _ locale: CopyLocale) throws -> Bitmap {
    let size = platform.canvas
    let painter = LayerPainter(
      sheet: StyleSheet(style: style, brand: brand, locale: locale, canvas: size), canvas: size,
      safe: SafeBox(canvas: size, margins: platform.safeZone),
      resolve: { URL(fileURLWithPath: $0) }, shelf: LayerShelf())
    let canvas = try Drawing.Canvas(width: size.width, height: size.height)
    canvas.drawFilling(frame, in: CGRect(x: 0, y: 0, width: size.width, height: size.height))
    for layer in try painter.paint(layers) {
      canvas.draw(layer.bitmap, at: CGPoint(x: layer.x, y: layer.y))
    }
    if let overlay { OverlayArt(platform: platform, overlay: overlay).draw(on: canvas) }
    return canvas.bitmap
  }
}
