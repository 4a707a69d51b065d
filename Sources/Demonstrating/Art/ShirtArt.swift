import Drawing
import Foundation

/// A loose shirt on a wooden hanger.
struct ShirtArt: ProductArt {
  var look: ProductLook

  let extent = box(-430, -1060, 860, 1090)
  let details = [at(0, -850), at(20, -600), at(-120, -640), at(-330, -430)]
  let grip = at(150, -430)
  let action = Action.turn

  func draw(on g: GraphicsContext, pose: Pose) {
    let rail = Path.roundedRect(box(-430, -1052, 860, 24), radius: 12)
    g.fillDown(rail, Color(hex: 0xB9905F), top: -1052, bottom: -1028)
    g.saved {
      g.rotate(by: pose.turn * 0.035, around: at(0, -1000))
      g.scale(x: 1 - 0.2 * abs(pose.turn), y: 1)
      drawHanger(g)
      for side in [-1.0, 1.0] { drawSleeve(g, side, pose) }
      let body = outline(pose)
      g.shadow(of: body, in: extent, alpha: 0.26, blur: 16, dx: 16, dy: 14)
      g.fillLit(body, look.color, left: -280 - pose.turn * 130, right: 300 - pose.turn * 130)
      g.inside(body) {
        drawFolds(g, pose)
        g.weave(in: box(-330, -920, 660, 800), step: 6, look.color.shaded(0.5).faded(0.16))
        drawPlacket(g, pose)
      }
      drawCollar(g, pose)
    }
  }

  private func drawHanger(_ g: GraphicsContext) {
    let metal = Color(hex: 0x8C8E95)
    var hook = Path()
    hook.move(to: at(0, -930))
    hook.line(to: at(0, -985))
    hook.arc(center: at(-2, -1012), radius: 28, from: .pi / 2, to: -.pi, clockwise: false)
    g.line(hook, metal, 9)
    g.line(
      .smooth([at(-250, -838), at(-90, -900), at(0, -932), at(90, -900), at(250, -838)]),
      Color(hex: 0xB4834F), 30)
    g.line(
      .smooth([at(-246, -846), at(-90, -908), at(0, -940), at(90, -908), at(246, -846)]),
      Color(hex: 0xD9AC78), 8)
  }

  private func outline(_ pose: Pose) -> Path {
    let sway = pose.turn * 26
    return .smooth(
      [
        at(-92, -902), at(-190, -868), at(-272, -826), at(-268, -690), at(-262, -420),
        at(-276 + sway, -150), at(-160 + sway, -112), at(0 + sway, -128), at(160 + sway, -112),
        at(276 + sway, -150), at(262, -420), at(268, -690), at(272, -826), at(190, -868),
        at(92, -902),
        at(0, -860),
      ], closed: true)
  }

  private func drawSleeve(_ g: GraphicsContext, _ side: Double, _ pose: Pose) {
    let sway = pose.turn * 30
    let sleeve = Path.smooth(
      [
        at(side * 236, -846), at(side * 306, -770), at(side * 366 + sway, -560),
        at(side * 392 + sway, -420), at(side * 318 + sway, -398), at(side * 268 + sway * 0.6, -540),
        at(side * 226, -700),
      ], closed: true)
    g.shadow(of: sleeve, in: extent, alpha: 0.22, blur: 12, dx: 12, dy: 12)
    g.fillLit(
      sleeve, look.color.shaded(side > 0 ? 0.1 : 0.02), left: side * 320 - 90,
      right: side * 320 + 90)
    let cuff = Path.polygon([
      at(side * 386 + sway, -448), at(side * 396 + sway, -400), at(side * 312 + sway, -376),
      at(side * 304 + sway, -424),
    ])
    g.fillLit(cuff, look.color.lit(0.08), left: side * 350 - 50, right: side * 350 + 60)
    g.line(cuff, look.color.shaded(0.35).faded(0.6), 4)
    g.line(
      .smooth([at(side * 262, -780), at(side * 300, -640), at(side * 340 + sway, -470)]),
      look.color.shaded(0.5).faded(0.28), 8)
  }

  private func drawFolds(_ g: GraphicsContext, _ pose: Pose) {
    for (x, lean) in [(-190.0, 30.0), (-110, 12), (96, -8), (180, -26), (230, -10)] {
      let move = pose.turn * 36
      g.line(
        .smooth([
          at(x + move, -760), at(x + lean + move, -480), at(x + lean * 0.4 + move * 1.6, -130),
        ]),
        look.color.shaded(0.6).faded(0.18), 16)
      g.line(
        .smooth([
          at(x + 22 + move, -760), at(x + lean + 24 + move, -480), at(x + 24 + move * 1.6, -130),
        ]),
        look.color.lit(0.7).faded(0.30), 14)
    }
  }

  private func drawPlacket(_ g: GraphicsContext, _ pose: Pose) {
    let x = pose.turn * 70
    let strip = Path.smooth(
      [
        at(x - 24, -850), at(x - 22, -500), at(x - 20 + pose.turn * 20, -128),
        at(x + 24 + pose.turn * 20, -128), at(x + 24, -500), at(x + 24, -850),
      ], closed: true)
    g.fillLit(strip, look.color.lit(0.06), left: x - 30, right: x + 30, depth: 0.7)
    g.line(
      .smooth([at(x - 24, -850), at(x - 22, -500), at(x - 20 + pose.turn * 20, -128)]),
      look.color.shaded(0.4).faded(0.5), 3)
    for index in 0..<6 {
      let place = at(x + pose.turn * Double(index) * 3, -790 + Double(index) * 116)
      g.fill(
        .circle(center: at(place.x + 1, place.y + 3), radius: 12),
        with: look.color.shaded(0.4).faded(0.5))
      g.fillDown(
        .circle(center: place, radius: 11), look.accent, top: place.y - 11, bottom: place.y + 11)
      for hole in [-3.5, 3.5] {
        g.fill(
          .circle(center: at(place.x + hole, place.y), radius: 1.8), with: look.accent.shaded(0.6))
      }
    }
    let pocket = Path.polygon([
      at(x * 0.6 - 178, -700), at(x * 0.6 - 70, -700), at(x * 0.6 - 72, -588),
      at(x * 0.6 - 124, -566), at(x * 0.6 - 176, -588),
    ])
    g.fillDown(pocket, look.color.lit(0.05), top: -700, bottom: -560, depth: 0.8)
    g.line(pocket, look.color.shaded(0.4).faded(0.5), 3, dashes: [9, 6])
  }

  private func drawCollar(_ g: GraphicsContext, _ pose: Pose) {
    let x = pose.turn * 40
    g.fill(.ellipse(in: box(-84, -930, 168, 84)), with: look.color.shaded(0.34))
    for side in [-1.0, 1.0] {
      let flap = Path.polygon([
        at(side * 88, -926), at(side * 130, -880), at(x + side * 78, -792), at(x + side * 6, -852),
        at(side * 52, -900),
      ])
      g.shadow(of: flap, in: extent, alpha: 0.25, blur: 6, dx: 3, dy: 6)
      g.fillLit(flap, look.color.lit(0.10), left: -130, right: 150, depth: 0.8)
      g.line(flap, look.color.shaded(0.4).faded(0.4), 3)
    }
  }
}
