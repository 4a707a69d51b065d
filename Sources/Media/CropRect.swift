/// A rectangle in upright source pixels; fractions allowed.
public struct CropRect: Sendable, Hashable, Codable {
  /// Left edge in pixels.
  public var x: Double
  /// Top edge in pixels.
  public var y: Double
  /// Width in pixels, above zero.
  public var width: Double
  /// Height in pixels, above zero.
  public var height: Double

  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The part of this rectangle inside a picture, at least one pixel large; the whole picture when
  /// nothing of it lies inside or a number is not finite.
  func clamped(width limitX: Double, height limitY: Double) -> CropRect {
    let whole = CropRect(x: 0, y: 0, width: limitX, height: limitY)
    guard [x, y, width, height].allSatisfy(\.isFinite), width > 0, height > 0 else { return whole }
    let left = max(0, x)
    let top = max(0, y)
    let right = min(limitX, x + width)
    let bottom = min(limitY, y + height)
    guard right - left >= 1, bottom - top >= 1 else { return whole }
    return CropRect(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// The largest rectangle of an aspect ratio (width over height) about this one's centre.
  func cut(toAspect aspect: Double) -> CropRect {
    let narrow = width / height > aspect
    let w = narrow ? height * aspect : width
    let h = narrow ? height : width / aspect
    return CropRect(x: x + (width - w) / 2, y: y + (height - h) / 2, width: w, height: h)
  }

  /// The smallest rectangle that holds both.
  func union(_ other: CropRect) -> CropRect {
    let left = min(x, other.x)
    let top = min(y, other.y)
    return CropRect(
      x: left, y: top, width: max(x + width, other.x + other.width) - left,
      height: max(y + height, other.y + other.height) - top)
  }

  func interpolated(to other: CropRect, _ progress: Double) -> CropRect {
    func mix(_ a: Double, _ b: Double) -> Double { a + (b - a) * progress }
    return CropRect(
      x: mix(x, other.x), y: mix(y, other.y), width: mix(width, other.width),
      height: mix(height, other.height))
  }
}

/// A slow straight move over a range: the crop at its first and at its last picture.
public struct CropMove: Sendable, Hashable, Codable {
  /// The crop of the first picture, in upright source pixels.
  public var from: CropRect
  /// The crop of the last picture, in upright source pixels.
  public var to: CropRect

  public init(from: CropRect, to: CropRect) {
    self.from = from
    self.to = to
  }
}
