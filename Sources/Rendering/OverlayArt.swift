import Drawing
import Foundation
import Model

/// Draws a platform's own buttons over a frame, as far as a preset knows them.
struct OverlayArt {
  let platform: Platform
  let overlay: PlatformOverlay?

  private static let families = ["Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "sans-serif"]

  /// - Parameter canvas: Of the size of the platform's canvas.
  func draw(on canvas: Drawing.Canvas) {
    shadeMargins(on: canvas)
    for item in overlay?.items ?? [] { draw(item, on: canvas) }
  }

  /// What lies outside the safe box, tinted.
  private func shadeMargins(on canvas: Drawing.Canvas) {
    let safe = SafeBox(canvas: platform.canvas, margins: platform.safeZone).rect
    let (w, h) = (Double(canvas.width), Double(canvas.height))
    let tint = Color(red: 1, green: 0.1, blue: 0.25, alpha: overlay == nil ? 0.3 : 0.14)
    for rect in [
      CGRect(x: 0, y: 0, width: w, height: safe.minY),
      CGRect(x: 0, y: safe.maxY, width: w, height: h - safe.maxY),
      CGRect(x: 0, y: safe.minY, width: safe.minX, height: safe.height),
      CGRect(x: safe.maxX, y: safe.minY, width: w - safe.maxX, height: safe.height),
    ] { canvas.fill(.rect(rect), with: tint) }
    canvas.stroke(
      .rect(safe), with: .color(Color(red: 1, green: 0.2, blue: 0.35)),
      line: LineStyle(width: max(2, w / 360), dashes: [w / 70, w / 110]))
  }

  private func draw(_ item: PlatformOverlay.Item, on canvas: Drawing.Canvas) {
    let box = CGRect(x: item.box[0], y: item.box[1], width: item.box[2], height: item.box[3])
    let ink = Color.white.faded(0.92)
    switch item.kind {
    case .icon:
      let side = min(box.width, box.height * 0.72)
      let round = CGRect(x: box.midX - side / 2, y: box.minY, width: side, height: side)
      canvas.fill(.ellipse(in: round.insetBy(dx: side * 0.08, dy: side * 0.08)), with: ink)
      let low = CGRect(
        x: box.minX, y: round.maxY, width: box.width, height: max(1, box.maxY - round.maxY))
      words(item.text, in: low, on: canvas, color: ink, alignment: .center)
    case .avatar:
      canvas.fill(.ellipse(in: box), with: Color(red: 0.85, green: 0.85, blue: 0.88))
      canvas.stroke(.ellipse(in: box), with: .white, width: max(2, box.width * 0.05))
    case .text: words(item.text, in: box, on: canvas, color: ink, alignment: .left)
    case .card:
      canvas.fill(.roundedRect(box, radius: box.height * 0.12), with: Color.white.faded(0.88))
      let picture = box.insetBy(dx: box.height * 0.1, dy: box.height * 0.1)
      let side = min(picture.height, picture.width * 0.4)
      canvas.fill(
        .roundedRect(
          CGRect(x: picture.minX, y: picture.minY, width: side, height: side),
          radius: side * 0.08),
        with: Color(red: 0.8, green: 0.8, blue: 0.82))
      words(
        item.text,
        in: CGRect(
          x: picture.minX + side * 1.15, y: box.minY, width: max(1, picture.width - side * 1.2),
          height: box.height), on: canvas, color: .black, alignment: .left)
    case .bar:
      canvas.fill(.rect(box), with: Color.black.faded(0.55))
      words(item.text, in: box, on: canvas, color: ink, alignment: .center)
    }
  }

  private func words(
    _ text: String, in box: CGRect, on canvas: Drawing.Canvas, color: Color,
    alignment: TextStyle.Alignment
  ) {
    guard !text.isEmpty, box.height >= 6 else { return }
    let style = TextStyle(
      families: Self.families, weight: 500, size: min(44, box.height * 0.62), minSize: 6,
      color: color, alignment: alignment, maxLines: 1)
    let fitted = TextLayout.fit(text, style: style, width: box.width, height: box.height)
    let x = alignment == .left ? box.minX : box.midX - fitted.width / 2
    canvas.draw(fitted, at: CGPoint(x: x, y: box.midY - fitted.height / 2))
  }
}
