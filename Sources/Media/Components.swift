import CFFmpeg
import CFFmpegShims

/// What the FFmpeg on this machine can do.
public enum Components {
  /// Each FFmpeg library with the version built against and the version loaded.
  public static func versions() -> [(library: String, built: String, loaded: String)] {
    func text(_ version: UInt32) -> String {
      "\(version >> 16).\(version >> 8 & 255).\(version & 255)"
    }
    func line(
      _ name: String, _ major: Int32, _ minor: Int32, _ micro: Int32, _ loaded: UInt32
    ) -> (library: String, built: String, loaded: String) {
      (name, "\(major).\(minor).\(micro)", text(loaded))
    }
    return [
      line(
        "libavutil", LIBAVUTIL_VERSION_MAJOR, LIBAVUTIL_VERSION_MINOR, LIBAVUTIL_VERSION_MICRO,
        avutil_version()),
      line(
        "libavcodec", LIBAVCODEC_VERSION_MAJOR, LIBAVCODEC_VERSION_MINOR, LIBAVCODEC_VERSION_MICRO,
        avcodec_version()),
      line(
        "libavformat", LIBAVFORMAT_VERSION_MAJOR, LIBAVFORMAT_VERSION_MINOR,
        LIBAVFORMAT_VERSION_MICRO, avformat_version()),
      line(
        "libavfilter", LIBAVFILTER_VERSION_MAJOR, LIBAVFILTER_VERSION_MINOR,
        LIBAVFILTER_VERSION_MICRO, avfilter_version()),
      line(
        "libswscale", LIBSWSCALE_VERSION_MAJOR, LIBSWSCALE_VERSION_MINOR, LIBSWSCALE_VERSION_MICRO,
        swscale_version()),
      line(
        "libswresample", LIBSWRESAMPLE_VERSION_MAJOR, LIBSWRESAMPLE_VERSION_MINOR,
        LIBSWRESAMPLE_VERSION_MICRO, swresample_version()),
    ]
  }

  /// What to do when the libraries loaded are of another major version than those built against,
  /// or nil when all is well. Check it before anything else: with a mismatch the rest may crash.
  public static func mismatch() -> String? {
    for (library, built, loaded) in versions() {
      let (before, now) = (built.prefix { $0 != "." }, loaded.prefix { $0 != "." })
      if before != now {
        return "built for \(library) \(before), found \(now): run 'make clean', then build again"
      }
    }
    return nil
  }

  /// Whether an encoder of this name is there, for example `libx264`.
  public static func hasEncoder(_ name: String) -> Bool {
    avcodec_find_encoder_by_name(name) != nil
  }

  /// The codec that an encoder of this name makes, for example `h264`; nil when it is not there.
  public static func codec(ofEncoder name: String) -> String? {
    avcodec_find_encoder_by_name(name).map { String(cString: avcodec_get_name($0.pointee.id)) }
  }

  /// Whether a decoder of this name is there, for example `hevc`.
  public static func hasDecoder(_ name: String) -> Bool {
    avcodec_find_decoder_by_name(name) != nil
  }

  /// Whether a filter of this name is there, for example `zscale`.
  public static func hasFilter(_ name: String) -> Bool { avfilter_get_by_name(name) != nil }

  /// How HLG and PQ are brought to SDR here: `zscale` in full, or `plain` by a luma curve alone.
  public static var toneMapping: String {
    hasFilter("zscale") && hasFilter("tonemap") ? "zscale" : "plain"
  }

  /// Has the process keep the memory of pictures that are done with for those to come; once, before
  /// anything else.
  public static func keepPictureMemory() { shopreel_keep_large_blocks() }

  /// Keeps FFmpeg's log off stderr; its error lines go into `MediaError.cause`.
  public static func quiet() { Log.clear() }
}
