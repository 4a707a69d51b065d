import CFFmpegShims
import CHeif

/// A HEIC or AVIF photo, decoded upright by libheif.
///
/// The primary picture of several is taken; turns, mirrors, crops and tiles that the file asks for
/// are applied; colour profiles are passed over, as with other photos.
struct HEIFPhoto {
  let standIn: StandIn

  /// - Parameter brand: The file's own name of its kind, for example `heic`.
  /// - Throws: `MediaError` as `StandIn.find`.
  init(path: String, brand: String) throws {
    let context = try HEIFPhoto.made(heif_context_alloc())
    defer { heif_context_free(context) }
    heif_context_set_maximum_image_size_limit(context, Int32(Limits.side))
    heif_context_set_max_decoding_threads(context, 0)
    func check(_ error: heif_error) throws {
      if error.code != heif_error_Ok { throw HEIFPhoto.refusal(error, brand, path) }
    }
    try check(heif_context_read_from_file(context, path, nil))
    var handle: OpaquePointer?
    try check(heif_context_get_primary_image_handle(context, &handle))
    defer { heif_image_handle_release(handle) }
    let size = (
      Int(heif_image_handle_get_width(handle)), Int(heif_image_handle_get_height(handle))
    )
    guard Limits.admits(width: size.0, height: size.1) else { throw Limits.refusal(size, path) }
    let hasAlpha = heif_image_handle_has_alpha_channel(handle) != 0
    var image: OpaquePointer?
    try check(
      heif_decode_image(
        handle, &image, heif_colorspace_RGB,
        hasAlpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, nil))
    defer { heif_image_release(image) }
    guard var bytes = HEIFPhoto.portableMap(image, channels: hasAlpha ? 4 : 3) else {
      throw MediaError(.noPicture, "its picture cannot be decoded", path: path)
    }
    if hasAlpha, heif_image_handle_is_premultiplied_alpha(handle) != 0 {
      let header = bytes.count - size.0 * size.1 * 4
      bytes.withUnsafeMutableBufferPointer { buffer in
        guard header >= 0, let base = buffer.baseAddress else { return }
        shopreel_unpremultiply(base + header, size.0 * size.1)
      }
    }
    let depth = heif_image_handle_get_luma_bits_per_pixel(handle)
    standIn = StandIn(
      bytes: bytes, demuxer: "pam_pipe", format: brand == "avif" ? "avif" : "heif",
      codec: brand == "avif" ? "av1" : "hevc", bitDepth: depth > 0 ? Int(depth) : nil)
  }

  /// The pixels as a portable arbitrary map, which every FFmpeg reads.
  private static func portableMap(_ image: OpaquePointer?, channels: Int) -> [UInt8]? {
    let width = Int(heif_image_get_width(image, heif_channel_interleaved))
    let height = Int(heif_image_get_height(image, heif_channel_interleaved))
    var stride: Int32 = 0
    guard Limits.admits(width: width, height: height),
      let plane = heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride),
      Int(stride) >= width * channels
    else { return nil }
    let header =
      "P7\nWIDTH \(width)\nHEIGHT \(height)\nDEPTH \(channels)\nMAXVAL 255\n"
      + "TUPLTYPE \(channels == 4 ? "RGB_ALPHA" : "RGB")\nENDHDR\n"
    var bytes = Array(header.utf8)
    bytes.reserveCapacity(bytes.count + width * height * channels)
    for row in 0..<height {
      bytes += UnsafeBufferPointer(start: plane + row * Int(stride), count: width * channels)
    }
    return bytes
  }

  private static func made(_ context: OpaquePointer?) throws -> OpaquePointer {
    guard let context else { throw MediaError(.io, "memory is out; close other programs") }
    return context
  }

  private static func refusal(_ error: heif_error, _ brand: String, _ path: String) -> MediaError {
    let cause = error.message.map { String(cString: $0) }
    let kind = brand == "avif" ? "AVIF" : "HEIC"
    if error.subcode == heif_suberror_Security_limit_exceeded {
      return MediaError(
        .invalid, "its picture is too large to be read; save it smaller, as JPEG", path: path,
        cause: cause)
    }
    switch error.code {
    case heif_error_Unsupported_feature, heif_error_Unsupported_filetype,
      heif_error_Decoder_plugin_error:
      let plugin = brand == "avif" ? "libheif-plugin-dav1d" : "libheif-plugin-libde265"
      return MediaError(
        .unsupportedCodec,
        "is a photo of kind '\(brand)' (\(kind)), which the libheif installed here does not "
          + "decode; install '\(plugin)', or save it as JPEG", path: path, cause: cause,
        subject: kind)
    case heif_error_Memory_allocation_error:
      return MediaError(.io, "memory is out; close other programs", path: path, cause: cause)
    default:
      return MediaError(
        .truncated, "is a \(kind) photo that is damaged or cut off; copy it again from the camera",
        path: path, cause: cause, subject: kind)
    }
  }
}
