/// What FFmpeg reads in place of a photo that it does not understand itself.
struct StandIn {
  /// A whole file of a kind that every FFmpeg reads.
  var bytes: [UInt8]
  /// FFmpeg's name of the demuxer for the bytes; some know their files by the ending alone.
  var demuxer: String
  /// Name of the photo's own format, as facts give it.
  var format: String
  /// Name of the photo's own codec; nil where the bytes are coded as the photo was.
  var codec: String?
  /// Bits a channel of the photo; nil as above.
  var bitDepth: Int?

  /// The stand-in for a file, or nil where FFmpeg reads the file itself.
  ///
  /// - Throws: `MediaError` `.unsupportedCodec` without a decoder for the photo, `.truncated` when
  ///   it breaks off, `.invalid` when it is too large, `.notMedia`, `.io`.
  static func find(for path: String) throws -> StandIn? {
    if let brand = Probe.photoBrand(of: path) {
      do {
        return try HEIFPhoto(path: path, brand: brand).standIn
      } catch let error as MediaError where error.code == .unsupportedCodec && brand == "avif" {
        // FFmpeg may have an AV1 decoder where libheif has none.
        return nil
      }
    }
    return WebPFrames.first(of: path)
  }
}
