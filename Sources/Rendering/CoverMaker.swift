import Drawing
import Foundation
import Media
import Model
import Pixels

/// Sets the cover's words on the hero picture, at the platform's cover size.
struct CoverMaker: Sendable {
  let size: Model.Canvas
  let plan: CoverPlan
  /// Words that must not be broken across lines.
  let keep: [String]
  /// Characters a line at most.
  let maxCharacters: Int
  let style: Style
  let brand: BrandKit
  let locale: CopyLocale

  static let version = 1

  /// - Returns: A JPEG.
  /// - Throws: `MediaError` when it cannot be encoded, `DrawingError` for its words.
  func make(from hero: Picture) throws -> [UInt8] {
    let sheet = StyleSheet(style: style, brand: brand, locale: locale, canvas: size)
    var lettering = sheet.cover
    lettering.maxCharacters = maxCharacters
    let cover = Cover(
      picture: try hero.bitmap(), text: plan.text, keep: keep, accents: plan.accents,
      style: lettering)
    let drawn = try cover.drawn(width: size.width, height: size.height)
    return Array(try StillWriter.jpeg(drawn.bitmap))
  }

  /// What can change the cover's bytes.
  func recipe(_ picture: ShotPicture, offset: Int, window: [String]) -> Recipe {
    Recipe([
      "renderer": CoverMaker.version, "source": picture.origin.ingredient, "window": window,
      "framing": picture.framing, "size": size,
      "words": [plan.text, "\(maxCharacters)"] + plan.accents, "keep": keep, "style": style,
      "brand": brand, "locale": locale.rawValue, "library": Components.versions().map(\.loaded),
    ])
  }
}
