import CFFmpeg
import CFFmpegShims
import Timing

extension StreamEncoder {
  /// An encoder of pictures: closed GOPs, parameter sets apart, BT.709 limited.
  ///
  /// - Parameters:
  ///   - encoding: The settings.
  ///   - options: What is added to, or goes before, the options of `encoding`.
  /// - Throws: `MediaError.componentMissing`; `.invalid` for settings that are refused.
  static func video(
    _ encoding: VideoEncoding, options own: [String: String] = [:]
  ) throws -> StreamEncoder {
    guard Limits.admits(width: encoding.width, height: encoding.height), encoding.width % 2 == 0,
      encoding.height % 2 == 0, (1...64).contains(encoding.threads),
      (1...100_000).contains(encoding.gop), [0, 90, 180, 270].contains(encoding.rotation)
    else {
      throw MediaError(
        .invalid,
        "a movie of '\(encoding.width)x\(encoding.height)', GOP '\(encoding.gop)', threads"
          + " '\(encoding.threads)', rotation '\(encoding.rotation)' cannot be encoded; sides are"
          + " even, threads 1 to 64, rotations 0, 90, 180 and 270")
    }
    var options = encoding.options.merging(own) { _, own in own }
    options["g"] = options["g"] ?? "\(encoding.gop)"
    options["threads"] = "\(encoding.threads)"
    options["flags"] = (options["flags"] ?? "") + "+cgop+bitexact+global_header"
    if let (name, needed) = encoding.repeatable {
      options[name] = (options[name].map { $0 + ":" } ?? "") + needed
    }
    return try StreamEncoder(encoding.encoder, options: options) { context in
      context.pointee.width = Int32(encoding.width)
      context.pointee.height = Int32(encoding.height)
      context.pointee.pix_fmt = AV_PIX_FMT_YUV420P
      let rate = encoding.rate.framesPerSecond.ffmpeg
      context.pointee.framerate = rate
      context.pointee.time_base = AVRational(num: rate.den, den: rate.num)
      context.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
      context.pointee.color_range = AVCOL_RANGE_MPEG
      context.pointee.color_primaries = AVCOL_PRI_BT709
      context.pointee.color_trc = AVCOL_TRC_BT709
      context.pointee.colorspace = AVCOL_SPC_BT709
      context.pointee.chroma_sample_location = AVCHROMA_LOC_LEFT
    }
  }
}

extension VideoEncoding {
  private static let hasAVX512 = shopreel_has_avx512()

  /// The encoder's own parameters without which bytes differ run by run or machine by machine.
  fileprivate var repeatable: (option: String, parameters: String)? {
    switch encoder {
    // Its lookahead thread races with its rate control, and with AVX-512 the loops of its
    // macroblock tree read memory that nobody wrote.
    case "libx264":
      ("x264-params", "sync-lookahead=0" + (VideoEncoding.hasAVX512 ? ":asm=AVX2" : ""))
    // It takes threads by the machine's cores, and by default GOPs that lean on the one before.
    case "libx265":
      ("x265-params", "pools=\(threads == 1 ? "none" : "\(threads)"):frame-threads=1:open-gop=0")
    case "libsvtav1": ("svtav1-params", "lp=\(threads)")
    default: nil
    }
  }
}
