internal import CCairo
public import Foundation
internal import Pixels

/// A vector document of pages, in points (1/72 inch), with real text.
///
/// The same drawing gives the same bytes.
public final class PDFDocument: GraphicsContext {
  /// A4, upright, in points.
  public static let a4 = CGSize(width: 595.276, height: 841.89)

  public private(set) var pageSize: CGSize
  public private(set) var pageCount = 0
  private let sink: Sink
  private var finished = false
  /// Small pictures drawn so far, by checksum: one drawn twice stands in the file once.
  private var images: [Int: (bitmap: Bitmap, image: ImageSurface)] = [:]

  /// Bytes up to which a picture is kept in mind.
  private static let keptImage = 1 << 20

  /// - Parameters:
  ///   - title: Shown by readers in place of the file's name.
  ///   - date: ISO 8601, put down as the date of making; the machine's clock is never asked.
  /// - Throws: `DrawingError` `.drawingFailed` when Cairo cannot make the document.
  public init(size: CGSize = PDFDocument.a4, title: String, date: String) throws {
    sink = Sink()
    pageSize = size
    let closure = Unmanaged.passUnretained(sink).toOpaque()
    guard
      let surface = cairo_pdf_surface_create_for_stream(
        appendToSink, closure, size.width, size.height)
    else { throw DrawingError(.drawingFailed, "the document cannot be made") }
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(surface)
      throw DrawingError(
        .drawingFailed, "the document cannot be made",
        cause: String(cString: cairo_status_to_string(status)))
    }
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "shopreel")
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date)
    super.init(surface: surface)
  }

  deinit { cairo_surface_finish(surface) }

  override func image(of bitmap: Bitmap) -> ImageSurface? {
    guard bitmap.bytes.count <= PDFDocument.keptImage else { return ImageSurface(bitmap) }
    var checksum = bitmap.width
    for byte in bitmap.bytes { checksum = checksum &* 31 &+ Int(byte) }
    if let known = images[checksum], known.bitmap == bitmap { return known.image }
    let image = ImageSurface(bitmap)
    if let image { images[checksum] = (bitmap, image) }
    return image
  }

  /// Draws one page and ends it.
  public func page(size: CGSize? = nil, _ draw: () throws -> Void) rethrows {
    pageSize = size ?? pageSize
    cairo_pdf_surface_set_size(surface, pageSize.width, pageSize.height)
    try saved(draw)
    cairo_show_page(context)
    pageCount += 1
  }

  /// Ends the document and gives its bytes; nothing can be drawn afterwards.
  ///
  /// - Throws: `DrawingError` `.drawingFailed` when Cairo met a fault on the way.
  public func data() throws -> Data {
    if !finished { cairo_surface_finish(surface) }
    finished = true
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw DrawingError(
        .drawingFailed, "the document cannot be ended",
        cause: String(cString: cairo_status_to_string(status)))
    }
    return sink.data
  }
}

/// Where Cairo's stream of bytes gathers.
private final class Sink {
  var data = Data()
}

private let appendToSink: cairo_write_func_t = { closure, bytes, count in
  guard let closure, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
  let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
  sink.data.append(bytes, count: Int(count))
  return CAIRO_STATUS_SUCCESS
}
