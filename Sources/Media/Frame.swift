import CFFmpeg
import CFFmpegShims

/// One decoded frame of picture or sound; owns its `AVFrame`.
final class Frame {
  let pointer: UnsafeMutablePointer<AVFrame>

  /// An empty frame.
  init() throws { pointer = try allocated(av_frame_alloc()) }

  /// Another reference to the same data.
  init(sharing other: Frame) throws { pointer = try allocated(av_frame_clone(other.pointer)) }

  deinit {
    var pointer: UnsafeMutablePointer<AVFrame>? = pointer
    av_frame_free(&pointer)
  }

  var width: Int { Int(pointer.pointee.width) }
  var height: Int { Int(pointer.pointee.height) }
  var format: AVPixelFormat { AVPixelFormat(pointer.pointee.format) }
  var descriptor: AVPixFmtDescriptor? { av_pix_fmt_desc_get(format)?.pointee }

  var formatName: String { av_get_pix_fmt_name(format).map { String(cString: $0) } ?? "unknown" }

  /// Whether the samples are full range by their flag or by a JPEG pixel format.
  var isFullRange: Bool {
    pointer.pointee.color_range == AVCOL_RANGE_JPEG || formatName.hasPrefix("yuvj")
      || (isRGB || formatName.hasPrefix("gray")) && pointer.pointee.color_range != AVCOL_RANGE_MPEG
  }

  var isRGB: Bool { (descriptor?.flags ?? 0) & UInt64(AV_PIX_FMT_FLAG_RGB) != 0 }

  var hasAlpha: Bool {
    (descriptor?.flags ?? 0) & UInt64(AV_PIX_FMT_FLAG_ALPHA | AV_PIX_FMT_FLAG_PAL) != 0
  }

  /// Pixel aspect ratio as width over height; 1 when unknown or absurd.
  var pixelAspect: AVRational { saneAspect(pointer.pointee.sample_aspect_ratio) }

  /// Tags a converted picture as BT.709, limited range, progressive, upright, square.
  func tagStandard() {
    pointer.pointee.color_range = AVCOL_RANGE_MPEG
    pointer.pointee.color_primaries = AVCOL_PRI_BT709
    pointer.pointee.color_trc = AVCOL_TRC_BT709
    pointer.pointee.colorspace = AVCOL_SPC_BT709
    pointer.pointee.chroma_location = AVCHROMA_LOC_LEFT
    pointer.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
    pointer.pointee.pict_type = AV_PICTURE_TYPE_NONE
    shopreel_frame_mark_progressive(pointer)
    while pointer.pointee.nb_side_data > 0, let first = pointer.pointee.side_data?[0] {
      av_frame_remove_side_data(pointer, first.pointee.type)
    }
  }
}

/// A pixel aspect ratio that can be believed, else 1:1.
func saneAspect(_ aspect: AVRational) -> AVRational {
  let ratio = aspect.den == 0 ? 0 : Double(aspect.num) / Double(aspect.den)
  guard aspect.num > 0, aspect.den > 0, ratio > 0.1, ratio < 10 else {
    return AVRational(num: 1, den: 1)
  }
  return aspect
}
