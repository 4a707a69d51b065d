/// A rectangle in shares of a picture, 0…1 across and down; in files `[x, y, width, height]`.
public struct ShareBox: Sendable, Hashable, Codable {
  public var x: Double
  public var y: Double
  public var width: Double
  public var height: Double

  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  public var right: Double { x + width }
  public var bottom: Double { y + height }
  public var centerX: Double { x + width / 2 }
  public var centerY: Double { y + height / 2 }
  public var area: Double { width * height }

  /// The smallest rectangle that holds both.
  public func union(_ other: ShareBox) -> ShareBox {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return ShareBox(
      x: left, y: top, width: max(right, other.right) - left,
      height: max(bottom, other.bottom) - top)
  }

  /// Share of this rectangle that lies inside another, 0…1.
  public func share(inside other: ShareBox) -> Double {
    let across = min(right, other.right) - max(x, other.x)
    let down = min(bottom, other.bottom) - max(y, other.y)
    guard across > 0, down > 0, area > 0 else { return 0 }
    return across * down / area
  }

  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    x = try list.decode(Double.self)
    y = try list.decode(Double.self)
    width = try list.decode(Double.self)
    height = try list.decode(Double.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    for number in [x, y, width, height] { try list.encode(number) }
  }
}
