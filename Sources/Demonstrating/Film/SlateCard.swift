import Drawing
import Foundation
import Model

/// Cards held up to the camera, as pictures with their middle in the middle.
struct SlateCard {
  /// A shot's slate.
  ///
  /// - Parameters:
  ///   - unit: Pixels of a seven-hundred-and-twentieth of the picture's shorter side.
  ///   - blur: Standard deviation in the card's own pixels; 0 is sharp.
  /// - Throws: `DrawingError` when the payload makes no code.
  static func slate(_ plan: TakePlan, unit: Double, blur: Double, skin: Color) throws -> Layer {
    let code = try QRCode(plan.shot.payload)
    let canvas = try Drawing.Canvas(width: Int(560 * unit), height: Int(720 * unit))
    canvas.scale(x: unit, y: unit)
    drawCard(canvas, box(30, 30, 500, 620))
    drawStripes(canvas)
    canvas.draw(code, in: box(96, 190, 368, 368))
    let style = TextStyle(
      families: ["Noto Sans CJK SC"], weight: 800, size: 34, color: Color(hex: 0x1B1B20))
    canvas.centered(plan.shot.id, x: 280, baseline: 142, style, room: 460)
    var small = style
    small.size = 26
    small.weight = 500
    canvas.centered(
      "\(plan.shot.sku) · 第\(plan.take)条", x: 280, baseline: 180, small, room: 460)
    canvas.centered(
      plan.shot.size + " " + plan.shot.movement + " " + plan.shot.picture, x: 280, baseline: 600,
      small, room: 440)
    canvas.fill(.rect(box(60, 612, 60, 22)), with: Color(hex: 0x9A9A9A))
    canvas.saved {
      // A card that is held upside down is held at its upper edge.
      if plan.slate == .tail { canvas.rotate(by: .pi, around: at(280, 340)) }
      drawThumbs(canvas, skin)
    }
    return Layer(blur > 0 ? canvas.bitmap.blurred(sigma: blur) : canvas.bitmap)
  }

  /// A small card that calls the take good or not good.
  ///
  /// - Throws: `DrawingError` when memory is short.
  static func mark(_ mark: String, workspace: String, unit: Double, skin: Color) throws -> Layer {
    let code = try QRCode(SlatePayload(workspace: workspace, code: mark).text)
    let canvas = try Drawing.Canvas(width: Int(460 * unit), height: Int(600 * unit))
    canvas.scale(x: unit, y: unit)
    drawCard(canvas, box(30, 30, 400, 500))
    let color = Color(hex: mark == "NG" ? 0xC8402F : 0x2E8B57)
    canvas.fill(.roundedRect(box(50, 50, 360, 110), radius: 20), with: color)
    let style = TextStyle(families: ["Noto Sans CJK SC"], weight: 900, size: 84, color: .white)
    canvas.centered(mark, x: 230, baseline: 136, style, room: 330)
    canvas.draw(code, in: box(60, 172, 340, 340))
    drawThumbs(canvas, skin, x: 230, y: 540)
    return Layer(canvas.bitmap)
  }

  private static func drawCard(_ g: GraphicsContext, _ rect: CGRect) {
    let card = Path.roundedRect(rect, radius: 18)
    g.fillSoft(card, with: Color(hex: 0x1D1A2B, alpha: 0.4), blur: 9, dx: 6, dy: 10)
    g.fill(
      card,
      with: .linear(
        Color(hex: 0xFFFFFF), Color(hex: 0xF1EFEA), from: rect.origin, to: at(rect.maxX, rect.maxY))
    )
  }

  private static func drawStripes(_ g: GraphicsContext) {
    let band = Path.rect(box(30, 48, 500, 50))
    g.fill(band, with: Color(hex: 0x1B1B20))
    g.inside(band) {
      for step in 0..<9 {
        let x = 10 + Double(step) * 66
        g.fill(
          .polygon([at(x, 98), at(x + 34, 98), at(x + 62, 48), at(x + 28, 48)]),
          with: Color(hex: 0xF5F2EA))
      }
    }
  }

  private static func drawThumbs(
    _ g: GraphicsContext, _ skin: Color, x: Double = 280, y: Double = 660
  ) {
    for (dx, lean) in [(150.0, 0.5), (196, 0.62)] {
      let thumb = Path.smooth([
        at(x + dx + 70, y + 120), at(x + dx + 26 * lean, y + 30), at(x + dx - 8, y - 46),
      ])
      g.line(thumb, skin.shaded(0.34), 52)
      g.line(thumb, skin, 46)
    }
    g.fill(.ellipse(in: box(x + 134, y - 62, 24, 32)), with: Color(hex: 0xF2B8AE))
    g.fill(.ellipse(in: box(x + 180, y - 62, 24, 32)), with: Color(hex: 0xF2B8AE))
  }
}
