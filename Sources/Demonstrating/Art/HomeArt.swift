import Drawing
import Foundation

/// A fabric storage box with a lid, that folds flat.
struct StorageBoxArt: ProductArt {
  var look: ProductLook

  let extent = box(-560, -900, 1120, 940)
  let details = [at(-120, -240), at(-120, -470), at(300, -330), at(-300, -120)]
  let grip = at(210, -560)
  let action = Action.open

  func draw(on g: GraphicsContext, pose: Pose) {
    g.contactShadow(x: 20, y: -4, width: 1020, height: 80)
    let height = 480 * (1 - 0.72 * pose.bend)
    let side = 200 + pose.turn * 90
    let rise = 130.0
    let front = Path.polygon([at(-430, 0), at(260, 0), at(260, -height), at(-430, -height)])
    let flank = Path.polygon([
      at(260, 0), at(260 + side, -rise), at(260 + side, -height - rise), at(260, -height),
    ])
    let mouth = Path.polygon([
      at(-430, -height), at(260, -height), at(260 + side, -height - rise),
      at(-430 + side, -height - rise),
    ])
    g.fillDown(mouth, look.color.shaded(0.55), top: -height - rise, bottom: -height)
    if pose.open > 0.08 { drawContents(g, height, side, rise, mouth) }
    g.fillDown(flank, look.color.shaded(0.24), top: -height - rise, bottom: 0)
    g.fillLit(front, look.color, left: -520, right: 420, depth: 0.7)
    g.inside(front) { drawFront(g, height) }
    g.line(front, look.color.shaded(0.5).faded(0.35), 4)
    g.line(flank, look.color.shaded(0.5).faded(0.35), 4)
    drawLid(g, height, side, rise, pose.open)
  }

  private func drawContents(
    _ g: GraphicsContext, _ height: Double, _ side: Double, _ rise: Double, _ mouth: Path
  ) {
    for (index, hex) in ([0xEFC3B5, 0xF4EBDD, 0x9DB4C0, 0xD9C08C] as [UInt32]).enumerated() {
      let x = -380 + Double(index) * 190
      g.fillLit(
        .roundedRect(box(x, -height - 150, 178, 240), radius: 40), Color(hex: hex), left: x,
        right: x + 178)
      g.line(
        .smooth([at(x + 20, -height - 70), at(x + 90, -height - 88), at(x + 160, -height - 66)]),
        Color(hex: hex).shaded(0.3), 5)
    }
  }

  private func drawFront(_ g: GraphicsContext, _ height: Double) {
    g.weave(in: box(-430, -height, 690, height), step: 9, look.color.shaded(0.5).faded(0.2))
    g.line(
      .rect(box(-414, -height + 16, 658, height - 32)), look.color.lit(0.6).faded(0.8), 4,
      dashes: [15, 10])
    let y = -height * 0.52
    let handle = Path.smooth([at(-200, y), at(-160, y + 62), at(-10, y + 62), at(30, y)])
    g.line(handle, Color(hex: 0x1D1A2B, alpha: 0.25), 40)
    g.line(handle, look.accent.shaded(0.1), 32)
    g.line(handle, look.accent.lit(0.2), 12)
    for x in [-200.0, 30] {
      g.fillDown(
        .circle(center: at(x, y), radius: 24), Color(hex: 0xCBB079), top: y - 24, bottom: y + 24)
    }
    g.fill(.roundedRect(box(-170, -height + 44, 170, 74), radius: 10), with: Color(hex: 0xFBF7EE))
    g.centered(
      look.brand, x: -85, baseline: -height + 98, look.text(42, look.color.shaded(0.6)), room: 150)
  }

  private func drawLid(
    _ g: GraphicsContext, _ height: Double, _ side: Double, _ rise: Double, _ open: Double
  ) {
    g.saved {
      g.translate(x: 40 * open, y: -190 * open)
      g.rotate(by: -0.12 * open, around: at(-430, -height))
      let lid = Path.polygon([
        at(-446, -height - 8), at(274, -height - 8), at(274 + side, -height - rise - 14),
        at(-446 + side, -height - rise - 14),
      ])
      let edge = Path.polygon([
        at(-446, -height - 8), at(274, -height - 8), at(274, -height + 50), at(-446, -height + 50),
      ])
      let flank = Path.polygon([
        at(274, -height - 8), at(274 + side, -height - rise - 14),
        at(274 + side, -height - rise + 42), at(274, -height + 50),
      ])
      g.shadow(of: edge, in: extent, alpha: 0.35, blur: 10, dy: 12)
      g.fillDown(lid, look.color.lit(0.2), top: -height - rise, bottom: -height)
      g.fillLit(edge, look.color.lit(0.08), left: -500, right: 400, depth: 0.7)
      g.fillDown(flank, look.color.shaded(0.18), top: -height - rise, bottom: -height + 50)
      g.line(lid, look.color.shaded(0.4).faded(0.5), 4)
    }
  }
}

/// A pile of thick towels, the topmost of which unfolds.
struct TowelArt: ProductArt {
  var look: ProductLook

  let extent = box(-560, -760, 1120, 800)
  let details = [at(-100, -420), at(200, -160), at(-380, -300), at(120, -560)]
  let grip = at(230, -560)
  let action = Action.bend

  func draw(on g: GraphicsContext, pose: Pose) {
    g.contactShadow(x: 0, y: -4, width: 1060, height: 80)
    let colors = [look.color.shaded(0.14), look.accent, look.color]
    for (index, color) in colors.enumerated() {
      let bottom = -Double(index) * 186
      let press = index == 2 ? pose.bend * 60 : pose.bend * 16 * Double(index)
      drawFolded(
        g, color, bottom: bottom + pose.bend * 16 * Double(index), height: 190 - press,
        shift: Double(index % 2) * 16 - 8 + pose.turn * 20)
    }
    drawRoll(g, pose)
  }

  private func drawFolded(
    _ g: GraphicsContext, _ color: Color, bottom: Double, height: Double, shift: Double
  ) {
    let left = -460 + shift
    let right = 450 + shift
    let outline = Path.roundedRect(
      box(left, bottom - height, right - left, height), radius: height * 0.46)
    g.shadow(of: outline, in: extent, alpha: 0.3, blur: 10, dy: 8)
    g.fillDown(outline, color, top: bottom - height, bottom: bottom)
    g.inside(outline) {
      terry(g, box(left, bottom - height, right - left, height), color)
      for fold in [0.34, 0.66] {
        let y = bottom - height * fold
        g.line(
          .smooth([at(left - 20, y), at(left + 300, y + 5), at(right - 130, y + 2)]),
          color.shaded(0.6).faded(0.5), 9)
        g.line(
          .smooth([at(left - 20, y + 8), at(left + 300, y + 13), at(right - 130, y + 10)]),
          color.lit(0.5).faded(0.5), 5)
      }
      g.fill(.rect(box(right - 250, bottom - height, 36, height)), with: color.lit(0.5).faded(0.7))
      g.fill(.rect(box(right - 200, bottom - height, 12, height)), with: color.lit(0.5).faded(0.7))
    }
    let label = Path.rect(box(left + 130, bottom - height * 0.42, 120, 62))
    g.fill(label, with: Color(hex: 0xFBF7EE))
    g.centered(
      look.brand, x: left + 190, baseline: bottom - height * 0.42 + 44,
      look.text(34, color.shaded(0.6)), room: 100)
  }

  private func terry(_ g: GraphicsContext, _ area: CGRect, _ color: Color) {
    var random = SeededGenerator(seed: 11, "terry")
    var light = Path()
    var dark = Path()
    let count = Int(area.width * area.height / 260)
    for index in 0..<min(count, 1400) {
      let place = at(
        area.minX + random.number(in: 0...1) * area.width,
        area.minY + random.number(in: 0...1) * area.height)
      let loop = Path.ellipse(in: box(place.x, place.y, 10, 7))
      if index.isMultiple(of: 2) { light.append(loop) } else { dark.append(loop) }
    }
    g.fill(light, with: color.lit(0.5).faded(0.35))
    g.fill(dark, with: color.shaded(0.4).faded(0.22))
  }

  private func drawRoll(_ g: GraphicsContext, _ pose: Pose) {
    let lift = pose.bend * 60 + 16
    let body = Path.roundedRect(box(-330, -700 + lift, 420, 150), radius: 74)
    g.shadow(of: body, in: extent, alpha: 0.3, blur: 10, dy: 10)
    g.fillDown(body, look.accent.lit(0.2), top: -700 + lift, bottom: -550 + lift)
    g.inside(body) { terry(g, box(-330, -700 + lift, 420, 150), look.accent.lit(0.2)) }
    let end = at(20, -625 + lift)
    g.fill(.circle(center: end, radius: 73), with: look.accent.lit(0.3))
    for ring in 1...5 {
      g.line(
        .circle(center: at(end.x + Double(ring) * 1.5, end.y), radius: Double(ring) * 13),
        look.accent.shaded(0.35).faded(0.6), 4)
    }
    g.line(
      .smooth([at(-180, -700 + lift), at(-166, -625 + lift), at(-180, -552 + lift)]),
      look.color.shaded(0.2), 16)
  }
}
