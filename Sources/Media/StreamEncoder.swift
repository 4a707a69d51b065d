import CFFmpeg
import CFFmpegShims

/// One running encoder; owns the `AVCodecContext`. Where its packets go is said at each call.
final class StreamEncoder {
  let context: UnsafeMutablePointer<AVCodecContext>
  private let packet: UnsafeMutablePointer<AVPacket>
  /// Added to every time stamp, in the encoder's units, so that the first one out is zero.
  private let shift: Int64

  /// - Throws: `MediaError.componentMissing` without the encoder, `.invalid` for refused options.
  init(
    _ encoder: String, options: [String: String],
    configure: (UnsafeMutablePointer<AVCodecContext>) -> Void
  ) throws {
    guard let codec = avcodec_find_encoder_by_name(encoder) else {
      throw MediaError(
        .componentMissing, "this FFmpeg has no '\(encoder)' encoder; run 'shopreel doctor'")
    }
    var context: UnsafeMutablePointer<AVCodecContext>? = try allocated(
      avcodec_alloc_context3(codec))
    do {
      if let context { configure(context) }
      let opened = withOptions(options) { avcodec_open2(context, codec, &$0) }
      try check(opened.result, .invalid, "the '\(encoder)' encoder refuses its settings")
      guard opened.unused.isEmpty else {
        let names = opened.unused.map { "'\($0)'" }.joined(separator: ", ")
        throw MediaError(.invalid, "the '\(encoder)' encoder has no option \(names)")
      }
      packet = try allocated(av_packet_alloc())
    } catch {
      avcodec_free_context(&context)
      throw error
    }
    self.context = try allocated(context)
    shift = Int64(self.context.pointee.initial_padding)
  }

  deinit {
    var packet: UnsafeMutablePointer<AVPacket>? = packet
    av_packet_free(&packet)
    var context: UnsafeMutablePointer<AVCodecContext>? = context
    avcodec_free_context(&context)
  }

  /// Encodes a frame, or with nil what is left, and hands out the packets in the encoder's units;
  /// a packet is valid until the sink returns, which may take its data.
  ///
  /// - Throws: `MediaError.invalid` for a frame that does not fit, `.cannotWrite` when encoding
  ///   fails, and what the sink throws.
  func send(_ frame: Frame?, to sink: (UnsafeMutablePointer<AVPacket>) throws -> Void) throws {
    try check(
      avcodec_send_frame(context, frame?.pointer), .invalid,
      "a frame cannot be encoded; is it of the movie's size and format?")
    while true {
      let status = avcodec_receive_packet(context, packet)
      if status == Status.again || status == Status.end { return }
      try check(status, .cannotWrite, "a frame cannot be encoded")
      defer { av_packet_unref(packet) }
      if packet.pointee.duration == 0, context.pointee.codec_type == AVMEDIA_TYPE_VIDEO {
        packet.pointee.duration = 1
      }
      packet.pointee.pts += shift
      packet.pointee.dts += shift
      try sink(packet)
    }
  }
}
