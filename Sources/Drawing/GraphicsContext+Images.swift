internal import CCairo
public import Foundation
public import Pixels

extension GraphicsContext {
  /// Draws a bitmap, one pixel a unit, with its upper left corner at a point.
  public func draw(_ bitmap: Bitmap, at point: CGPoint, alpha: Double = 1) {
    draw(
      bitmap,
      in: CGRect(
        x: point.x, y: point.y, width: CGFloat(bitmap.width), height: CGFloat(bitmap.height)),
      alpha: alpha)
  }

  /// Draws a bitmap stretched into a rectangle.
  ///
  /// - Parameters:
  ///   - crop: The part shown, in pixels of the bitmap; nil shows all.
  ///   - rotation: Clockwise around the middle of the rectangle, in radians.
  ///   - smooth: False keeps hard pixel edges.
  public func draw(
    _ bitmap: Bitmap, in rect: CGRect, crop: CGRect? = nil, rotation: Double = 0,
    alpha: Double = 1, smooth: Bool = true
  ) {
    let whole = CGRect(x: 0, y: 0, width: bitmap.width, height: bitmap.height)
    let part = crop.map { $0.intersection(whole) } ?? whole
    guard !part.isNull, part.width > 0, part.height > 0, rect.width > 0, rect.height > 0,
      let image = image(of: bitmap)
    else { return }
    saved {
      if rotation != 0 { rotate(by: rotation, around: CGPoint(x: rect.midX, y: rect.midY)) }
      clip(to: .rect(rect))
      translate(x: rect.minX, y: rect.minY)
      scale(x: rect.width / part.width, y: rect.height / part.height)
      cairo_set_source_surface(context, image.surface, -part.minX, -part.minY)
      let pattern = cairo_get_source(context)
      cairo_pattern_set_filter(pattern, smooth ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST)
      cairo_pattern_set_extend(pattern, smooth ? CAIRO_EXTEND_PAD : CAIRO_EXTEND_NONE)
      cairo_paint_with_alpha(context, alpha)
    }
  }

  /// Draws a bitmap as large as needed to cover a rectangle, cutting what stands over.
  ///
  /// - Parameter focus: The point of the picture (0…1 each way) kept nearest the middle.
  public func drawFilling(
    _ bitmap: Bitmap, in rect: CGRect, focus: CGPoint = CGPoint(x: 0.5, y: 0.5), alpha: Double = 1
  ) {
    guard bitmap.width > 0, bitmap.height > 0, rect.width > 0, rect.height > 0 else { return }
    let (width, height) = (Double(bitmap.width), Double(bitmap.height))
    let scale = max(rect.width / width, rect.height / height)
    let (w, h) = (rect.width / scale, rect.height / scale)
    let x = min(max(0, focus.x * width - w / 2), width - w)
    let y = min(max(0, focus.y * height - h / 2), height - h)
    draw(bitmap, in: rect, crop: CGRect(x: x, y: y, width: w, height: h), alpha: alpha)
  }

  /// Draws a whole bitmap as large as fits into a rectangle, in its middle.
  ///
  /// - Returns: The rectangle that the picture takes.
  @discardableResult
  public func drawFitting(_ bitmap: Bitmap, in rect: CGRect, alpha: Double = 1) -> CGRect {
    guard bitmap.width > 0, bitmap.height > 0, rect.width > 0, rect.height > 0 else { return .zero }
    let (width, height) = (Double(bitmap.width), Double(bitmap.height))
    let scale = min(rect.width / width, rect.height / height)
    let (w, h) = (width * scale, height * scale)
    let place = CGRect(x: rect.midX - w / 2, y: rect.midY - h / 2, width: w, height: h)
    draw(bitmap, in: place, alpha: alpha)
    return place
  }
}

/// A bitmap as Cairo's image surface, in Cairo's byte order.
final class ImageSurface {
  let surface: OpaquePointer

  /// Nil when the surface cannot be made.
  init?(_ bitmap: Bitmap) {
    guard bitmap.width > 0, bitmap.height > 0, bitmap.width <= 32767, bitmap.height <= 32767,
      let surface = cairo_image_surface_create(
        CAIRO_FORMAT_ARGB32, Int32(bitmap.width), Int32(bitmap.height))
    else { return nil }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      let data = cairo_image_surface_get_data(surface)
    else {
      cairo_surface_destroy(surface)
      return nil
    }
    self.surface = surface
    let stride = Int(cairo_image_surface_get_stride(surface))
    bitmap.bytes.withUnsafeBytes { bytes in
      for y in 0..<bitmap.height {
        swapRedAndBlue(
          from: bytes.baseAddress! + y * bitmap.width * 4,
          to: UnsafeMutableRawPointer(data) + y * stride, count: bitmap.width)
      }
    }
    cairo_surface_mark_dirty(surface)
  }

  deinit { cairo_surface_destroy(surface) }
}

/// Copies pixels between RGBA bytes and Cairo's native-endian ARGB words; the way is the same both
/// ways on little-endian machines, which all our platforms are.
func swapRedAndBlue(from: UnsafeRawPointer, to: UnsafeMutableRawPointer, count: Int) {
  let source = from.assumingMemoryBound(to: UInt32.self)
  let target = to.assumingMemoryBound(to: UInt32.self)
  for index in 0..<count {
    let pixel = source[index]
    target[index] = pixel & 0xFF00_FF00 | (pixel & 0xFF) << 16 | (pixel >> 16) & 0xFF
  }
}
