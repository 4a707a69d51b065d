import Foundation

/// A map of the plane: `x' = a·x + c·y + tx`, `y' = b·x + d·y + ty`.
struct Affine: Sendable, Hashable {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var tx = 0.0
  var ty = 0.0

  static func translation(_ x: Double, _ y: Double) -> Affine { Affine(tx: x, ty: y) }
  static func scale(_ factor: Double) -> Affine { Affine(a: factor, d: factor) }

  /// Turns clockwise on screen.
  static func rotation(_ radians: Double) -> Affine {
    Affine(a: cos(radians), b: sin(radians), c: -sin(radians), d: cos(radians))
  }

  /// This map after another.
  func after(_ first: Affine) -> Affine {
    Affine(
      a: a * first.a + c * first.b, b: b * first.a + d * first.b,
      c: a * first.c + c * first.d, d: b * first.c + d * first.d,
      tx: a * first.tx + c * first.ty + tx, ty: b * first.tx + d * first.ty + ty)
  }

  /// The map back; the identity for a map that flattens the plane.
  var inverse: Affine {
    let area = a * d - b * c
    guard abs(area) > 1e-12 else { return Affine() }
    return Affine(
      a: d / area, b: -b / area, c: -c / area, d: a / area,
      tx: (c * ty - d * tx) / area, ty: (b * tx - a * ty) / area)
  }

  /// The same map between pictures of half the size.
  var halved: Affine {
    var map = self
    map.tx /= 2
    map.ty /= 2
    return map
  }
}
