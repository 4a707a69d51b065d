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
  /// The words without their shadow: left, top, width, height in pixels.
  package let box: [Int]

  /// - Throws: `DrawingError` when a layer is too large for a picture.
  package static func all(
    of timeline: Timeline, under contract: RenderContract, style: Style, brand: BrandKit = BrandKit(),
    locale: CopyLocale, resolve: @escaping @Sendable (String) throws -> URL
  ) throws -> [LayerPicture] {
    let canvas = timeline.canvas
    let painter = LayerPainter(
      sheet: StyleSheet(style: style, brand: brand, locale: locale, canvas: canvas),
      canvas: canvas, safe: SafeBox(canvas: canvas, margins: contract.margins),
      resolve: resolve, shelf: LayerShelf())
    return try painter.paint(timeline.layers).map {
      LayerPicture(kind: $0.kind, bitmap: $0.bitmap, x: $0.x, y: $0.y, range: $0.range, box: $0.box)
    }
  }
}
