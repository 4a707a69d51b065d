import Drawing
import Foundation

/// A summer dress on a dress form.
struct DressArt: ProductArt {
  var look: ProductLook

  let extent = box(-360, -1050, 720, 1080)
  let details = [at(0, -800), at(-40, -640), at(60, -360), at(-150, -770)]
  let grip = at(120, -420)
  let action = Action.turn

  func draw(on g: GraphicsContext, pose: Pose) {
    g.contactShadow(x: 0, y: -8, width: 400, height: 60)
    g.saved {
      let width = 1 - 0.22 * abs(pose.turn)
      g.scale(x: width, y: 1)
      drawStand(g)
      drawBody(g)
      let dress = outline(pose)
      g.shadow(of: dress, in: extent, alpha: 0.22, blur: 14, dx: 12, dy: 10)
      g.fillLit(dress, look.color, left: -300 - pose.turn * 120, right: 300 - pose.turn * 120)
      g.inside(dress) {
        drawFolds(g, pose)
        drawFlowers(g, pose)
        drawSkirtShade(g)
        g.weave(in: box(-320, -900, 640, 760), step: 5, look.color.shaded(0.5).faded(0.10))
      }
      drawTrim(g, pose)
    }
  }

  private func drawStand(_ g: GraphicsContext) {
    let wood = Color(hex: 0xA9794F)
    g.fillLit(.roundedRect(box(-9, -230, 18, 215), radius: 6), wood, left: -9, right: 9)
    for (x, y) in [(-150.0, -6.0), (150.0, -6.0), (20.0, 8.0)] {
      g.line(.line(from: at(0, -60), to: at(x, y)), wood.shaded(0.2), 17)
      g.line(.line(from: at(-2, -63), to: at(x - 3, y - 4)), wood.lit(0.2), 6)
    }
  }

  private func drawBody(_ g: GraphicsContext) {
    let cloth = Color(hex: 0xE9DFD0)
    let bust = Path.smooth(
      [
        at(-42, -960), at(-58, -900), at(-150, -868), at(-160, -780), at(-100, -640), at(0, -600),
        at(100, -640), at(160, -780), at(150, -868), at(58, -900), at(42, -960),
      ], closed: true)
    g.fillLit(bust, cloth, left: -160, right: 170)
    g.fillDown(.ellipse(in: box(-44, -985, 88, 44)), Color(hex: 0xB98A5E), top: -985, bottom: -941)
    g.fillDown(
      .circle(center: at(0, -1000), radius: 20), Color(hex: 0xA9794F), top: -1020, bottom: -980)
  }

  private func outline(_ pose: Pose) -> Path {
    let sway = pose.turn * 46
    let wide = 290 + 26 * abs(pose.turn)
    var hem: [CGPoint] = []
    for step in 0...8 {
      let share = Double(step) / 8
      let wave = sin(share * .pi * 4 + pose.turn * 3) * 13
      hem.append(at(wide + sway - share * (2 * wide), -168 + wave + 26 * sin(share * .pi)))
    }
    return .smooth(
      [
        at(-122, -876), at(-206, -846), at(-226, -742), at(-158, -728), at(-136, -770),
        at(-112, -660), at(-106, -618),
      ]
        + [at(-190 + sway * 0.4, -400)] + hem.reversed()
        + [
          at(190 + sway * 0.4, -400), at(106, -618), at(112, -660), at(136, -770), at(158, -728),
          at(226, -742), at(206, -846), at(122, -876), at(70, -872), at(0, -772), at(-70, -872),
        ],
      closed: true)
  }

  private func drawFolds(_ g: GraphicsContext, _ pose: Pose) {
    for step in 0..<9 {
      let share = Double(step) / 8 - 0.5
      let x = share * 180 + pose.turn * 14
      let end = share * 600 + pose.turn * 60
      let fold = Path.smooth([at(x, -610), at(x * 1.5 + pose.turn * 12, -430), at(end, -150)])
      g.line(fold, look.color.shaded(0.55).faded(0.30), 9)
      g.line(
        .smooth([at(x + 12, -608), at(x * 1.5 + 20 + pose.turn * 12, -430), at(end + 30, -150)]),
        look.color.lit(0.5).faded(0.32), 12)
    }
  }

  private func drawFlowers(_ g: GraphicsContext, _ pose: Pose) {
    var random = SeededGenerator(seed: 7, "flowers")
    for row in 0..<15 {
      for column in 0..<11 {
        let x =
          (Double(column) - 5) * 66 + (row.isMultiple(of: 2) ? 33 : 0)
          + random.number(in: -12...12) + pose.turn * 58
        let y = -880 + Double(row) * 52 + random.number(in: -10...10)
        flower(g, at(x, y), radius: random.number(in: 8...14), turn: random.number(in: 0...3))
      }
    }
  }

  private func flower(_ g: GraphicsContext, _ place: CGPoint, radius: Double, turn: Double) {
    let leaf = Color(hex: 0x4E7A57, alpha: 0.85)
    g.fill(
      .ellipse(in: box(place.x + radius * 0.7, place.y + radius * 0.4, radius * 1.3, radius * 0.6)),
      with: leaf)
    for petal in 0..<5 {
      let angle = turn + Double(petal) * 2 * .pi / 5
      g.fill(
        .circle(
          center: at(place.x + cos(angle) * radius * 0.62, place.y + sin(angle) * radius * 0.62),
          radius: radius * 0.52), with: look.accent)
    }
    g.fill(.circle(center: place, radius: radius * 0.36), with: Color(hex: 0xE9B44C))
  }

  private func drawSkirtShade(_ g: GraphicsContext) {
    g.fill(
      .rect(box(-420, -640, 840, 560)),
      with: .linear(
        from: at(0, -640), to: at(0, -130),
        stops: [
          .init(0, Color(hex: 0x1D1A2B, alpha: 0.20)), .init(0.16, Color(hex: 0x1D1A2B, alpha: 0)),
          .init(0.8, Color(hex: 0x1D1A2B, alpha: 0)), .init(1, Color(hex: 0x1D1A2B, alpha: 0.16)),
        ]))
  }

  private func drawTrim(_ g: GraphicsContext, _ pose: Pose) {
    let belt = look.color.shaded(0.42)
    g.fillLit(.roundedRect(box(-110, -642, 220, 30), radius: 12), belt, left: -110, right: 110)
    let x = 34 + pose.turn * 30
    g.line(.smooth([at(x, -630), at(x + 26, -580), at(x + 16, -520)]), belt.lit(0.1), 12)
    g.line(.smooth([at(x, -630), at(x - 22, -576), at(x - 12, -534)]), belt, 12)
    g.fill(.ellipse(in: box(x - 24, -642, 48, 26)), with: belt.lit(0.16))
    g.line(
      .smooth([at(-70, -872), at(-38, -812), at(0, -772), at(38, -812), at(70, -872)]),
      look.color.lit(0.4), 6)
    for side in [-1.0, 1.0] {
      g.line(
        .smooth([at(side * 226, -742), at(side * 190, -726), at(side * 158, -728)]),
        look.color.shaded(0.3), 7)
    }
  }
}
