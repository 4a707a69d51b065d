/// Bounds that keep hostile files from taking the machine.
enum Limits {
  /// Longest side of a picture in pixels.
  static let side = 16384
  /// Most pixels of one picture.
  static let pixels = 160_000_000

  static func admits(width: Int, height: Int) -> Bool {
    width > 0 && height > 0 && width <= side && height <= side && width * height <= pixels
  }

  static func refusal(_ size: (Int, Int), _ path: String) -> MediaError {
    MediaError(
      .invalid, "a picture of '\(size.0)x\(size.1)' is not read; sides are 1 to \(side)",
      path: path, subject: "\(size.0)×\(size.1)")
  }

  /// Demuxers that read one file and refer to no other: no playlists, no numbered patterns.
  static let formats = [
    "mov", "matroska", "webm", "avi", "mpegts", "mpeg", "flv", "live_flv", "asf", "wtv", "mxf",
    "gxf", "dv", "rm", "nut", "ivf", "obu", "av1", "h264", "hevc", "m4v", "mpegvideo", "mjpeg",
    "vc1",
    "ogg", "wav", "w64", "aiff", "caf", "au", "mp3", "aac", "loas", "ac3", "eac3", "dts", "truehd",
    "flac",
    "ape", "tta", "wv", "amr", "amrnb", "amrwb", "gif", "apng", "yuv4mpegpipe", "iff",
    "bmp_pipe", "jpeg_pipe", "jpegls_pipe", "jpegxl_pipe", "j2k_pipe", "png_pipe", "webp_pipe",
    "tiff_pipe", "gif_pipe", "psd_pipe", "qoi_pipe", "exr_pipe", "hdr_pipe", "dpx_pipe", "dds_pipe",
    "pam_pipe", "pbm_pipe", "pgm_pipe", "ppm_pipe", "pfm_pipe", "sgi_pipe", "sunrast_pipe",
    "pcx_pipe", "xpm_pipe", "xbm_pipe", "jpegxl_anim", "avif",
  ].joined(separator: ",")
}
