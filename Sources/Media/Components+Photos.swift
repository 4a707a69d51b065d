import CHeif

extension Components {
  /// Whether the libheif installed here decodes a kind of photo, `HEIC` or `AVIF`; its decoders may
  /// be packages of their own.
  public static func decodesPhotos(_ kind: String) -> Bool {
    let format = kind == "AVIF" ? heif_compression_AV1 : heif_compression_HEVC
    return heif_have_decoder_for_format(format) != 0
  }

  /// The version of libheif that is loaded.
  public static var photoLibraryVersion: String { String(cString: heif_get_version()) }
}
