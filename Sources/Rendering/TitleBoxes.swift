package import Foundation
import Drawing
package import Model
import Pixels
import Timing

/// Where words come to stand on a platform in a style, without a picture being drawn.
package struct TitleBoxes: Sendable {
  let style: Style
  let brand: BrandKit
  let platform: Platform
  let locale: CopyLocale

  package init(style: Style, brand: BrandKit = BrandKit(), platform: Platform, locale: CopyLocale) {
    self.style = style
    self.brand = brand
    self.platform = platform
    self.locale = locale
  }

  /// Words as they are set.
  package struct Placed: Sendable {
    package let lines: [String]
    /// In pixels of the canvas.
    package let box: CGRect
    package let missing: [Character]
    package let isCut: Bool
    package let isShrunk: Bool
  }

  /// The box that words keep to on the video.
  package var safe: CGRect { SafeBox(canvas: platform.canvas, margins: platform.safeZone).rect }

  /// The box that words keep to on the cover: safe there, and inside the profile grid's crop.
  package var coverSafe: CGRect {
    let box = SafeBox(canvas: platform.cover, margins: platform.coverMargins).rect
    return box.intersection(
      maker("").cover(on: Bitmap(width: 2, height: 2))
        .gridBox(width: platform.cover.width, height: platform.cover.height))
  }

  private func scene(_ layers: [Layer]) -> LayerScene {
    let sheet = StyleSheet(style: style, brand: brand, locale: locale, canvas: platform.canvas)
    let box = SafeBox(canvas: platform.canvas, margins: platform.safeZone)
    return LayerScene(sheet: sheet, safe: box, row: TopRow(layers, sheet: sheet, safe: box))
  }

  /// Words of a title, caption, sticker without a price, label or tag, below a label.
  package func words(_ kind: Layer.Kind, _ text: String, keep: [String] = []) -> Placed {
    let range = TimeRange(start: .zero, duration: Time(decimal: 2))
    let layer = Layer(kind: kind, text: text, range: range, keep: keep, accents: keep)
    let small = Layer(kind: .label, text: locale == .zh ? "广告" : "Ad", range: range)
    let words = scene([small, layer]).words(layer)
    return Placed(
      words.text,
      CGRect(x: words.box[0], y: words.box[1], width: words.box[2], height: words.box[3]))
  }

  /// The price tag's box.
  ///
  /// - Throws: `DrawingError` when it cannot be drawn.
  package func price(_ offer: Offer) throws -> CGRect {
    let box = try scene([]).price(offer).box
    return CGRect(x: box[0], y: box[1], width: box[2], height: box[3])
  }

  package func cover(_ text: String, keep: [String] = []) -> Placed {
    let setting = maker(text, keep: keep).cover(on: Bitmap(width: 2, height: 2))
      .setting(width: platform.cover.width, height: platform.cover.height)
    return Placed(setting.text, setting.textBox)
  }

  private func maker(_ text: String, keep: [String] = []) -> CoverMaker {
    CoverMaker(
      size: platform.cover, margins: platform.coverMargins, words: text, accents: keep, keep: keep,
      maxCharacters: platform.text.coverMax, style: style, brand: brand, locale: locale)
  }
}

extension TitleBoxes.Placed {
  fileprivate init(_ text: FittedText, _ box: CGRect) {
    self.init(
      lines: text.lines, box: box, missing: text.missingGlyphs, isCut: text.overflow,
      isShrunk: text.isShrunk)
  }
}
