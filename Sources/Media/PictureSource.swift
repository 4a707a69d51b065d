import CFFmpeg
import CFFmpegShims

/// A decoded picture with its place in media time.
struct TimedFrame {
  let frame: Frame
  /// From the first picture of the file.
  let time: Nanoseconds
  /// Zero when the file does not say.
  let duration: Nanoseconds
  /// The unit of the frame's own time stamp.
  let base: AVRational
}

/// The decoded, deinterlaced pictures of a file in order of presentation.
final class PictureSource {
  let demuxer: Demuxer
  let stream: Stream
  let queue: PacketQueue
  let decoder: Decoder
  let origin: Nanoseconds
  /// The time of the last picture that is wanted; nothing that only later ones need is decoded.
  var through: Nanoseconds?
  /// Whether a picture shown in a range of time is wanted; nil for yes.
  var isWanted: ((Range<Nanoseconds>) -> Bool)?
  /// Pictures before this were decoded without what they refer to.
  var floor: Nanoseconds?
  /// Jumps to a key frame so far.
  var seeks = 0
  /// Nil until the first picture.
  private(set) var isInterlaced: Bool?
  private var deinterlacer: FilterGraph?
  /// Pictures that are decoded and not yet taken.
  var waiting: [TimedFrame] = []
  /// Times of pictures that the decoder has and has not given yet.
  var pending: [Nanoseconds] = []
  /// Times of the last pictures handed to the decoder.
  var sent: [Nanoseconds] = []
  /// Whether the decoder was told that nothing follows.
  var isDrained = false
  /// Pictures that were left in the decoder.
  private var left = 0
  /// Pictures passed over at the start because what they refer to is not there.
  private var unfit = 0
  private var isFit = false
  private var last: Nanoseconds?
  private var jump: Nanoseconds = 0
  /// A JPEG is decoded from its bytes: the demuxer's splitting goes wrong on appended pictures.
  var jpeg: JPEGBytes?
  /// How a photo that is no JPEG says it is turned.
  private var turn: Orientation?

  /// - Throws: `MediaError` as `Demuxer` and `Decoder` do; `.noPicture` without a picture stream.
  convenience init(path: String, threads: Int = 2) throws {
    try self.init(Demuxer(path: path), threads: threads)
  }

  /// - Throws: `MediaError` as `Decoder` does; `.noPicture` without a picture stream.
  init(_ demuxer: Demuxer, threads: Int) throws {
    guard let stream = demuxer.video else {
      throw MediaError(.noPicture, "holds no moving or still picture", path: demuxer.path)
    }
    self.demuxer = demuxer
    self.stream = stream
    demuxer.keep([stream])
    queue = PacketQueue(demuxer, stream)
    // One picture gains nothing by threads, and FFmpeg's WebP decoder aborts on damage with them.
    decoder = try Decoder(
      stream, path: demuxer.path, threads: demuxer.isStillContainer ? 1 : threads)
    origin = demuxer.origin
    if demuxer.isJPEG { jpeg = JPEGBytes(path: demuxer.path) }
    if jpeg == nil, demuxer.isStillContainer { turn = demuxer.photoTurn }
  }

  var path: String { demuxer.path }
  var isStill: Bool { demuxer.isStillContainer }
  /// Packets that could not be decoded so far.
  var damaged: Int { decoder.damaged }
  /// Pictures decoded so far, shown or not.
  var decoded: Int { decoder.decoded + left + pending.count }

  /// The usual distance between pictures, a thirtieth of a second when the file does not say.
  var interval: Nanoseconds {
    let rate = stream.handle.pointee.avg_frame_rate
    guard rate.num > 0, rate.den > 0 else { return Clock.second / 30 }
    let value = av_rescale(Clock.second, Int64(rate.den), Int64(rate.num))
    return min(max(value, Clock.second / 1000), 10 * Clock.second)
  }

  /// How much later than a time a picture may be stamped and still be shown at it.
  var tolerance: Nanoseconds { interval / 4 }

  /// How a frame of this stream is turned, by its own word before the container's.
  func orientation(of frame: Frame) -> Orientation {
    if let jpeg { return jpeg.orientation ?? .upright }
    return Orientation(rawValue: Int(shopreel_frame_orientation(frame.pointer)))
      ?? Orientation(rawValue: Int(shopreel_stream_orientation(stream.handle))) ?? turn ?? .upright
  }

  /// Forgets all that was read and decoded, after the demuxer has moved.
  func reset() {
    decoder.flush()
    decoder.skipsDisposable = false
    queue.reset()
    deinterlacer = nil
    waiting = []
    left += pending.count
    pending = []
    sent = []
    isDrained = false
    unfit = 0
    isFit = false
    floor = nil
    last = nil
    jump = 0
  }

  /// Whether nothing has been read since the file was opened or moved in.
  var isFresh: Bool { sent.isEmpty && queue.entries.isEmpty && !isDrained }

  /// The next picture, or nil after the last.
  func next() throws -> TimedFrame? {
    guard let first = try peek() else { return nil }
    waiting.removeFirst()
    return first
  }

  /// The next picture, left in its place; nil after the last, or the last that is wanted.
  func peek() throws -> TimedFrame? {
    while waiting.isEmpty {
      guard let frame = try decode() else {
        guard let graph = deinterlacer else { return nil }
        deinterlacer = nil
        try graph.send(nil)
        try drain(graph)
        return waiting.first
      }
      try take(frame)
    }
    return waiting.first
  }

  private func decode() throws -> Frame? {
    while true {
      if let frame = try decoder.receive() {
        if admits(frame) { return frame }
        continue
      }
      if isDrained {
        pending = []
        return nil
      }
      if let jpeg {
        try send(jpeg.picture)
        continue
      }
      guard let entry = try nextEntry() else {
        isDrained = true
        decoder.send(nil)
        continue
      }
      decoder.skipsDisposable = try isDispensable(entry)
      note(entry)
      decoder.send(entry.pointer)
    }
  }

  /// Hands the decoder a whole picture, and ends it.
  private func send(_ bytes: [UInt8]) throws {
    var packet: UnsafeMutablePointer<AVPacket>? = try allocated(av_packet_alloc())
    defer { av_packet_free(&packet) }
    try check(av_new_packet(packet, Int32(bytes.count)), .io, "memory is out; close other programs")
    packet?.pointee.data.update(from: bytes, count: bytes.count)
    packet?.pointee.pts = 0
    decoder.send(packet)
    decoder.send(nil)
    isDrained = true
  }

  private func admits(_ frame: Frame) -> Bool {
    guard Limits.admits(width: frame.width, height: frame.height), frame.descriptor != nil else {
      return false
    }
    // After a jump, the first pictures may lack what they refer to; later damage is shown.
    if !isFit, frame.pointer.pointee.flags & AV_FRAME_FLAG_CORRUPT != 0, unfit < 300 {
      unfit += 1
      return false
    }
    isFit = true
    return true
  }

  private func take(_ frame: Frame) throws {
    let stamp = frame.pointer.pointee.best_effort_timestamp
    frame.pointer.pointee.pts = stamp
    frame.pointer.pointee.sample_aspect_ratio = av_guess_sample_aspect_ratio(
      demuxer.context, stream.handle, frame.pointer)
    if isInterlaced == nil { isInterlaced = deinterlaces(frame) }
    if isInterlaced == true, stamp != shopreel_no_timestamp() {
      let graph =
        try deinterlacer
        ?? FilterGraph.picture(
          "bwdif=mode=send_field:deint=interlaced", like: frame, base: stream.base)
      deinterlacer = graph
      try graph.send(frame)
      try drain(graph)
    } else {
      place(frame, stream.base)
    }
  }

  private func deinterlaces(_ frame: Frame) -> Bool {
    let order = stream.parameters.pointee.field_order
    let isTold = order != AV_FIELD_UNKNOWN && order != AV_FIELD_PROGRESSIVE
    return (isTold || shopreel_frame_is_interlaced(frame.pointer)) && frame.height >= 64
      && frame.width >= 64 && Components.hasFilter("bwdif")
  }

  private func drain(_ graph: FilterGraph) throws {
    while let frame = try graph.receive() { place(frame, graph.outputBase) }
  }

  /// Puts a picture on the clock: gaps in stamps are filled in, backward jumps are carried on from.
  private func place(_ frame: Frame, _ base: AVRational) {
    let duration = Clock.nanoseconds(shopreel_frame_duration(frame.pointer), base) ?? 0
    let following = last.map { $0 + (duration > 0 ? duration : interval) } ?? 0
    var time = following
    if let stamp = Clock.nanoseconds(frame.pointer.pointee.pts, base) {
      time = stamp - origin + jump
      pending.removeAll { $0 <= time }
      if let floor, time < floor { return }
      if let last, time < last - Clock.second / 5 {
        jump += following - time
        time = following
      }
    }
    if let last, time <= last { return }
    last = time
    waiting.append(TimedFrame(frame: frame, time: time, duration: duration, base: base))
  }

  /// Passes over the picture that `peek` gave.
  func drop() { if !waiting.isEmpty { waiting.removeFirst() } }
}
