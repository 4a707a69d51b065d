import Drawing
import Foundation

/// What stands behind a product: a wall with soft window light over a table or a floor.
struct Backdrop: Sendable {
  enum Ground: Sendable { case table, floor, seamless, above }

  var ground: Ground
  var wall: Color
  var surface: Color
  /// Chooses which things stand around.
  var props: Int

  /// - Parameters:
  ///   - area: The whole picture.
  ///   - horizon: Where the wall meets the ground, as `y`.
  func draw(on g: GraphicsContext, area: CGRect, horizon: Double) {
    switch ground {
    case .seamless: drawSeamless(g, area, horizon)
    case .above: drawAbove(g, area)
    case .table, .floor: drawRoom(g, area, horizon)
    }
    g.fill(
      .rect(area),
      with: .radial(
        center: at(area.midX, area.midY), radius: max(area.width, area.height) * 0.78,
        focus: at(area.midX, area.midY), innerRadius: min(area.width, area.height) * 0.3,
        stops: [.init(0, Color.black.faded(0)), .init(1, Color(hex: 0x1A1420, alpha: 0.30))]))
  }

  private func drawSeamless(_ g: GraphicsContext, _ area: CGRect, _ horizon: Double) {
    g.fill(
      .rect(area),
      with: .linear(
        from: at(0, area.minY), to: at(0, area.maxY),
        stops: [
          .init(0, wall.shaded(0.06)), .init(0.5, wall.lit(0.18)), .init(0.72, wall.lit(0.3)),
          .init(1, wall.shaded(0.06)),
        ]))
    drawWindowLight(g, area)
  }

  private func drawWindowLight(_ g: GraphicsContext, _ area: CGRect) {
    let (w, h) = (Double(area.width), Double(area.height))
    for pane in 0..<4 {
      let x = area.minX + w * (0.06 + 0.22 * Double(pane % 2))
      let y = area.minY + h * (0.08 + 0.24 * Double(pane / 2))
      let shape = Path.polygon([
        at(x, y), at(x + w * 0.19, y - h * 0.03), at(x + w * 0.25, y + h * 0.17),
        at(x + w * 0.06, y + h * 0.20),
      ])
      g.fillSoft(shape, with: Color(hex: 0xFFF4DC, alpha: 0.30), blur: w * 0.02)
    }
  }

  private func drawRoom(_ g: GraphicsContext, _ area: CGRect, _ horizon: Double) {
    g.fill(
      .rect(area),
      with: .linear(
        wall.lit(0.22), wall.shaded(0.14), from: at(area.minX, area.minY),
        to: at(area.maxX, horizon)))
    drawWindowLight(g, area)
    if ground == .floor {
      drawFloorThings(g, area, horizon)
    } else {
      drawShelfThings(g, area, horizon)
    }
    let ground = Path.rect(box(area.minX, horizon, area.width, area.maxY - horizon))
    g.fill(
      ground,
      with: .linear(
        surface.shaded(0.14), surface.lit(0.16), from: at(0, horizon), to: at(0, area.maxY)))
    g.inside(ground) { drawGrain(g, area, horizon) }
    if self.ground == .floor {
      let skirting = box(area.minX, horizon - area.height * 0.02, area.width, area.height * 0.02)
      g.fillDown(.rect(skirting), wall.lit(0.5), top: skirting.minY, bottom: skirting.maxY)
    } else {
      g.fill(
        .rect(box(area.minX, horizon, area.width, area.height * 0.006)), with: surface.lit(0.5))
    }
  }

  private func drawGrain(_ g: GraphicsContext, _ area: CGRect, _ horizon: Double) {
    var random = SeededGenerator(seed: 17, "grain\(props)")
    let depth = Double(area.maxY) - horizon
    for step in 0..<26 {
      let share = Double(step) / 26
      let y = horizon + depth * share * share + random.number(in: 0...6)
      let bow = random.number(in: -8...8)
      g.line(
        .smooth([at(area.minX, y), at(area.midX, y + bow), at(area.maxX, y)]),
        surface.shaded(0.5).faded(0.10 + 0.10 * random.number(in: 0...1)), 2 + share * 4)
    }
  }

  private func drawAbove(_ g: GraphicsContext, _ area: CGRect) {
    g.fill(
      .rect(area),
      with: .linear(
        surface.lit(0.2), surface.shaded(0.08), from: at(area.minX, area.minY),
        to: at(area.maxX, area.maxY)))
    var random = SeededGenerator(seed: 23, "planks\(props)")
    let plank = area.width / 6
    for step in 0...6 {
      let x = area.minX + Double(step) * plank
      g.fill(
        .rect(box(x, area.minY, plank, area.height)),
        with: surface.shaded(random.number(in: 0...0.12)).faded(0.5))
      g.line(.line(from: at(x, area.minY), to: at(x, area.maxY)), surface.shaded(0.5).faded(0.5), 4)
      for _ in 0..<5 {
        let gx = x + random.number(in: 0.1...0.9) * plank
        g.line(
          .smooth([
            at(gx, area.minY), at(gx + random.number(in: -18...18), area.midY), at(gx, area.maxY),
          ]), surface.shaded(0.5).faded(0.12), 5)
      }
    }
    drawWindowLight(g, area)
    let cloth = Path.polygon([
      at(area.minX + area.width * 0.12, area.minY + area.height * 0.24),
      at(area.maxX - area.width * 0.1, area.minY + area.height * 0.18),
      at(area.maxX - area.width * 0.05, area.maxY - area.height * 0.16),
      at(area.minX + area.width * 0.08, area.maxY - area.height * 0.12),
    ])
    g.fillSoft(cloth, with: Color(hex: 0x1D1A2B, alpha: 0.25), blur: 12, dx: 6, dy: 10)
    g.fill(
      cloth,
      with: .linear(
        wall.lit(0.6), wall.lit(0.35), from: at(area.minX, area.minY), to: at(area.maxX, area.maxY))
    )
  }

  private func drawFloorThings(_ g: GraphicsContext, _ area: CGRect, _ horizon: Double) {
    let unit = area.width / 1000
    let x = props.isMultiple(of: 2) ? area.minX + area.width * 0.16 : area.maxX - area.width * 0.16
    drawPlant(g, at(x, horizon + 90 * unit), 1.5 * unit)
    let other =
      props.isMultiple(of: 2) ? area.maxX - area.width * 0.22 : area.minX + area.width * 0.22
    drawFrame(g, box(other - 110 * unit, horizon - area.height * 0.50, 220 * unit, 300 * unit))
  }

  private func drawShelfThings(_ g: GraphicsContext, _ area: CGRect, _ horizon: Double) {
    let unit = area.width / 1000
    let flip = props.isMultiple(of: 2)
    let left = area.minX + area.width * (flip ? 0.17 : 0.83)
    drawPlant(g, at(left, horizon + 20 * unit), unit)
    let x = area.minX + area.width * (flip ? 0.80 : 0.20)
    if props % 3 == 0 {
      drawFrame(g, box(x - 110 * unit, horizon - 420 * unit, 210 * unit, 280 * unit))
    } else {
      let cup = Path.roundedRect(
        box(x - 60 * unit, horizon - 120 * unit, 120 * unit, 140 * unit), radius: 24 * unit)
      g.line(
        .circle(center: at(x + 66 * unit, horizon - 60 * unit), radius: 34 * unit), wall.lit(0.5),
        14 * unit)
      g.fillLit(cup, wall.lit(0.7), left: x - 60 * unit, right: x + 60 * unit)
    }
  }

  private func drawFrame(_ g: GraphicsContext, _ rect: CGRect) {
    g.fillSoft(
      .rect(rect), with: Color(hex: 0x1D1A2B, alpha: 0.3), blur: rect.width * 0.05, dx: 6, dy: 8)
    g.fill(.rect(rect), with: Color(hex: 0xB98F63))
    let inner = rect.insetBy(dx: rect.width * 0.05, dy: rect.width * 0.05)
    g.fill(.rect(inner), with: Color(hex: 0xFAF6EE))
    g.fill(
      .circle(center: at(inner.midX, inner.midY - inner.height * 0.08), radius: inner.width * 0.22),
      with: surface.mixed(with: wall, 0.4))
    g.fill(
      .ellipse(
        in: box(
          inner.minX + inner.width * 0.14, inner.midY + inner.height * 0.1, inner.width * 0.72,
          inner.height * 0.2)), with: wall.shaded(0.3))
  }

  private func drawPlant(_ g: GraphicsContext, _ foot: CGPoint, _ unit: Double) {
    let green = Color(hex: 0x5E8A62)
    for (index, angle) in [-1.0, -0.62, -0.3, 0.02, 0.34, 0.66, 1.02].enumerated() {
      let length = (230 + Double(index % 3) * 60) * unit
      let tip = at(foot.x + sin(angle) * length, foot.y - 110 * unit - cos(angle) * length)
      let root = at(foot.x, foot.y - 100 * unit)
      let bow = at(
        (root.x + tip.x) / 2 + cos(angle) * 46 * unit, (root.y + tip.y) / 2 + sin(angle) * 46 * unit
      )
      let back = at(
        (root.x + tip.x) / 2 - cos(angle) * 40 * unit, (root.y + tip.y) / 2 - sin(angle) * 40 * unit
      )
      let leaf = Path.smooth([root, bow, tip, back], closed: true)
      g.fill(leaf, with: .linear(green.shaded(0.3), green.lit(0.2), from: root, to: tip))
      g.line(.line(from: root, to: tip), green.lit(0.4).faded(0.4), 3 * unit)
    }
    let pot = Path.polygon([
      at(foot.x - 84 * unit, foot.y - 130 * unit), at(foot.x + 84 * unit, foot.y - 130 * unit),
      at(foot.x + 60 * unit, foot.y), at(foot.x - 60 * unit, foot.y),
    ])
    g.fillLit(pot, Color(hex: 0xE6DCCB), left: foot.x - 84 * unit, right: foot.x + 84 * unit)
  }
}
