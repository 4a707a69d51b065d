import Drawing
import Foundation
import Media
import Model
import Pixels
import Timing

/// Sets the cover's words on the best picture of a stretch, at the platform's cover size.
struct CoverMaker: Sendable {
  let size: Model.Canvas
  /// Pixels at the cover's edges that a platform's own buttons cover.
  let margins: Platform.Margins
  let words: String
  let accents: [String]
  /// Words that must not be broken across lines.
  let keep: [String]
  /// Characters a line at most.
  let maxCharacters: Int
  let style: Style
  let brand: BrandKit
  let locale: CopyLocale

  static let version = 3

  /// Pictures a second that are looked at.
  static let rate = FrameRate(6)

  /// - Returns: A JPEG.
  /// - Throws: `MediaError` when it cannot be encoded, `DrawingError` for its words.
  func make(from hero: Picture) throws -> [UInt8] {
    let drawn = try cover(on: hero.bitmap()).drawn(width: size.width, height: size.height)
    return Array(try StillWriter.jpeg(drawn.bitmap))
  }

  /// The cover's words on a picture; what is measured of them does not depend on it.
  func cover(on picture: Bitmap) -> Cover {
    let sheet = StyleSheet(style: style, brand: brand, locale: locale, canvas: size)
    var lettering = sheet.cover
    lettering.maxCharacters = maxCharacters
    return Cover(
      picture: picture, text: words, keep: keep, accents: accents,
      safe: SafeBox(canvas: size, margins: margins).rect, style: lettering)
  }

  /// What can change the cover's bytes.
  func recipe(_ picture: ShotPicture, window: [String]) -> Recipe {
    Recipe([
      "renderer": CoverMaker.version, "source": picture.origin.ingredient, "window": window,
      "framing": picture.framing, "size": size, "margins": margins,
      "words": [words, "\(maxCharacters)"] + accents, "keep": keep, "style": style,
      "brand": brand, "locale": locale.rawValue, "library": Components.versions().map(\.loaded),
    ])
  }
}

/// Keeps the best of the pictures that come and makes the cover of it. Not Sendable.
final class CoverPick {
  private let maker: CoverMaker
  private var left: Int
  private var best: (score: CoverScore, picture: Picture)?

  /// - Parameter count: Pictures that come.
  init(_ maker: CoverMaker, count: Int) {
    self.maker = maker
    left = count
  }

  /// - Returns: The cover with the last picture, else nil.
  /// - Throws: What `CoverMaker.make` throws.
  func take(_ picture: Picture) throws -> [UInt8]? {
    left -= 1
    let score = CoverScore(picture)
    // The earlier of equals stays.
    if best.map({ $0.score < score }) ?? true { best = (score, try picture.writableCopy()) }
    guard left <= 0, let best else { return nil }
    return try maker.make(from: best.picture)
  }
}
