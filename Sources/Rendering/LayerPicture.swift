package import Foundation
package import Model
package import Pixels
package import Timing

/// A drawn layer where it stands, for programs that compose the same picture by other means.
package struct LayerPicture: Sendable {
  package let kind: Layer.Kind
  package let bitmap: Bitmap
  /// Where the bitmap's left top corner lies, in pixels of the canvas.
  package let x: Int
  package let y: Int
  /// Seconds on the timeline.
  package let range: TimeRange

  /// - Throws: `DrawingError` when a layer is too large for a picture.
  package static func all(
    of timeline: Timeline, on platform: Platform, style: Style,
    resolve: @escaping @Sendable (String) throws -> URL
  ) throws -> [LayerPicture] {
    let sheet = StyleSheet(
      style: style, brand: BrandKit(), locale: platform.locale, canvas: timeline.canvas)
    return try LayerPainter(sheet: sheet, platform: platform, resolve: resolve)
      .paint(timeline.layers)
      .map {
        LayerPicture(kind: $0.kind, bitmap: $0.bitmap, x: $0.x, y: $0.y, range: $0.range)
      }
  }
}
