public import Foundation

/// A shape made of lines and curves, in the units of the surface it is drawn on.
public struct Path: Sendable, Hashable {
  enum Element: Sendable, Hashable {
    case move(CGPoint)
    case line(CGPoint)
    case curve(CGPoint, CGPoint, CGPoint)
    case arc(center: CGPoint, radius: Double, from: Double, to: Double, clockwise: Bool)
    case close
  }

  var elements: [Element] = []

  public init() {}

  public mutating func move(to point: CGPoint) { elements.append(.move(point)) }
  public mutating func line(to point: CGPoint) { elements.append(.line(point)) }

  /// Adds a cubic Bézier curve.
  public mutating func curve(to end: CGPoint, control1: CGPoint, control2: CGPoint) {
    elements.append(.curve(control1, control2, end))
  }

  /// Adds an arc, joined by a line to what stands before; angles in radians, clockwise on screen
  /// when `clockwise`.
  public mutating func arc(
    center: CGPoint, radius: Double, from: Double, to: Double, clockwise: Bool = true
  ) {
    elements.append(
      .arc(center: center, radius: radius, from: from, to: to, clockwise: clockwise))
  }

  public mutating func close() { elements.append(.close) }

  /// Adds all of another path.
  public mutating func append(_ other: Path) { elements += other.elements }
}

extension Path {
  public static func line(from: CGPoint, to: CGPoint) -> Path {
    var path = Path()
    path.move(to: from)
    path.line(to: to)
    return path
  }

  public static func polygon(_ points: [CGPoint]) -> Path {
    var path = Path()
    for (index, point) in points.enumerated() {
      if index == 0 { path.move(to: point) } else { path.line(to: point) }
    }
    path.close()
    return path
  }

  public static func rect(_ rect: CGRect) -> Path {
    polygon([
      CGPoint(x: rect.minX, y: rect.minY), CGPoint(x: rect.maxX, y: rect.minY),
      CGPoint(x: rect.maxX, y: rect.maxY), CGPoint(x: rect.minX, y: rect.maxY),
    ])
  }

  /// A rectangle with round corners; a radius above half the shorter side makes a pill.
  public static func roundedRect(_ rect: CGRect, radius: Double) -> Path {
    let r = max(0, min(radius, Double(min(rect.width, rect.height)) / 2))
    guard r > 0 else { return .rect(rect) }
    let corners = [
      (CGPoint(x: rect.maxX - r, y: rect.minY + r), -0.5),
      (CGPoint(x: rect.maxX - r, y: rect.maxY - r), 0),
      (CGPoint(x: rect.minX + r, y: rect.maxY - r), 0.5),
      (CGPoint(x: rect.minX + r, y: rect.minY + r), 1),
    ]
    var path = Path()
    for (center, turn) in corners {
      path.arc(center: center, radius: r, from: turn * .pi, to: (turn + 0.5) * .pi)
    }
    path.close()
    return path
  }

  public static func circle(center: CGPoint, radius: Double) -> Path {
    ellipse(
      in: CGRect(
        x: center.x - radius, y: center.y - radius, width: radius * 2, height: radius * 2))
  }

  /// The ellipse that touches all sides of a rectangle.
  public static func ellipse(in rect: CGRect) -> Path {
    let k = 0.5522847498  // the control distance that makes four Bézier curves an ellipse
    let (x, y) = (rect.midX, rect.midY)
    let (dx, dy) = (rect.width / 2, rect.height / 2)
    func at(_ ux: Double, _ uy: Double) -> CGPoint { CGPoint(x: x + ux * dx, y: y + uy * dy) }
    var path = Path()
    path.move(to: at(1, 0))
    path.curve(to: at(0, 1), control1: at(1, k), control2: at(k, 1))
    path.curve(to: at(-1, 0), control1: at(-k, 1), control2: at(-1, k))
    path.curve(to: at(0, -1), control1: at(-1, -k), control2: at(-k, -1))
    path.curve(to: at(1, 0), control1: at(k, -1), control2: at(1, -k))
    path.close()
    return path
  }

  /// A star or, with an inner radius near the outer, a scalloped seal.
  public static func star(
    center: CGPoint, points: Int, outer: Double, inner: Double, turn: Double = 0
  ) -> Path {
    let count = max(2, points) * 2
    return polygon(
      (0..<count).map { index in
        let radius = index.isMultiple(of: 2) ? outer : inner
        let angle = turn - .pi / 2 + Double(index) / Double(count) * 2 * .pi
        return CGPoint(x: center.x + radius * cos(angle), y: center.y + radius * sin(angle))
      })
  }
}
