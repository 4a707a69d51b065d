import CFFmpeg
import CFFmpegShims
import Foundation

/// An open media file, found out by its content; owns the `AVFormatContext` and its byte stream.
final class Demuxer {
  let path: String
  let context: UnsafeMutablePointer<AVFormatContext>
  /// What is read in the file's place; nil for the file itself.
  let standIn: StandIn?
  private var bytes: UnsafeMutablePointer<AVIOContext>?
  private let memory: ByteStream?
  private let packet: UnsafeMutablePointer<AVPacket>

  /// Opens a regular file and finds its streams.
  ///
  /// - Throws: `MediaError` `.io`, `.empty`, `.notMedia`, `.truncated`; for a photo that FFmpeg does
  ///   not read itself also `.unsupportedCodec`, `.invalid`.
  init(path: String) throws {
    Log.clear()
    try Demuxer.examine(path)
    self.path = path
    try RawPhoto.refuse(path)
    standIn = try StandIn.find(for: path)
    memory = try standIn.map { try ByteStream($0.bytes) }
    var bytes: UnsafeMutablePointer<AVIOContext>?
    if memory == nil {
      try check(
        avio_open2(&bytes, "file:" + path, AVIO_FLAG_READ, nil, nil), .io,
        "cannot be opened; check its permissions", path: path)
    }
    do {
      context = try Demuxer.open(memory?.handle ?? bytes, path, as: standIn?.demuxer)
    } catch {
      avio_closep(&bytes)
      throw error
    }
    self.bytes = bytes
    guard let packet = av_packet_alloc() else {
      var context: UnsafeMutablePointer<AVFormatContext>? = context
      avformat_close_input(&context)
      avio_closep(&bytes)
      throw MediaError(.io, "memory is out; close other programs", path: path)
    }
    self.packet = packet
    // An MP4's header says what its streams are; decoding its beginning adds nothing.
    if let standIn { context.pointee.probesize = Int64(standIn.bytes.count) + (1 << 20) }
    if formatName.hasPrefix("mov") { context.pointee.probesize = Demuxer.briefly }
    try check(
      avformat_find_stream_info(context, nil), .notMedia, "its streams cannot be read", path: path)
    try refuseTiles()
  }

  deinit {
    var packet: UnsafeMutablePointer<AVPacket>? = packet
    av_packet_free(&packet)
    var context: UnsafeMutablePointer<AVFormatContext>? = context
    avformat_close_input(&context)
    avio_closep(&bytes)
  }

  /// Bytes that are looked at before a stream with a full header counts as known.
  private static let briefly: Int64 = 32 << 10

  /// Newer FFmpeg opens an HEIC photo as its tiles, none of which is the picture.
  private func refuseTiles() throws {
    guard streams.count > 1, let brand = Probe.photoBrand(of: path) else { return }
    throw Demuxer.tiled(brand, path, nil)
  }

  private static func tiled(_ brand: String, _ path: String, _ cause: String?) -> MediaError {
    MediaError(
      .unsupportedCodec,
      "is a photo of kind '\(brand)' (HEIC), which is not read here; save it as JPEG", path: path,
      cause: cause, subject: "HEIC")
  }

  /// Refuses what is no regular file with bytes in it, before FFmpeg sees it.
  private static func examine(_ path: String) throws {
    guard !path.utf8.contains(0) else {
      throw MediaError(.io, "a file name cannot hold a zero byte")
    }
    let attributes: [FileAttributeKey: Any]
    do {
      let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      attributes = try FileManager.default.attributesOfItem(atPath: resolved)
    } catch {
      throw MediaError(.io, "there is no such file, or it may not be read", path: path)
    }
    guard attributes[.type] as? FileAttributeType == .typeRegular else {
      throw MediaError(.io, "is not a regular file", path: path)
    }
    guard (attributes[.size] as? NSNumber)?.int64Value != 0 else {
      throw MediaError(.empty, "has no bytes; copy it again from the camera", path: path)
    }
  }

  private static func open(
    _ bytes: UnsafeMutablePointer<AVIOContext>?, _ path: String, as demuxer: String?
  ) throws -> UnsafeMutablePointer<AVFormatContext> {
    var context: UnsafeMutablePointer<AVFormatContext>? = try allocated(avformat_alloc_context())
    context?.pointee.pb = bytes
    // Content only: the demuxer never sees the name, so that endings and patterns mean nothing.
    let options = [
      "format_whitelist": Limits.formats, "protocol_whitelist": "none", "max_streams": "64",
    ]
    let format = demuxer.flatMap { av_find_input_format($0) }
    let status = withOptions(options) { avformat_open_input(&context, "", format, &$0) }.result
    if status < 0 { throw refusal(status, path) }
    return try allocated(context)
  }

  private static func refusal(_ status: Int32, _ path: String) -> MediaError {
    let lines = Log.text
    let cause = statusText(status) + (lines.map { ": \($0)" } ?? "")
    if let brand = Probe.photoBrand(of: path) {
      return tiled(brand, path, cause)
    }
    if lines?.contains("moov atom not found") == true {
      return MediaError(
        .truncated, "is cut off: its index is missing; copy it again from the camera", path: path,
        cause: cause)
    }
    if lines?.contains("whitelist") == true {
      return MediaError(
        .notMedia, "is of a format that is not read here; convert it to MP4", path: path,
        cause: cause)
    }
    return MediaError(.notMedia, "is not a video, sound or picture", path: path, cause: cause)
  }

  /// The container's short names.
  var formatName: String { String(cString: context.pointee.iformat.pointee.name) }

  var streams: [UnsafeMutablePointer<AVStream>] {
    (0..<Int(context.pointee.nb_streams)).compactMap { context.pointee.streams[$0] }
  }

  /// Lets only these streams through `next`.
  func keep(_ kept: [Stream]) {
    for stream in streams {
      let wanted = kept.contains { $0.index == stream.pointee.index }
      stream.pointee.discard = wanted ? AVDISCARD_DEFAULT : AVDISCARD_ALL
    }
  }

  /// The next packet, valid until the following call; nil at the end of the file.
  ///
  /// Damaged stretches are passed over; a run of failures counts as the end.
  func next() -> UnsafeMutablePointer<AVPacket>? {
    for _ in 0..<256 {
      av_packet_unref(packet)
      let status = av_read_frame(context, packet)
      if status >= 0 { return packet }
      if status != Status.invalidData && status != Status.again { return nil }
    }
    return nil
  }

  /// Goes to the key frame at or before a time in the stream's own clock.
  func seek(_ stream: Stream, to time: Nanoseconds) -> Bool {
    seek(stream, toStamp: Clock.stamp(time, stream.base))
  }

  /// Goes to the key frame at or before a stamp of the stream.
  func seek(_ stream: Stream, toStamp stamp: Int64) -> Bool {
    av_seek_frame(context, Int32(stream.index), stamp, AVSEEK_FLAG_BACKWARD) >= 0
  }

  /// Goes back to the first packet.
  func rewind(_ stream: Stream) -> Bool {
    if av_seek_frame(context, Int32(stream.index), Int64.min / 2, AVSEEK_FLAG_BACKWARD) >= 0 {
      return true
    }
    let first = stream.handle.pointee.start_time
    let stamp = first == shopreel_no_timestamp() ? 0 : first
    return av_seek_frame(context, Int32(stream.index), stamp, AVSEEK_FLAG_BACKWARD) >= 0
      || av_seek_frame(context, -1, 0, AVSEEK_FLAG_BYTE) >= 0
  }
}
