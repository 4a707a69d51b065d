import CFFmpeg
import CFFmpegShims
import Timing

/// One stream of a movie being written; lives no longer than its `Muxer`.
final class Track {
  private let muxer: Muxer
  private let stream: UnsafeMutablePointer<AVStream>
  /// The unit of the time stamps handed in.
  private let base: AVRational

  /// A stream as an encoder describes it; before the movie's header.
  ///
  /// - Throws: `MediaError.invalid` when the encoder's stream cannot be described.
  init(_ muxer: Muxer, of encoder: StreamEncoder) throws {
    self.muxer = muxer
    base = encoder.context.pointee.time_base
    stream = try allocated(avformat_new_stream(muxer.context, nil))
    try check(
      avcodec_parameters_from_context(stream.pointee.codecpar, encoder.context), .invalid,
      "the encoder's stream cannot be described")
    describe(encoder.context.pointee.framerate)
  }

  /// A stream of packets that are there already; before the movie's header.
  ///
  /// - Throws: `MediaError.unsupportedCodec` for a codec that FFmpeg does not know.
  init(_ muxer: Muxer, of parameters: EncodedStream.Parameters) throws {
    self.muxer = muxer
    base = parameters.timeBase.ffmpeg
    stream = try allocated(avformat_new_stream(muxer.context, nil))
    try parameters.fill(stream.pointee.codecpar)
    var rate = AVRational(num: 0, den: 1)
    if case .picture(_, _, let frames) = parameters.form { rate = frames.framesPerSecond.ffmpeg }
    describe(rate)
  }

  private func describe(_ rate: AVRational) {
    stream.pointee.time_base = base
    stream.pointee.avg_frame_rate = rate
    if stream.pointee.codecpar.pointee.codec_id == AV_CODEC_ID_HEVC {
      // Parameter sets in the index alone: what phones and QuickTime play.
      stream.pointee.codecpar.pointee.codec_tag = "hvc1".utf8.reversed()
        .reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  /// Gives the stream a display matrix that turns its pictures clockwise; before the movie's header.
  ///
  /// - Throws: `MediaError.io` when memory is out.
  func turn(by degrees: Int) throws {
    guard shopreel_stream_set_rotation(stream, Int32(degrees)) else {
      throw MediaError(.io, "memory is out; close other programs")
    }
  }

  /// Writes a packet, whose data it takes.
  ///
  /// - Throws: `MediaError.cannotWrite`, for example when the disk is full.
  func write(_ packet: UnsafeMutablePointer<AVPacket>) throws {
    packet.pointee.stream_index = stream.pointee.index
    av_packet_rescale_ts(packet, base, stream.pointee.time_base)
    try check(
      av_interleaved_write_frame(muxer.context, packet), .cannotWrite,
      "cannot be written; check free space and permissions")
  }
}
