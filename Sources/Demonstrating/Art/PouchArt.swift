import Drawing
import Foundation

/// A standing pouch of a snack, with pieces around it; it tears open at its top.
struct PouchArt: ProductArt {
  var look: ProductLook

  let extent = box(-560, -920, 1120, 960)
  let details = [at(0, -480), at(60, -190), at(-380, -70), at(-60, -760)]
  let grip = at(250, -760)
  let action = Action.pour

  func draw(on g: GraphicsContext, pose: Pose) {
    g.contactShadow(x: 0, y: -4, width: 760, height: 64)
    g.saved {
      g.scale(x: 1 - 0.16 * abs(pose.turn), y: 1)
      let top =
        pose.open > 0.05 ? tornTop(pose.open) : [at(-290, -830), at(0, -838), at(290, -830)]
      var outline: [CGPoint] = [at(-250, 0), at(-306, -52), at(-318, -330), at(-304, -640)]
      outline += top + [at(304, -640), at(318, -330), at(306, -52), at(250, 0)]
      let body = Path.polygon(outline)
      g.fillLit(body, look.color, left: -330 - pose.turn * 120, right: 340 - pose.turn * 120)
      g.inside(body) { drawFace(g, pose) }
      g.line(body, look.color.shaded(0.5).faded(0.3), 4)
    }
    drawPieces(g)
  }

  private func tornTop(_ open: Double) -> [CGPoint] {
    (0...14).map { step in
      let x = -296 + Double(step) * 42.3
      let tooth = step.isMultiple(of: 2) ? 0.0 : 16.0
      return at(x, -700 - (1 - open) * 120 + tooth + 20 * sin(Double(step) * 0.5))
    }
  }

  private func drawFace(_ g: GraphicsContext, _ pose: Pose) {
    let x = pose.turn * 46
    for step in 0..<7 {
      let dx = -300 + Double(step) * 100
      g.line(
        .smooth([at(dx, -840), at(dx + 26, -600), at(dx - 10, -40)]), Color.white.faded(0.10), 26)
    }
    g.fill(.rect(box(-340, -840, 680, 56)), with: Color.white.faded(0.22))
    var crimps = Path()
    for step in 0..<8 {
      crimps.append(
        .line(from: at(-340, -836 + Double(step) * 7), to: at(340, -836 + Double(step) * 7)))
    }
    g.stroke(crimps, with: look.color.shaded(0.5).faded(0.35), width: 2)
    let plate = Path.roundedRect(box(-226 + x, -690, 452, 250), radius: 34)
    g.shadow(of: plate, in: extent, alpha: 0.25, blur: 9, dy: 6)
    g.fill(plate, with: Color(hex: 0xFFF9EF))
    g.centered(
      look.brand, x: x, baseline: -628, look.text(42, look.color.shaded(0.25), weight: 500),
      room: 380)
    g.centered(
      look.label, x: x, baseline: -530, look.text(92, look.color.shaded(0.3), weight: 900),
      room: 410)
    g.line(.line(from: at(-150 + x, -500), to: at(150 + x, -500)), look.accent, 6)
    g.centered(
      look.net, x: x, baseline: -462, look.text(34, look.color.shaded(0.3), weight: 500), room: 380)
    let window = Path.ellipse(in: box(-190 + x, -400, 380, 290))
    g.fill(window, with: look.color.shaded(0.45))
    g.inside(window) {
      var random = SeededGenerator(seed: 3, look.label)
      for _ in 0..<34 {
        piece(
          g, at(x + random.number(in: -180...180), -250 + random.number(in: -130...130)), 46,
          random.number(in: 0...6))
      }
      g.fill(
        .polygon([at(-200 + x, -110), at(-60 + x, -410), at(20 + x, -410), at(-120 + x, -110)]),
        with: Color.white.faded(0.16))
    }
    g.line(window, look.accent, 10)
    g.fill(
      .polygon([at(-320, -60), at(320, -60), at(260, 10), at(-260, 10)]),
      with: Color(hex: 0x1D1A2B, alpha: 0.16))
  }

  private func drawPieces(_ g: GraphicsContext) {
    var random = SeededGenerator(seed: 5, look.label)
    let places = [
      (-450.0, -44.0), (-390, -30), (-350, -58), (-420, -84), (370, -34), (430, -52), (480, -28),
      (-490, -24), (320, -14), (-310, -10), (406, -88),
    ]
    for (x, y) in places {
      g.fillSoft(
        .ellipse(in: box(x - 44, y + 14, 92, 30)), with: Color(hex: 0x1D1A2B, alpha: 0.4), blur: 8)
      piece(g, at(x, y), 44, random.number(in: -0.8...0.8))
    }
  }

  /// One berry half or one biscuit of the given radius.
  func piece(_ g: GraphicsContext, _ center: CGPoint, _ radius: Double, _ turn: Double) {
    g.saved {
      g.translate(x: center.x, y: center.y)
      g.rotate(by: turn)
      g.scale(x: radius / 100, y: radius / 100)
      look.kind == .biscuits ? biscuit(g) : berry(g)
    }
  }

  private func berry(_ g: GraphicsContext) {
    let red = Color(hex: 0xD93A45)
    let shape = Path.smooth(
      [
        at(0, -78), at(74, -62), at(88, -6), at(46, 66), at(0, 100), at(-46, 66), at(-88, -6),
        at(-74, -62),
      ], closed: true)
    g.fill(
      shape,
      with: .radial(
        center: at(0, 0), radius: 130, focus: at(-26, -24), innerRadius: 6,
        stops: [.init(0, Color(hex: 0xFF8A86)), .init(0.5, red), .init(1, red.shaded(0.4))]))
    let heart = Path.smooth(
      [at(0, -46), at(38, -30), at(30, 20), at(0, 56), at(-30, 20), at(-38, -30)], closed: true)
    g.fill(
      heart, with: .radial(Color(hex: 0xFFF1E8), Color(hex: 0xF4A6A0), center: at(0, 0), radius: 60)
    )
    for (x, y) in [
      (-60.0, -20.0), (62, -24), (-44, 30), (46, 34), (-20, 74), (22, 72), (-50, -54), (52, -52),
    ] {
      g.fill(.ellipse(in: box(x - 5, y - 8, 10, 16)), with: Color(hex: 0xF6CF72))
    }
    for leaf in [-34.0, 0, 34] {
      g.line(
        .smooth([at(leaf * 0.4, -70), at(leaf, -96), at(leaf * 1.5, -104)]), Color(hex: 0x5C9A55),
        14)
    }
  }

  private func biscuit(_ g: GraphicsContext) {
    let gold = Color(hex: 0xD79A4C)
    g.fill(.star(center: at(0, 0), points: 22, outer: 100, inner: 92), with: gold.shaded(0.3))
    g.fill(
      .circle(center: at(0, -3), radius: 90),
      with: .radial(
        center: at(0, 0), radius: 100, focus: at(-30, -34), innerRadius: 5,
        stops: [.init(0, Color(hex: 0xF6D08C)), .init(0.6, gold), .init(1, gold.shaded(0.35))]))
    g.line(.circle(center: at(0, -3), radius: 68), gold.shaded(0.3).faded(0.5), 5)
    for (x, y, size) in [
      (-30.0, -30.0, 26.0), (28, -16, 30), (-8, 30, 28), (40, 36, 20), (-50, 14, 20),
    ] {
      g.fillDown(
        .ellipse(in: box(x - size / 2, y - size / 3, size, size * 0.66)), Color(hex: 0x9C6433),
        top: y - size / 3, bottom: y + size / 3)
    }
    for (x, y) in [(-10.0, -52.0), (14, 8), (-34, 44), (58, 0), (0, -18)] {
      g.fill(.rect(box(x, y, 8, 7)), with: Color.white.faded(0.85))
    }
  }
}
