import Drawing
import Foundation

/// A large tote with long handles, whose mouth opens on compartments.
struct ToteArt: ProductArt {
  var look: ProductLook

  let extent = box(-480, -1060, 960, 1090)
  let details = [at(0, -560), at(-190, -690), at(200, -180), at(0, -230)]
  let grip = at(60, -640)
  let action = Action.open

  func draw(on g: GraphicsContext, pose: Pose) {
    g.contactShadow(x: 0, y: -4, width: 860, height: 70)
    g.saved {
      g.scale(x: 1 - 0.16 * abs(pose.turn), y: 1)
      drawHandle(g, back: true, pose)
      drawMouth(g, pose)
      let body = Path.smooth(
        [
          at(-350, -690 + pose.open * 34), at(-382, -380), at(-404, -40), at(-360, -4), at(0, 2),
          at(360, -4),
          at(404, -40), at(382, -380), at(350, -690 + pose.open * 34), at(0, -684 + pose.open * 60),
        ], closed: true)
      g.fillLit(body, look.color, left: -400 - pose.turn * 150, right: 420 - pose.turn * 150)
      g.inside(body) { drawFace(g, pose) }
      g.line(body, look.color.shaded(0.5).faded(0.3), 4)
      drawHandle(g, back: false, pose)
    }
  }

  private func drawMouth(_ g: GraphicsContext, _ pose: Pose) {
    let lift = 40 + pose.open * 90
    let mouth = Path.smooth(
      [
        at(-350, -690 + pose.open * 34), at(-250, -700 - lift), at(0, -712 - lift),
        at(250, -700 - lift), at(350, -690 + pose.open * 34), at(0, -600),
      ],
      closed: true)
    g.fillDown(mouth, look.color.shaded(0.5), top: -840, bottom: -620)
    guard pose.open > 0.15 else { return }
    g.inside(mouth) {
      let things: [(Double, Double, Double, UInt32)] = [
        (-250, 120, 210, 0xD8C6A8), (-110, 90, 250, 0x5E86A6), (0, 140, 190, 0xE9E5DC),
        (160, 70, 270, 0xC85B4A),
      ]
      for (x, width, height, hex) in things {
        let y = -700 - height * 0.55 * pose.open
        g.fillLit(
          .roundedRect(box(x, y, width, 400), radius: 18), Color(hex: hex), left: x,
          right: x + width)
      }
      g.line(.smooth([at(-330, -700), at(0, -650), at(330, -700)]), look.accent.shaded(0.2), 16)
    }
  }

  private func drawFace(_ g: GraphicsContext, _ pose: Pose) {
    g.fill(
      .rect(box(-420, -330, 840, 340)),
      with: .linear(
        from: at(0, -330), to: at(0, 10),
        stops: [.init(0, Color.black.faded(0)), .init(1, Color(hex: 0x1D1A2B, alpha: 0.22))]))
    g.weave(in: box(-420, -720, 840, 730), step: 8, look.color.shaded(0.55).faded(0.12))
    let x = pose.turn * 60
    let pocket = Path.roundedRect(box(-210 + x, -420, 420, 330), radius: 26)
    g.shadow(of: pocket, in: extent, alpha: 0.3, blur: 10, dx: 5, dy: 8)
    g.fillLit(pocket, look.color.lit(0.05), left: -220 + x, right: 230 + x)
    g.line(
      .roundedRect(box(-196 + x, -406, 392, 302), radius: 18), look.color.lit(0.55), 4,
      dashes: [14, 9])
    g.line(.line(from: at(-200 + x, -384), to: at(200 + x, -384)), look.accent.shaded(0.2), 16)
    g.fillDown(
      .roundedRect(box(-160 + x, -396, 40, 46), radius: 8), Color(hex: 0xD9B26A), top: -396,
      bottom: -350)
    let label = Path.roundedRect(box(-92 + x, -270, 184, 84), radius: 10)
    g.fillLit(label, look.accent, left: -100 + x, right: 110 + x)
    g.centered(
      look.brand, x: x, baseline: -212,
      look.text(48, look.accent.luminance > 0.4 ? look.color.shaded(0.5) : .white), room: 150)
    g.line(
      .smooth([at(-344, -650), at(0, -646 + pose.open * 50), at(344, -650)]),
      look.color.lit(0.5).faded(0.7), 4, dashes: [14, 9])
  }

  private func drawHandle(_ g: GraphicsContext, back: Bool, _ pose: Pose) {
    let lean = pose.turn * 30 + (back ? 26 : 0)
    let rise = back ? -30.0 : 0.0
    let handle = Path.smooth([
      at(-190, back ? -700 : -560), at(-180, -780), at(-120 + lean, -960 + rise),
      at(0 + lean, -1010 + rise),
      at(120 + lean, -960 + rise), at(180, -780), at(190, back ? -700 : -560),
    ])
    let leather = back ? look.accent.shaded(0.4) : look.accent
    if !back { g.line(handle, Color(hex: 0x1D1A2B, alpha: 0.25), 44) }
    g.line(handle, leather.shaded(0.15), 36)
    g.line(handle, leather.lit(0.14), 20)
    guard !back else { return }
    for x in [-190.0, 190] {
      g.fillDown(
        .roundedRect(box(x - 30, -590, 60, 92), radius: 12), leather, top: -590, bottom: -498)
      for y in [-568.0, -524] {
        g.fill(.circle(center: at(x, y), radius: 8), with: Color(hex: 0xD9B26A))
      }
    }
  }
}

/// A light backpack whose front pocket opens.
struct BackpackArt: ProductArt {
  var look: ProductLook

  let extent = box(-460, -1060, 920, 1090)
  let details = [at(0, -330), at(-150, -690), at(210, -420), at(0, -900)]
  let grip = at(110, -420)
  let action = Action.open

  func draw(on g: GraphicsContext, pose: Pose) {
    g.contactShadow(x: 0, y: -4, width: 800, height: 70)
    g.saved {
      g.scale(x: 1 - 0.18 * abs(pose.turn), y: 1)
      drawStraps(g, pose)
      let body = Path.smooth(
        [
          at(-300, -760), at(-220, -900), at(0, -950), at(220, -900), at(300, -760), at(344, -420),
          at(350, -90),
          at(300, -10), at(0, 0), at(-300, -10), at(-350, -90), at(-344, -420),
        ], closed: true)
      for side in [-1.0, 1.0] {
        let pocket = Path.smooth(
          [at(side * 320, -400), at(side * 410, -370), at(side * 414, -90), at(side * 330, -30)],
          closed: true)
        g.fillLit(pocket, look.color.shaded(0.2), left: side * 370 - 60, right: side * 370 + 60)
      }
      g.fillLit(body, look.color, left: -350 - pose.turn * 140, right: 370 - pose.turn * 140)
      g.inside(body) { drawFace(g, pose) }
      g.line(body, look.color.shaded(0.5).faded(0.4), 4)
    }
  }

  private func drawStraps(_ g: GraphicsContext, _ pose: Pose) {
    let top = Path.smooth([at(-80, -930), at(-60, -1020), at(60, -1020), at(80, -930)])
    g.line(top, look.color.shaded(0.45), 34)
    g.line(top, look.color.shaded(0.1), 14)
    for side in [-1.0, 1.0] {
      let strap = Path.smooth([
        at(side * 200, -900), at(side * 400, -720), at(side * 420, -400), at(side * 330, -120),
      ])
      g.line(strap, look.color.shaded(0.5), 52)
      g.line(strap, look.color.shaded(0.3), 20)
    }
  }

  private func drawFace(_ g: GraphicsContext, _ pose: Pose) {
    let x = pose.turn * 56
    g.weave(in: box(-360, -960, 720, 970), step: 9, look.color.shaded(0.6).faded(0.12), angle: 0.78)
    let zip = Path.smooth([
      at(-286, -520), at(-260, -760), at(0, -846), at(260, -760), at(286, -520),
    ])
    g.line(zip, look.color.shaded(0.5), 18)
    g.line(zip, look.accent, 5, dashes: [5, 6])
    let drop = pose.open * 86
    if pose.open > 0.1 {
      g.fillDown(
        .roundedRect(box(-236 + x, -500, 472, 200), radius: 60), look.color.shaded(0.65), top: -500,
        bottom: -300)
      for (dx, width, rise, hex) in [
        (-170.0, 96.0, 60.0, 0xEFE7D6 as UInt32), (-40, 120, 84, 0x3C4652), (110, 70, 70, 0xE2A84B),
      ] {
        g.fillLit(
          .roundedRect(box(dx + x, -470 - rise * pose.open, width, 260), radius: 14),
          Color(hex: hex), left: dx + x, right: dx + x + width)
      }
    }
    let pocket = Path.smooth(
      [
        at(-250 + x, -470 + drop), at(-200 + x, -506 + drop), at(200 + x, -506 + drop),
        at(250 + x, -470 + drop),
        at(272 + x, -120), at(220 + x, -60), at(-220 + x, -60), at(-272 + x, -120),
      ], closed: true)
    g.shadow(of: pocket, in: extent, alpha: 0.35, blur: 12, dx: 4, dy: 8)
    g.fillLit(pocket, look.color.lit(0.07), left: -270 + x, right: 280 + x)
    let seam = Path.smooth([
      at(-236 + x, -450 + drop), at(0 + x, -462 + drop), at(236 + x, -450 + drop),
    ])
    g.line(seam, look.color.shaded(0.5), 18)
    g.line(seam, look.accent, 5, dashes: [5, 6])
    g.fillDown(
      .roundedRect(box(150 + x, -446 + drop, 26, 64), radius: 10), look.accent, top: -446 + drop,
      bottom: -382 + drop)
    g.fillLit(
      .roundedRect(box(-96 + x, -300, 192, 76), radius: 12), look.accent, left: -110 + x,
      right: 120 + x)
    g.centered(
      look.brand, x: x, baseline: -246,
      look.text(44, look.accent.luminance > 0.4 ? look.color.shaded(0.6) : .white), room: 160)
  }
}
