import CFFmpeg
import CFFmpegShims

/// One run over the sound of a file: unbroken stretches are resampled one by one and laid at their
/// place.
final class SoundTake {
  private let demuxer: Demuxer
  private let stream: Stream
  private let decoder: Decoder
  private let origin: Nanoseconds
  private let window: Range<Int>?
  private let rate: Int
  private let channels: Int
  private var samples: [Float]
  private var graph: FilterGraph?
  private var graphKind: [Int32] = []
  /// Where the next resampled sample goes, in output samples from time zero.
  private var position = 0
  /// Where the next decoded sample is expected.
  private var expected: Nanoseconds?
  private var jump: Nanoseconds = 0
  private var heard = false
  private var isFull = false

  init(path: String, window: Range<Int>?, rate: Int, channels: Int) throws {
    demuxer = try Demuxer(path: path)
    guard let stream = demuxer.audio else {
      throw MediaError(.noSound, "has no sound", path: path)
    }
    self.stream = stream
    origin = demuxer.origin
    demuxer.keep([stream])
    decoder = try Decoder(stream, path: path, threads: 1)
    self.window = window
    self.rate = rate
    self.channels = channels
    samples = [Float](repeating: 0, count: (window?.count ?? 0) * channels)
  }

  func run() throws {
    seek()
    while !isFull, let packet = demuxer.next() {
      guard packet.pointee.stream_index == Int32(stream.index) else { continue }
      decoder.send(packet)
      while let frame = try decoder.receive() { try take(frame) }
    }
    decoder.send(nil)
    while let frame = try decoder.receive() { try take(frame) }
    try endStretch()
    guard heard || window != nil && decoder.damaged == 0 else {
      throw MediaError(
        .noSound, "none of its sound can be decoded", path: demuxer.path, cause: Log.text)
    }
  }

  /// Goes a second before the window; formats without an index are read from their start.
  private func seek() {
    guard let window, !["mp3", "aac", "loas"].contains(demuxer.formatName) else { return }
    let start = av_rescale(Int64(window.lowerBound), Clock.second, Int64(rate))
    guard start > 2 * Clock.second else { return }
    if !demuxer.seek(stream, to: origin + start - Clock.second) { _ = demuxer.rewind(stream) }
    decoder.flush()
  }

  private func take(_ frame: Frame) throws {
    let picture = frame.pointer.pointee
    guard picture.nb_samples > 0, picture.sample_rate > 0, !isFull else { return }
    let length = av_rescale(Int64(picture.nb_samples), Clock.second, Int64(picture.sample_rate))
    let start = time(of: frame)
    let kind = [picture.sample_rate, picture.format, picture.ch_layout.nb_channels]
    let isBroken = expected.map { abs(start - $0) > Clock.second / 20 } ?? true
    if graph == nil || isBroken || kind != graphKind {
      try endStretch()
      graph = try FilterGraph.sound(mix(Int(picture.ch_layout.nb_channels)), like: frame)
      graphKind = kind
      position = SoundReader.sample(start, rate)
      expected = start
    }
    expected = (expected ?? start) + length
    frame.pointer.pointee.pts = shopreel_no_timestamp()
    try graph?.send(frame)
    try drain()
  }

  /// The frame's place on the clock; a jump back by more than a second is carried on from.
  private func time(of frame: Frame) -> Nanoseconds {
    let following = expected ?? 0
    guard
      let stamp = Clock.nanoseconds(frame.pointer.pointee.best_effort_timestamp, stream.base)
    else { return following }
    let time = stamp - origin + jump
    if let expected, time < expected - Clock.second {
      jump += expected - time
      return expected
    }
    return time
  }

  /// Resampling and mixing; one channel goes to both sides at full level.
  private func mix(_ count: Int) -> String {
    let layout = channels == 1 ? "mono" : "stereo"
    let spread = count == 1 && channels == 2 ? "pan=stereo|c0=c0|c1=c0," : ""
    return "\(spread)aresample=\(rate),aformat=sample_fmts=flt:sample_rates=\(rate)"
      + ":channel_layouts=\(layout)"
  }

  private func endStretch() throws {
    guard let graph else { return }
    try graph.send(nil)
    try drain()
    self.graph = nil
  }

  private func drain() throws {
    guard let graph else { return }
    while let frame = try graph.receive() {
      let count = Int(frame.pointer.pointee.nb_samples)
      guard count > 0, let data = frame.pointer.pointee.extended_data?[0] else { continue }
      data.withMemoryRebound(to: Float.self, capacity: count * channels) { lay($0, count) }
      position += count
    }
  }

  /// Lays samples at `position`, as far as they lie in the window.
  private func lay(_ source: UnsafePointer<Float>, _ count: Int) {
    heard = true
    let lower = window?.lowerBound ?? 0
    let upper = window?.upperBound ?? SoundReader.longest
    let from = max(position, lower)
    let to = min(position + count, upper)
    if position + count >= upper { isFull = true }
    guard to > from else { return }
    let needed = (to - lower) * channels
    if samples.count < needed {
      samples.append(contentsOf: repeatElement(0, count: needed - samples.count))
    }
    let offset = (from - position) * channels
    let base = (from - lower) * channels
    for index in 0..<(to - from) * channels {
      let value = source[offset + index]
      samples[base + index] = value.isFinite ? min(max(value, -8), 8) : 0
    }
  }

  /// The sound, with a channel that is silent throughout replaced by the other.
  func finished() -> SoundBuffer {
    SoundBuffer(rate: rate, channels: channels, samples: samples).withSilentSideFilled()
  }
}
