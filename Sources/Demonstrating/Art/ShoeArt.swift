import Drawing
import Foundation

/// A pair of low shoes from the side: a flat court shoe or a knitted runner with a thick sole.
struct ShoeArt: ProductArt {
  var look: ProductLook

  let extent = box(-580, -560, 1180, 600)
  let details = [at(-20, -250), at(300, -80), at(-330, -250), at(120, -200)]
  let grip = at(-390, -260)
  let action = Action.bend

  private var runs: Bool { look.kind == .runner }

  func draw(on g: GraphicsContext, pose: Pose) {
    g.contactShadow(x: 30, y: -4, width: 1060, height: 70)
    g.saved {
      g.translate(x: 70, y: -46)
      g.scale(x: 0.94, y: 0.94)
      drawShoe(g, Bend(0), tint: 0.22)
    }
    g.saved {
      g.scale(x: 1 - 0.14 * abs(pose.turn), y: 1)
      drawShoe(g, Bend(pose.bend), tint: 0)
    }
  }

  /// Lifts what lies behind the ball of the foot.
  struct Bend {
    var angle: Double

    init(_ share: Double) { angle = share * 0.62 }

    func callAsFunction(_ x: Double, _ y: Double) -> CGPoint {
      let hinge = at(170, -20)
      guard x < hinge.x else { return at(x, y) }
      let share = min(1, (hinge.x - x) / 260)
      let turn = angle * share * share * (3 - 2 * share)
      let (dx, dy) = (x - hinge.x, y - hinge.y)
      return at(
        hinge.x + dx * cos(turn) - dy * sin(turn), hinge.y + dx * sin(turn) + dy * cos(turn))
    }

    func path(_ points: [(Double, Double)], closed: Bool = true) -> Path {
      .smooth(points.map { callAsFunction($0.0, $0.1) }, closed: closed)
    }
  }

  private func drawShoe(_ g: GraphicsContext, _ p: Bend, tint: Double) {
    let color = look.color.shaded(tint)
    let upper = p.path([
      (-480, -60), (-492, -180), (-470, -330), (-440, -392), (-380, -378), (-300, -352),
      (-210, -376),
      (-120, -440), (-60, -430), (30, -336), (150, -262), (300, -212), (420, -160), (486, -96),
      (490, -56),
      (200, -40), (-200, -40),
    ])
    drawLining(g, p, color)
    g.fill(
      upper,
      with: .linear(
        from: at(-60, -440), to: at(40, -30),
        stops: [.init(0, color.lit(0.22)), .init(0.5, color), .init(1, color.shaded(0.24))]))
    g.inside(upper) { drawUpper(g, p, color) }
    g.line(upper, color.shaded(0.4).faded(0.35), 4)
    drawLaces(g, p, color)
    drawSole(g, p, tint)
  }

  private func drawLining(_ g: GraphicsContext, _ p: Bend, _ color: Color) {
    let tongue = p.path([
      (-170, -380), (-132, -500), (-50, -506), (10, -380), (40, -300), (-100, -300),
    ])
    g.fill(
      tongue,
      with: .linear(color.lit(0.2), color.shaded(0.2), from: at(-150, -500), to: at(30, -320)))
    g.line(tongue, color.shaded(0.4).faded(0.4), 4)
    let lining = p.path([
      (-444, -388), (-330, -400), (-150, -404), (-130, -420), (-210, -352), (-300, -330),
    ])
    g.fill(lining, with: look.accent.shaded(0.45))
  }

  private func drawUpper(_ g: GraphicsContext, _ p: Bend, _ color: Color) {
    if runs {
      for row in 0..<15 {
        for column in 0..<40 {
          let x = -470 + Double(column) * 24 + (row.isMultiple(of: 2) ? 12 : 0)
          let spot = p(x, -420 + Double(row) * 26)
          g.fill(
            .ellipse(in: box(spot.x - 6, spot.y - 4, 12, 8)), with: color.shaded(0.5).faded(0.32))
        }
      }
      for step in 0..<3 {
        let x = -200 + Double(step) * 74
        g.line(
          p.path([(x - 110, -40), (x - 30, -160), (x + 70, -290)], closed: false), look.accent, 22)
      }
    } else {
      let toe = p.path([(270, -230), (330, -170), (330, -40), (520, -40), (520, -120), (420, -190)])
      g.fill(toe, with: color.lit(0.10))
      g.line(
        p.path([(262, -226), (322, -160), (318, -40)], closed: false),
        color.shaded(0.35).faded(0.7), 4)
      for step in 0..<8 {
        let dot = p(366 + Double(step % 4) * 26, -140 + Double(step / 4) * 26)
        g.fill(.circle(center: dot, radius: 5), with: color.shaded(0.5).faded(0.6))
      }
      g.line(
        p.path([(-290, -60), (-150, -120), (60, -150), (120, -230)], closed: false), look.accent, 30
      )
    }
    let heel = p.path([(-500, -40), (-500, -300), (-460, -330), (-400, -280), (-370, -40)])
    g.fill(heel, with: look.accent.faded(runs ? 0.9 : 1))
    g.line(
      p.path([(-398, -280), (-370, -160), (-368, -40)], closed: false), color.lit(0.4).faded(0.8), 4
    )
  }

  private func drawLaces(_ g: GraphicsContext, _ p: Bend, _ color: Color) {
    let lace = runs ? look.accent.lit(0.5) : Color(hex: 0xFBFAF6)
    for step in 0..<5 {
      let share = Double(step) / 4
      let (x, y) = (-96 + share * 200, -404 + share * 124)
      let near = p(x - 62 + share * 10, y + 74)
      let far = p(x + 26, y + 6)
      g.line(
        .smooth([near, at((near.x + far.x) / 2, min(near.y, far.y) - 4), far]),
        color.shaded(0.6).faded(0.4), 25)
      g.line(.smooth([near, at((near.x + far.x) / 2, min(near.y, far.y) - 10), far]), lace, 19)
      g.fill(.circle(center: near, radius: 8), with: color.shaded(0.55))
    }
  }

  private func drawSole(_ g: GraphicsContext, _ p: Bend, _ tint: Double) {
    let white = Color(hex: runs ? 0xF4F1EA : 0xF7F5EF).shaded(tint)
    let sole =
      runs
      ? p.path([
        (-520, -112), (-500, -20), (-440, -2), (200, 0), (420, -6), (530, -60), (516, -108),
        (380, -96), (180, -66), (-200, -92),
      ])
      : p.path([
        (-506, -86), (-504, -8), (-460, 0), (200, 0), (470, 0), (512, -30), (510, -84), (200, -76),
        (-200, -76),
      ])
    g.fill(
      sole,
      with: .linear(
        from: at(0, -110), to: at(0, 0),
        stops: [.init(0, white), .init(0.6, white.shaded(0.06)), .init(1, white.shaded(0.3))]))
    g.line(sole, white.shaded(0.5).faded(0.35), 3)
    g.line(
      p.path([(-498, -46), (-200, -38), (200, -36), (500, -44)], closed: false),
      runs ? look.accent : look.accent.faded(0.8), runs ? 12 : 6)
    g.inside(sole) {
      for step in 0..<26 {
        let x = -470 + Double(step) * 37
        g.line(
          .line(from: p(x, -12), to: p(x + 8, 4)), Color(hex: 0x5A4E48, alpha: 0.55).shaded(tint), 7
        )
      }
    }
  }
}
