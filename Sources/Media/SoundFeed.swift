import CFFmpeg
import CFFmpegShims

/// Cuts sound into the encoder's frames; what the encoder's lead-in displaces is left out.
final class SoundFeed {
  let encoder: StreamEncoder
  private let encoding: SoundEncoding
  private let frameSize: Int
  private let leadIn: Int
  private var pending: [Float] = []
  private var read = 0
  private var position: Int64 = 0
  /// Samples over which sound that was cut into rises to its level.
  private static let rise = 240

  /// Takes a packet in the encoder's units.
  typealias Sink = (UnsafeMutablePointer<AVPacket>) throws -> Void

  init(_ encoding: SoundEncoding) throws {
    guard (1...2).contains(encoding.channels), (8000...96000).contains(encoding.rate),
      (8...1024).contains(encoding.kbps)
    else {
      throw MediaError(
        .invalid,
        "sound of '\(encoding.rate)' Hz, '\(encoding.channels)' channels, '\(encoding.kbps)' kbit/s"
          + " cannot be encoded")
    }
    self.encoding = encoding
    let options = [
      "b": "\(encoding.kbps * 1000)", "flags": "+bitexact+global_header", "threads": "1",
    ]
    encoder = try StreamEncoder(encoding.encoder, options: options) { context in
      context.pointee.sample_rate = Int32(encoding.rate)
      context.pointee.sample_fmt = AV_SAMPLE_FMT_FLTP
      context.pointee.time_base = AVRational(num: 1, den: Int32(encoding.rate))
      av_channel_layout_default(&context.pointee.ch_layout, Int32(encoding.channels))
    }
    frameSize =
      encoder.context.pointee.frame_size > 0 ? Int(encoder.context.pointee.frame_size) : 1024
    leadIn = Int(encoder.context.pointee.initial_padding)
  }

  func write(_ sound: SoundBuffer, to sink: Sink) throws {
    guard sound.rate == encoding.rate, sound.channels == encoding.channels else {
      throw MediaError(
        .invalid,
        "sound of '\(sound.rate)' Hz and '\(sound.channels)' channels does not fit the movie's"
          + " \(encoding.rate) Hz and \(encoding.channels)")
    }
    let skipped = min(max(0, leadIn - read), sound.frames)
    let first = pending.count
    pending.append(contentsOf: sound.samples[(skipped * sound.channels)...])
    soften(from: first, at: read + skipped - leadIn)
    read += sound.frames
    try feed(all: false, to: sink)
  }

  private func soften(from first: Int, at start: Int) {
    guard leadIn > 0, start < SoundFeed.rise else { return }
    let channels = encoding.channels
    for index in first..<pending.count {
      let place = start + (index - first) / channels
      if place >= SoundFeed.rise { return }
      pending[index] *= Float(place) / Float(SoundFeed.rise)
    }
  }

  /// Encodes whole frames, and at the end what is left.
  private func feed(all: Bool, to sink: Sink) throws {
    var used = 0
    let channels = encoding.channels
    while (pending.count - used) / channels >= frameSize || all && pending.count > used {
      let count = min(frameSize, (pending.count - used) / channels)
      try encoder.send(frame(from: used, count), to: sink)
      used += count * channels
    }
    pending.removeFirst(used)
  }

  private func frame(from first: Int, _ count: Int) throws -> Frame {
    let frame = try Frame()
    frame.pointer.pointee.nb_samples = Int32(count)
    frame.pointer.pointee.format = AV_SAMPLE_FMT_FLTP.rawValue
    frame.pointer.pointee.sample_rate = Int32(encoding.rate)
    av_channel_layout_default(&frame.pointer.pointee.ch_layout, Int32(encoding.channels))
    try check(av_frame_get_buffer(frame.pointer, 0), .io, "memory is out; close other programs")
    for channel in 0..<encoding.channels {
      guard let plane = frame.pointer.pointee.extended_data?[channel] else { continue }
      plane.withMemoryRebound(to: Float.self, capacity: count) { target in
        for index in 0..<count {
          let value = pending[first + index * encoding.channels + channel]
          target[index] = value.isFinite ? value : 0
        }
      }
    }
    frame.pointer.pointee.pts = position
    position += Int64(count)
    return frame
  }

  func finish(to sink: Sink) throws {
    try feed(all: true, to: sink)
    try encoder.send(nil, to: sink)
  }
}
