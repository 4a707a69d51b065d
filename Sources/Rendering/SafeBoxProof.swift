import Drawing
import Foundation
public import Model
public import Pixels
public import Timing

/// Frames of a draft under its platform's own buttons, for people to look at before they post.
public struct SafeBoxProof: Sendable {
  let platform: Platform
  let overlay: PlatformOverlay?

  public init(platform: Platform, overlay: PlatformOverlay?) {
    self.platform = platform
    self.overlay = overlay
  }

  /// One frame of the platform's canvas with its buttons and the boxes of the words on it.
  ///
  /// - Throws: `DrawingError` when the frame has no size.
  public func panel(on frame: Bitmap, titles: [PlacedTitle]) throws -> Bitmap {
    let canvas = try Drawing.Canvas(frame)
    OverlayArt(platform: platform, overlay: overlay).draw(on: canvas)
    for title in titles where title.box.count == 4 {
      let box = title.box
      canvas.stroke(
        .rect(CGRect(x: box[0], y: box[1], width: box[2], height: box[3])),
        with: Color(red: 0.1, green: 0.95, blue: 0.5), width: max(2, Double(frame.width) / 360))
    }
    return canvas.bitmap
  }

  /// Moments worth a look: each kind of words where it first stands, in order; four at most.
  public static func moments(of draft: Draft) -> [Time] {
    var kinds: Set<String> = []
    let firsts = draft.titles.sorted { ($0.start, $0.kind) < ($1.start, $1.kind) }
      .filter { kinds.insert($0.kind).inserted }
    let wanted = ["title", "sticker", "end_card", "caption", "label", "tag"]
    let moments = wanted.compactMap { kind in firsts.first { $0.kind == kind } }.map { title in
      title.start + (title.end - title.start) * Rational(3, 5)
    }
    return Set(moments.prefix(4)).sorted()
  }

  /// Panels side by side, each of a height in pixels.
  ///
  /// - Throws: `DrawingError` when the sheet would be too large.
  public static func strip(_ panels: [Bitmap], height: Int) throws -> Bitmap {
    let gap = max(2, height / 60)
    let widths = panels.map { max(1, $0.width * height / max(1, $0.height)) }
    let canvas = try Drawing.Canvas(
      width: widths.reduce(gap) { $0 + $1 + gap }, height: height + 2 * gap)
    canvas.fill(with: Color(red: 0.12, green: 0.12, blue: 0.13))
    var x = gap
    for (panel, width) in zip(panels, widths) {
      canvas.draw(panel, in: CGRect(x: x, y: gap, width: width, height: height))
      x += width + gap
    }
    return canvas.bitmap
  }
}
