internal import CCairo
public import Pixels
internal import Foundation

/// A picture to draw on, transparent at first.
public final class Canvas: GraphicsContext {
  public let width: Int
  public let height: Int

  /// - Parameters:
  ///   - width: In pixels, 1 to 32767.
  ///   - height: In pixels, 1 to 32767.
  /// - Throws: `DrawingError` `.sizeInvalid` when a side is out of range or memory is short.
  public init(width: Int, height: Int) throws {
    guard (1...32767).contains(width), (1...32767).contains(height),
      let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height))
    else {
      throw DrawingError(
        .sizeInvalid,
        "a picture of \(width)x\(height) pixels cannot be drawn; sides go from 1 to 32767")
    }
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(surface)
      throw DrawingError(
        .sizeInvalid, "no memory for a picture of \(width)x\(height) pixels",
        cause: String(cString: cairo_status_to_string(status)))
    }
    self.width = width
    self.height = height
    super.init(surface: surface)
  }

  /// A canvas that begins as a copy of a picture.
  ///
  /// - Throws: as `init(width:height:)`.
  public convenience init(_ bitmap: Bitmap) throws {
    try self.init(width: bitmap.width, height: bitmap.height)
    draw(bitmap, at: .zero)
  }

  /// What has been drawn so far.
  public var bitmap: Bitmap {
    cairo_surface_flush(surface)
    var result = Bitmap(width: width, height: height)
    guard let data = cairo_image_surface_get_data(surface) else { return result }
    let stride = Int(cairo_image_surface_get_stride(surface))
    result.bytes.withUnsafeMutableBytes { bytes in
      for y in 0..<height {
        swapRedAndBlue(
          from: UnsafeRawPointer(data) + y * stride, to: bytes.baseAddress! + y * width * 4,
          count: width)
      }
    }
    return result
  }

  /// Blurs everything drawn so far by a standard deviation in pixels.
  public func blur(sigma: Double) {
    let soft = bitmap.blurred(sigma: sigma)
    saved {
      cairo_identity_matrix(context)
      cairo_reset_clip(context)
      cairo_set_operator(context, CAIRO_OPERATOR_CLEAR)
      cairo_paint(context)
      cairo_set_operator(context, CAIRO_OPERATOR_OVER)
      draw(soft, at: .zero)
    }
  }

  /// Writes the picture as a PNG file.
  ///
  /// - Throws: `DrawingError` `.drawingFailed` when the file cannot be written.
  public func writePNG(to path: String) throws {
    let status = cairo_surface_write_to_png(surface, path)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw DrawingError(
        .drawingFailed, "'\(path)' cannot be written; check the folder and the room on the disk",
        cause: String(cString: cairo_status_to_string(status)))
    }
  }
}
