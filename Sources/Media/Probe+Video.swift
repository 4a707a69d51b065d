import CFFmpeg
import CFFmpegShims
import Timing

extension Probe {
  /// The facts of a picture stream, those of its first decoded picture before the container's.
  static func videoFacts(
    _ demuxer: Demuxer, _ stream: Stream,
    _ first: (frame: Frame, orientation: Orientation, damaged: Int)?
  ) -> VideoFacts {
    let parameters = stream.parameters.pointee
    let picture = first?.frame.pointer.pointee
    let format = AVPixelFormat(picture?.format ?? parameters.format)
    let descriptor = av_pix_fmt_desc_get(format)?.pointee
    let transfer = picture?.color_trc ?? parameters.color_trc
    let size = (Int(picture?.width ?? parameters.width), Int(picture?.height ?? parameters.height))
    let orientation = first?.orientation ?? containerOrientation(stream)
    let display = displaySize(size, aspect(demuxer, stream, first?.frame), orientation)
    let flags = descriptor?.flags ?? 0
    return VideoFacts(
      codec: demuxer.standIn?.codec ?? stream.codecName, width: size.0, height: size.1,
      displayWidth: display.0, displayHeight: display.1,
      rotation: orientation.degrees, isMirrored: orientation.mirrors,
      rate: rate(demuxer, stream),
      pixelFormat: av_get_pix_fmt_name(format).map { String(cString: $0) } ?? "unknown",
      bitDepth: demuxer.standIn?.bitDepth ?? Int(descriptor?.comp.0.depth ?? 8), hdr: HDR(transfer),
      fullRange: first?.frame.isFullRange ?? (parameters.color_range == AVCOL_RANGE_JPEG),
      interlaced: isInterlaced(parameters, first?.frame),
      hasAlpha: flags & UInt64(AV_PIX_FMT_FLAG_ALPHA | AV_PIX_FMT_FLAG_PAL) != 0,
      frameCount: stream.handle.pointee.nb_frames > 0
        ? Int(clamping: stream.handle.pointee.nb_frames) : nil,
      colorPrimaries: name(
        (picture?.color_primaries ?? parameters.color_primaries).rawValue,
        av_color_primaries_name(picture?.color_primaries ?? parameters.color_primaries)),
      colorTransfer: name(transfer.rawValue, av_color_transfer_name(transfer)),
      colorSpace: name(
        (picture?.colorspace ?? parameters.color_space).rawValue,
        av_color_space_name(picture?.colorspace ?? parameters.color_space)))
  }

  private static func containerOrientation(_ stream: Stream) -> Orientation {
    Orientation(rawValue: Int(shopreel_stream_orientation(stream.handle))) ?? .upright
  }

  private static func aspect(_ demuxer: Demuxer, _ stream: Stream, _ frame: Frame?) -> AVRational {
    saneAspect(
      frame?.pointer.pointee.sample_aspect_ratio
        ?? av_guess_sample_aspect_ratio(demuxer.context, stream.handle, nil))
  }

  static func displaySize(
    _ size: (Int, Int), _ aspect: AVRational, _ orientation: Orientation
  ) -> (Int, Int) {
    let width = max(1, Int((Double(size.0) * Double(aspect.num) / Double(aspect.den)).rounded()))
    return orientation.swapsSides ? (size.1, width) : (width, size.1)
  }

  private static func isInterlaced(_ parameters: AVCodecParameters, _ frame: Frame?) -> Bool {
    if let frame, shopreel_frame_is_interlaced(frame.pointer) { return true }
    return parameters.field_order.rawValue > AV_FIELD_PROGRESSIVE.rawValue
  }

  /// The average rate, or the nominal one where both nearly agree or the average is unknown.
  private static func rate(_ demuxer: Demuxer, _ stream: Stream) -> FrameRate? {
    let average = stream.handle.pointee.avg_frame_rate.positive
    let nominal = stream.handle.pointee.r_frame_rate.positive
    func sane(_ rate: Rational?) -> Rational? {
      rate.flatMap { $0.double >= 0.1 && $0.double <= 1000 ? $0 : nil }
    }
    guard let average = sane(average) else { return sane(nominal).flatMap(FrameRate.init) }
    if let nominal = sane(nominal), abs(nominal.double / average.double - 1) < 0.005 {
      return FrameRate(nominal)
    }
    return FrameRate(average)
  }

  /// A colour tag's name; nil for unspecified (2) and reserved (0, 3) values other than RGB's zero.
  private static func name(_ value: UInt32, _ text: UnsafePointer<CChar>?) -> String? {
    value == 2 || value == 3 ? nil : text.map { String(cString: $0) }
  }
}

extension Orientation {
  /// Whether the picture is a mirror image.
  var mirrors: Bool { [.mirrored, .flipped, .transposed, .transversed].contains(self) }
}
