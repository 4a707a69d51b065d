import CFFmpeg
import CFFmpegShims
public import Timing

extension EncodedStream {
  /// What a decoder has to know beforehand: streams of equal parameters can be joined.
  public struct Parameters: Sendable, Hashable {
    /// What the packets are packets of.
    public enum Form: Sendable, Hashable {
      /// Pictures of a size in pixels at a constant rate.
      case picture(width: Int, height: Int, rate: FrameRate)
      /// Sound: samples a second, channels, samples of one channel in a whole packet.
      case sound(rate: Int, channels: Int, frameSize: Int)
    }

    /// FFmpeg's name of the codec: `h264`, `hevc`, `av1`, `aac`.
    public var codec: String
    /// Parameter sets as the encoder gave them, FFmpeg's `extradata`.
    public var header: [UInt8]
    public var form: Form
    /// Pictures by which decoding runs ahead of showing; lead-in samples for sound.
    public var delay: Int
    /// FFmpeg's number of the profile; -99 when unknown.
    public var profile: Int
    /// FFmpeg's number of the level; -99 when unknown.
    public var level: Int
    /// Bits a second that were asked for; 0 when no rate was.
    public var bitRate: Int

    public init(
      codec: String, header: [UInt8], form: Form, delay: Int, profile: Int, level: Int, bitRate: Int
    ) {
      self.codec = codec
      self.header = header
      self.form = form
      self.delay = delay
      self.profile = profile
      self.level = level
      self.bitRate = bitRate
    }

    /// Seconds of one tick: of one picture, or of one sample.
    public var timeBase: Rational {
      switch form {
      case .picture(_, _, let rate): Rational(1) / rate.framesPerSecond
      case .sound(let rate, _, _): Rational(1, Int64(max(1, rate)))
      }
    }

    /// Names the first part that differs from other parameters, with both values; nil when equal.
    public func difference(from other: Parameters) -> String? {
      func named(_ part: String, _ mine: some CustomStringConvertible, _ its: String) -> String {
        "its \(part) is '\(mine)' instead of '\(its)'"
      }
      if codec != other.codec { return named("codec", codec, other.codec) }
      if form != other.form { return named("form", form, "\(other.form)") }
      if profile != other.profile { return named("profile", profile, "\(other.profile)") }
      if level != other.level { return named("level", level, "\(other.level)") }
      if delay != other.delay { return named("delay", delay, "\(other.delay)") }
      if bitRate != other.bitRate { return named("bit rate", bitRate, "\(other.bitRate)") }
      return header == other.header ? nil : "its parameter sets differ"
    }
  }
}

extension EncodedStream.Parameters.Form: CustomStringConvertible {
  public var description: String {
    switch self {
    case .picture(let width, let height, let rate):
      "\(width)x\(height) at \(rate.framesPerSecond) fps"
    case .sound(let rate, let channels, let frameSize):
      "\(rate) Hz, \(channels) channels, \(frameSize) samples a packet"
    }
  }
}

extension EncodedStream.Parameters {
  /// - Throws: `MediaError.invalid` for values beyond what is made here.
  func validate() throws {
    let isSane: Bool
    switch form {
    case .picture(let width, let height, let rate):
      let rate = rate.framesPerSecond
      isSane =
        Limits.admits(width: width, height: height) && rate.numerator <= 1_000_000
        && rate.denominator <= 1_000_000
    case .sound(let rate, let channels, let frameSize):
      isSane =
        (1000...768_000).contains(rate) && (1...64).contains(channels)
        && (1...1 << 20).contains(frameSize)
    }
    guard isSane, (0...1 << 16).contains(delay), header.count <= 1 << 20,
      (1...32).contains(codec.utf8.count), !codec.utf8.contains(0),
      [profile, level, bitRate].allSatisfy({ Int32(exactly: $0) != nil })
    else { throw EncodedStream.broken("its parameters are beyond what is made here") }
  }

  /// What an open encoder says of itself.
  init(of encoder: UnsafeMutablePointer<AVCodecContext>) {
    let context = encoder.pointee
    codec = String(cString: avcodec_get_name(context.codec_id))
    header =
      context.extradata.map {
        Array(UnsafeBufferPointer(start: $0, count: Int(max(0, context.extradata_size))))
      } ?? []
    if context.codec_type == AVMEDIA_TYPE_VIDEO {
      let rate = context.framerate.positive.flatMap { FrameRate($0) } ?? FrameRate(1)
      form = .picture(width: Int(context.width), height: Int(context.height), rate: rate)
      delay = Int(context.has_b_frames)
    } else {
      let size = context.frame_size > 0 ? Int(context.frame_size) : 1024
      form = .sound(
        rate: Int(context.sample_rate), channels: Int(context.ch_layout.nb_channels),
        frameSize: size)
      delay = Int(context.initial_padding)
    }
    profile = Int(context.profile)
    level = Int(context.level)
    bitRate = Int(Int32(clamping: context.bit_rate))
  }

  /// Describes the stream to a muxer or a decoder.
  ///
  /// - Throws: `MediaError.unsupportedCodec` for a codec that FFmpeg does not know, `.io` when
  ///   memory is out.
  func fill(_ target: UnsafeMutablePointer<AVCodecParameters>) throws {
    guard let descriptor = avcodec_descriptor_get_by_name(codec) else {
      throw MediaError(.unsupportedCodec, "this FFmpeg does not know the codec '\(codec)'")
    }
    target.pointee.codec_id = descriptor.pointee.id
    target.pointee.profile = Int32(clamping: profile)
    target.pointee.level = Int32(clamping: level)
    target.pointee.bit_rate = Int64(bitRate)
    switch form {
    case .picture(let width, let height, _):
      target.pointee.codec_type = AVMEDIA_TYPE_VIDEO
      target.pointee.format = AV_PIX_FMT_YUV420P.rawValue
      target.pointee.width = Int32(clamping: width)
      target.pointee.height = Int32(clamping: height)
      target.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
      target.pointee.video_delay = Int32(clamping: delay)
      target.pointee.color_range = AVCOL_RANGE_MPEG
      target.pointee.color_primaries = AVCOL_PRI_BT709
      target.pointee.color_trc = AVCOL_TRC_BT709
      target.pointee.color_space = AVCOL_SPC_BT709
      target.pointee.chroma_location = AVCHROMA_LOC_LEFT
    case .sound(let rate, let channels, let frameSize):
      target.pointee.codec_type = AVMEDIA_TYPE_AUDIO
      target.pointee.format = AV_SAMPLE_FMT_FLTP.rawValue
      target.pointee.sample_rate = Int32(clamping: rate)
      target.pointee.frame_size = Int32(clamping: frameSize)
      target.pointee.initial_padding = Int32(clamping: delay)
      av_channel_layout_default(&target.pointee.ch_layout, Int32(clamping: channels))
    }
    guard descriptor.pointee.type == target.pointee.codec_type else {
      throw EncodedStream.broken("'\(codec)' is no codec of \(form)")
    }
    guard !header.isEmpty else { return }
    let padding = Int(AV_INPUT_BUFFER_PADDING_SIZE)
    let memory = try allocated(av_mallocz(header.count + padding))
      .assumingMemoryBound(to: UInt8.self)
    memory.update(from: header, count: header.count)
    target.pointee.extradata = memory
    target.pointee.extradata_size = Int32(header.count)
  }

  /// Pictures by which decoding runs ahead, as a decoder reads it from the parameter sets.
  ///
  /// - Throws: `MediaError.unsupportedCodec` without a decoder, `.notMedia` when it refuses them.
  func readDelay() throws -> Int {
    var described = avcodec_parameters_alloc()
    defer { avcodec_parameters_free(&described) }
    try fill(allocated(described))
    return try Decoder(
      allocated(described), base: timeBase.ffmpeg, name: codec, path: nil, threads: 1
    ).delay
  }
}
