public import Foundation

/// What a shape is filled or stroked with.
public enum Paint: Sendable, Hashable {
  /// A colour at a place of a gradient, 0 at its start and 1 at its end.
  public struct Stop: Sendable, Hashable {
    public var offset: Double
    public var color: Color

    public init(_ offset: Double, _ color: Color) {
      self.offset = offset
      self.color = color
    }
  }

  case color(Color)
  case linear(from: CGPoint, to: CGPoint, stops: [Stop])
  /// Stops run from the circle `innerRadius` around `focus` to the circle `radius` around `center`.
  case radial(
    center: CGPoint, radius: Double, focus: CGPoint, innerRadius: Double, stops: [Stop])

  /// A gradient from one colour to another.
  public static func linear(_ start: Color, _ end: Color, from: CGPoint, to: CGPoint) -> Paint {
    .linear(from: from, to: to, stops: [Stop(0, start), Stop(1, end)])
  }

  /// A gradient from the middle of a circle to its rim.
  public static func radial(
    _ middle: Color, _ rim: Color, center: CGPoint, radius: Double
  ) -> Paint {
    .radial(
      center: center, radius: radius, focus: center, innerRadius: 0,
      stops: [Stop(0, middle), Stop(1, rim)])
  }
}

/// How a path is drawn as a line.
public struct LineStyle: Sendable, Hashable {
  public enum Cap: Sendable, Hashable { case butt, round, square }
  public enum Join: Sendable, Hashable { case miter, round, bevel }

  /// Width in the units of the surface.
  public var width: Double
  public var cap: Cap
  public var join: Join
  /// Lengths of dashes and gaps by turns; none for an unbroken line.
  public var dashes: [Double]
  public var dashPhase: Double

  public init(
    width: Double, cap: Cap = .butt, join: Join = .miter, dashes: [Double] = [],
    dashPhase: Double = 0
  ) {
    self.width = width
    self.cap = cap
    self.join = join
    self.dashes = dashes
    self.dashPhase = dashPhase
  }
}
