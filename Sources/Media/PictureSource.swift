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
  private let decoder: Decoder
  private let origin: Nanoseconds
  private var deinterlacer: FilterGraph?
  private var isDecided = false
  private var fileEnded = false
  private var waiting: [TimedFrame] = []
  private var last: Nanoseconds?
  private var jump: Nanoseconds = 0
  private var target: Nanoseconds?
  /// A JPEG is decoded from its bytes: the demuxer's splitting goes wrong on appended pictures.
  private var jpeg: JPEGBytes?

  /// - Throws: `MediaError` as `Demuxer` and `Decoder` do; `.noPicture` without a picture stream.
  init(path: String, threads: Int = 2) throws {
    demuxer = try Demuxer(path: path)
    guard let stream = demuxer.video else {
      throw MediaError(.noPicture, "holds no moving or still picture", path: path)
    }
    self.stream = stream
    demuxer.keep([stream])
    decoder = try Decoder(stream, path: path, threads: threads)
    origin = demuxer.origin
    if demuxer.isJPEG { jpeg = JPEGBytes(path: path) }
  }

  var path: String { demuxer.path }
  var isStill: Bool { demuxer.isStillContainer }
  /// Packets that could not be decoded so far.
  var damaged: Int { decoder.damaged }

  /// The usual distance between pictures, a thirtieth of a second when the file does not say.
  var interval: Nanoseconds {
    let rate = stream.handle.pointee.avg_frame_rate
    guard rate.num > 0, rate.den > 0 else { return Clock.second / 30 }
    let value = av_rescale(Clock.second, Int64(rate.den), Int64(rate.num))
    return min(max(value, Clock.second / 1000), 10 * Clock.second)
  }

  /// How a frame of this stream is turned, by its own word before the container's.
  func orientation(of frame: Frame) -> Orientation {
    if let jpeg { return jpeg.orientation ?? .upright }
    return Orientation(rawValue: Int(shopreel_frame_orientation(frame.pointer)))
      ?? Orientation(rawValue: Int(shopreel_stream_orientation(stream.handle))) ?? .upright
  }

  /// Moves so that the next pictures include the one shown at `time`, or begin at the first.
  func start(at time: Nanoseconds) throws {
    target = time
    guard time > Clock.second / 2, !isStill else { return }
    for back in [0, 1, 4, 16] as [Nanoseconds] {
      let place = time - back * Clock.second
      guard place > 0, demuxer.seek(stream, to: origin + place) else { break }
      reset()
      guard let first = try next() else { continue }
      if first.time <= time + interval / 4 {
        waiting.insert(first, at: 0)
        return
      }
    }
    reset()
    guard demuxer.rewind(stream) else {
      throw MediaError(.io, "cannot be wound back to its start", path: path)
    }
  }

  private func reset() {
    decoder.flush()
    decoder.skipsDisposable = false
    deinterlacer = nil
    isDecided = false
    fileEnded = false
    waiting = []
    last = nil
    jump = 0
  }

  /// The next picture, or nil after the last.
  func next() throws -> TimedFrame? {
    while waiting.isEmpty {
      guard let frame = try decode() else {
        guard let graph = deinterlacer else { return nil }
        deinterlacer = nil
        try graph.send(nil)
        try drain(graph)
        if waiting.isEmpty { return nil }
        break
      }
      try take(frame)
    }
    return waiting.removeFirst()
  }

  private func decode() throws -> Frame? {
    while true {
      if let frame = try decoder.receive() {
        if admits(frame) { return frame }
        continue
      }
      if fileEnded { return nil }
      if let jpeg {
        try send(jpeg.picture)
        continue
      }
      guard let packet = demuxer.next() else {
        fileEnded = true
        decoder.send(nil)
        continue
      }
      guard packet.pointee.stream_index == Int32(stream.index) else { continue }
      hurry(packet)
      decoder.send(packet)
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
    fileEnded = true
  }

  /// Passes over disposable pictures while the target is more than a second off.
  private func hurry(_ packet: UnsafeMutablePointer<AVPacket>) {
    guard let target, let time = Clock.nanoseconds(packet.pointee.pts, stream.base) else { return }
    let isFar = time - origin < target - Clock.second
    if isFar != decoder.skipsDisposable { decoder.skipsDisposable = isFar }
  }

  private func admits(_ frame: Frame) -> Bool {
    Limits.admits(width: frame.width, height: frame.height) && frame.descriptor != nil
  }

  private func take(_ frame: Frame) throws {
    let stamp = frame.pointer.pointee.best_effort_timestamp
    frame.pointer.pointee.pts = stamp
    frame.pointer.pointee.sample_aspect_ratio = av_guess_sample_aspect_ratio(
      demuxer.context, stream.handle, frame.pointer)
    if !isDecided {
      isDecided = true
      if shopreel_frame_is_interlaced(frame.pointer), frame.height >= 64, frame.width >= 64,
        Components.hasFilter("bwdif")
      {
        deinterlacer = try FilterGraph.picture(
          "bwdif=mode=send_field:deint=interlaced", like: frame, base: stream.base)
      }
    }
    if let deinterlacer, stamp != shopreel_no_timestamp() {
      try deinterlacer.send(frame)
      try drain(deinterlacer)
    } else {
      place(frame, stream.base)
    }
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
      if let last, time < last - Clock.second / 5 {
        jump += following - time
        time = following
      }
    }
    if let last, time <= last { return }
    last = time
    waiting.append(TimedFrame(frame: frame, time: time, duration: duration, base: base))
  }
}
