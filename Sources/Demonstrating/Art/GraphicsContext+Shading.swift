import Drawing
import Foundation

func at(_ x: Double, _ y: Double) -> CGPoint { CGPoint(x: x, y: y) }

func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> CGRect {
  CGRect(x: x, y: y, width: width, height: height)
}

extension Color {
  init(hex: UInt32, alpha: Double = 1) {
    self.init(
      red: Double(hex >> 16 & 255) / 255, green: Double(hex >> 8 & 255) / 255,
      blue: Double(hex & 255) / 255, alpha: alpha)
  }

  func lit(_ share: Double) -> Color { mixed(with: .white, share) }

  /// Darker, and a little cooler, as shade is.
  func shaded(_ share: Double) -> Color { mixed(with: Color(hex: 0x1D1A2B), share) }
}

extension Path {
  /// A smooth open or closed line through points, by Catmull and Rom.
  static func smooth(_ points: [CGPoint], closed: Bool = false) -> Path {
    var path = Path()
    guard points.count > 2 else { return points.isEmpty ? path : .polygon(points) }
    let count = points.count
    func point(_ index: Int) -> CGPoint {
      closed ? points[(index + count) % count] : points[min(max(index, 0), count - 1)]
    }
    path.move(to: points[0])
    for index in 0..<(closed ? count : count - 1) {
      let (a, b, c, d) = (point(index - 1), point(index), point(index + 1), point(index + 2))
      path.curve(
        to: c, control1: at(b.x + (c.x - a.x) / 6, b.y + (c.y - a.y) / 6),
        control2: at(c.x - (d.x - b.x) / 6, c.y - (d.y - b.y) / 6))
    }
    if closed { path.close() }
    return path
  }
}

extension GraphicsContext {
  /// Fills a shape as a round or folded thing that is lit from the left.
  func fillLit(_ path: Path, _ color: Color, left: Double, right: Double, depth: Double = 1) {
    fill(
      path,
      with: .linear(
        from: at(left, 0), to: at(right, 0),
        stops: [
          .init(0, color.shaded(0.10 * depth)), .init(0.22, color.lit(0.16 * depth)),
          .init(0.55, color), .init(1, color.shaded(0.30 * depth)),
        ]))
  }

  /// Fills a shape as one that is lit from above.
  func fillDown(_ path: Path, _ color: Color, top: Double, bottom: Double, depth: Double = 1) {
    fill(
      path,
      with: .linear(
        from: at(0, top), to: at(0, bottom),
        stops: [
          .init(0, color.lit(0.16 * depth)), .init(0.45, color),
          .init(1, color.shaded(0.26 * depth)),
        ]))
  }

  /// Draws inside a shape only.
  func inside(_ path: Path, _ body: () -> Void) {
    saved {
      clip(to: path)
      body()
    }
  }

  func line(_ path: Path, _ color: Color, _ width: Double, dashes: [Double] = []) {
    stroke(
      path, with: .color(color),
      line: LineStyle(width: width, cap: .round, join: .round, dashes: dashes))
  }

  /// Crossing threads over a box, as cloth shows them from near.
  func weave(in area: CGRect, step: Double, _ color: Color, angle: Double = 0) {
    saved {
      rotate(by: angle, around: at(area.midX, area.midY))
      var threads = Path()
      let reach = max(area.width, area.height)
      var offset = -reach
      while offset < reach {
        threads.append(
          .line(
            from: at(area.midX + offset, area.midY - reach),
            to: at(area.midX + offset, area.midY + reach)))
        threads.append(
          .line(
            from: at(area.midX - reach, area.midY + offset),
            to: at(area.midX + reach, area.midY + offset)))
        offset += step
      }
      stroke(threads, with: color, width: step * 0.28)
    }
  }

  /// The shadow that a shape throws on what is close behind it.
  ///
  /// - Parameter area: Holds the shape; the shadow is drawn a fourth as fine.
  func shadow(
    of path: Path, in area: CGRect, alpha: Double, blur: Double, dx: Double = 0, dy: Double = 0
  ) {
    let coarse = 4.0
    let rim = area.insetBy(dx: -blur * 3, dy: -blur * 3)
    guard
      let canvas = try? Canvas(width: Int(rim.width / coarse), height: Int(rim.height / coarse))
    else { return }
    canvas.scale(x: 1 / coarse, y: 1 / coarse)
    canvas.translate(x: -rim.minX, y: -rim.minY)
    canvas.fill(path, with: Color(hex: 0x1F1A24, alpha: alpha))
    let width = Double(canvas.width) * coarse
    let height = Double(canvas.height) * coarse
    draw(
      canvas.bitmap.blurred(sigma: blur / coarse),
      in: box(rim.minX + dx, rim.minY + dy, width, height))
  }

  /// A soft dark pool where a thing stands.
  func contactShadow(x: Double, y: Double, width: Double, height: Double, alpha: Double = 0.42) {
    let pool = box(x - width / 2, y - height / 2, width, height)
    shadow(of: .ellipse(in: pool), in: pool, alpha: alpha, blur: height * 0.42)
    let core = box(x - width * 0.44, y - height * 0.2, width * 0.88, height * 0.32)
    shadow(of: .ellipse(in: core), in: core, alpha: alpha, blur: height * 0.14)
  }
}
