import CFFmpeg
import CFFmpegShims

/// One encoder and the stream of the movie that it fills; owns the `AVCodecContext`.
final class StreamEncoder {
  let context: UnsafeMutablePointer<AVCodecContext>
  private let packet: UnsafeMutablePointer<AVPacket>
  private let muxer: UnsafeMutablePointer<AVFormatContext>
  private let stream: UnsafeMutablePointer<AVStream>
  /// Added to every time stamp, in the encoder's units.
  private let shift: Int64

  /// - Throws: `MediaError.componentMissing` without the encoder, `.invalid` for refused options.
  init(
    _ encoder: String, options: [String: String], muxer: UnsafeMutablePointer<AVFormatContext>,
    configure: (UnsafeMutablePointer<AVCodecContext>) -> Void
  ) throws {
    guard let codec = avcodec_find_encoder_by_name(encoder) else {
      throw MediaError(
        .componentMissing, "this FFmpeg has no '\(encoder)' encoder; run 'shopreel doctor'")
    }
    var context: UnsafeMutablePointer<AVCodecContext>? = try allocated(
      avcodec_alloc_context3(codec))
    var packet: UnsafeMutablePointer<AVPacket>?
    do {
      if let context { configure(context) }
      let opened = withOptions(options) { avcodec_open2(context, codec, &$0) }
      try check(opened.result, .invalid, "the '\(encoder)' encoder refuses its settings")
      guard opened.unused.isEmpty else {
        let names = opened.unused.map { "'\($0)'" }.joined(separator: ", ")
        throw MediaError(.invalid, "the '\(encoder)' encoder has no option \(names)")
      }
      let stream = try allocated(avformat_new_stream(muxer, nil))
      try check(
        avcodec_parameters_from_context(stream.pointee.codecpar, context), .invalid,
        "the '\(encoder)' stream cannot be described")
      packet = try allocated(av_packet_alloc())
      self.stream = stream
      self.context = try allocated(context)
      self.packet = try allocated(packet)
    } catch {
      av_packet_free(&packet)
      avcodec_free_context(&context)
      throw error
    }
    self.muxer = muxer
    shift = Int64(self.context.pointee.initial_padding)
    stream.pointee.time_base = self.context.pointee.time_base
    stream.pointee.avg_frame_rate = self.context.pointee.framerate
  }

  deinit {
    var packet: UnsafeMutablePointer<AVPacket>? = packet
    av_packet_free(&packet)
    var context: UnsafeMutablePointer<AVCodecContext>? = context
    avcodec_free_context(&context)
  }

  /// Gives the stream a display matrix that turns its pictures clockwise; before the movie's header.
  ///
  /// - Throws: `MediaError.io` when memory is out.
  func turn(by degrees: Int) throws {
    guard shopreel_stream_set_rotation(stream, Int32(degrees)) else {
      throw MediaError(.io, "memory is out; close other programs")
    }
  }

  /// Encodes a frame, or with nil what is left, and hands the packets to the movie.
  ///
  /// - Throws: `MediaError.cannotWrite`, for example when the disk is full.
  func send(_ frame: Frame?) throws {
    try check(
      avcodec_send_frame(context, frame?.pointer), .invalid,
      "a frame cannot be encoded; is it of the movie's size and format?")
    while true {
      let status = avcodec_receive_packet(context, packet)
      if status == Status.again || status == Status.end { return }
      try check(status, .cannotWrite, "a frame cannot be encoded")
      if packet.pointee.duration == 0, context.pointee.codec_type == AVMEDIA_TYPE_VIDEO {
        packet.pointee.duration = 1
      }
      packet.pointee.pts += shift
      packet.pointee.dts += shift
      packet.pointee.stream_index = stream.pointee.index
      av_packet_rescale_ts(packet, context.pointee.time_base, stream.pointee.time_base)
      try check(
        av_interleaved_write_frame(muxer, packet), .cannotWrite,
        "cannot be written; check free space and permissions")
    }
  }
}
