import CFFmpeg
import CFFmpegShims

/// A running decoder of one stream; owns the `AVCodecContext`.
final class Decoder {
  private let context: UnsafeMutablePointer<AVCodecContext>
  private var ended = false
  /// Packets that could not be decoded so far.
  private(set) var damaged = 0
  /// Pictures or blocks of sound given out so far.
  private(set) var decoded = 0
  /// Whether pictures that no other refers to can be told and passed over.
  let canSkip: Bool

  /// - Throws: `MediaError.unsupportedCodec` when FFmpeg has no decoder, `.notMedia` when it cannot
  ///   be opened, `.invalid` when the picture is larger than `Limits`.
  convenience init(_ stream: Stream, path: String, threads: Int = 2) throws {
    try self.init(
      stream.parameters, base: stream.base, name: stream.codecName, path: path, threads: threads)
  }

  /// - Throws: As `init(_:path:threads:)`.
  init(
    _ parameters: UnsafeMutablePointer<AVCodecParameters>, base: AVRational, name: String,
    path: String?, threads: Int
  ) throws {
    Log.clear()
    guard let codec = avcodec_find_decoder(parameters.pointee.codec_id) else {
      throw MediaError(
        .unsupportedCodec,
        "is coded as '\(name)', which this FFmpeg cannot decode; convert it to H.264", path: path,
        subject: name)
    }
    var context: UnsafeMutablePointer<AVCodecContext>? = try allocated(
      avcodec_alloc_context3(codec))
    let options = ["threads": "\(threads)", "max_pixels": "\(Limits.pixels)"]
    var status = avcodec_parameters_to_context(context, parameters)
    context?.pointee.pkt_timebase = base
    if parameters.pointee.codec_id == AV_CODEC_ID_H264 {
      // Else, at the end after a jump into an open GOP, it takes a picture it will not show for
      // the end and keeps those behind it to itself.
      context?.pointee.flags |= AV_CODEC_FLAG_OUTPUT_CORRUPT
    }
    if status >= 0 { status = withOptions(options) { avcodec_open2(context, codec, &$0) }.result }
    guard status >= 0, let context else {
      avcodec_free_context(&context)
      let lines = Log.text.map { ": \($0)" } ?? ""
      throw MediaError(
        .notMedia, "its '\(name)' stream cannot be decoded", path: path,
        cause: statusText(status) + lines)
    }
    self.context = context
    canSkip = Decoder.canSkip(parameters.pointee)
  }

  deinit {
    var context: UnsafeMutablePointer<AVCodecContext>? = context
    avcodec_free_context(&context)
  }

  /// Pictures by which decoding runs ahead of showing, as far as that is known.
  var delay: Int { Int(max(0, context.pointee.has_b_frames)) }

  /// Whether pictures that no other refers to are passed over, to get to a time sooner.
  var skipsDisposable = false {
    didSet {
      context.pointee.skip_frame = skipsDisposable ? AVDISCARD_NONREF : AVDISCARD_DEFAULT
    }
  }

  /// Forgets everything, after a seek.
  func flush() {
    avcodec_flush_buffers(context)
    ended = false
  }

  /// Hands in a packet, or nil at the end; a packet that cannot be decoded is counted and dropped.
  func send(_ packet: UnsafeMutablePointer<AVPacket>?) {
    if packet == nil {
      if ended { return }
      ended = true
    }
    let status = avcodec_send_packet(context, packet)
    if status < 0 && status != Status.again && status != Status.end { damaged += 1 }
  }

  /// The next decoded frame, or nil when more packets are needed or all is out.
  func receive() throws -> Frame? {
    let frame = try Frame()
    for _ in 0..<64 {
      let status = avcodec_receive_frame(context, frame.pointer)
      if status >= 0 {
        decoded += 1
        return frame
      }
      if status == Status.again || status == Status.end { return nil }
      damaged += 1
    }
    return nil
  }

  private static func canSkip(_ parameters: AVCodecParameters) -> Bool {
    switch parameters.codec_id {
    case AV_CODEC_ID_H264, AV_CODEC_ID_MPEG2VIDEO, AV_CODEC_ID_MPEG4: return true
    case AV_CODEC_ID_HEVC:
      // Where there are layers of rates, a higher one may refer to what its own layer does not.
      guard parameters.extradata_size > 22, let bytes = parameters.extradata, bytes[0] == 1 else {
        return false
      }
      return bytes[21] >> 3 & 7 == 1
    default: return false
    }
  }
}
