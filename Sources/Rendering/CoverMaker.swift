import Drawing
import Foundation
import Media
import Model
import Pixels

/// Sets the cover's words on the hero picture, at the platform's cover size.
struct CoverMaker {
  let request: RenderRequest

  /// - Throws: `MediaError` when the file cannot be written, `DrawingError` for its words.
  func make(from hero: Picture?) throws {
    let size = request.platform.cover
    let picture =
      try hero?.bitmap() ?? Bitmap(width: request.timeline.canvas.width, height: 16)
    let sheet = StyleSheet(
      style: request.style, brand: request.brand, locale: request.locale, canvas: size)
    var style = sheet.cover
    style.maxCharacters = request.platform.text.coverMax
    let cover = Cover(
      picture: picture, text: request.timeline.cover.text,
      keep: request.post.facts.map(\.text), accents: request.timeline.cover.accents, style: style)
    let drawn = try cover.drawn(width: size.width, height: size.height)
    try StillWriter.write(drawn.bitmap, to: request.cover.path)
  }
}
