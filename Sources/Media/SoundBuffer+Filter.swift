import CFFmpeg
import CFFmpegShims

extension SoundBuffer {
  /// This sound through FFmpeg's filters, as text: `alimiter=limit=0.8`.
  ///
  /// The result has as many frames as this sound; what a filter delays or adds is cut or silence.
  /// - Throws: `MediaError.componentMissing` when FFmpeg lacks a filter or refuses its options.
  /// - Complexity: O(samples).
  public func filtered(_ chain: String) throws -> SoundBuffer {
    let format = "aformat=sample_fmts=flt:sample_rates=\(rate)"
    var graph: FilterGraph?
    var result: [Float] = []
    result.reserveCapacity(samples.count)
    var position = 0
    while position < frames {
      let frame = try frame(from: position, min(4096, frames - position))
      let open = try graph ?? FilterGraph.sound("\(chain),\(format)", like: frame)
      graph = open
      try open.send(frame)
      try drain(open, into: &result)
      position += 4096
    }
    if let graph {
      try graph.send(nil)
      try drain(graph, into: &result)
    }
    let missing = samples.count - result.count
    if missing > 0 { result += [Float](repeating: 0, count: missing) }
    return SoundBuffer(rate: rate, channels: channels, samples: Array(result.prefix(samples.count)))
  }

  private func drain(_ graph: FilterGraph, into result: inout [Float]) throws {
    while let frame = try graph.receive() {
      let values = Int(frame.pointer.pointee.nb_samples) * channels
      frame.pointer.pointee.data.0?.withMemoryRebound(to: Float.self, capacity: values) {
        result += UnsafeBufferPointer(start: $0, count: values)
      }
    }
  }

  private func frame(from first: Int, _ count: Int) throws -> Frame {
    let frame = try Frame()
    frame.pointer.pointee.nb_samples = Int32(count)
    frame.pointer.pointee.format = AV_SAMPLE_FMT_FLT.rawValue
    frame.pointer.pointee.sample_rate = Int32(rate)
    frame.pointer.pointee.pts = Int64(first)
    av_channel_layout_default(&frame.pointer.pointee.ch_layout, Int32(channels))
    try check(av_frame_get_buffer(frame.pointer, 0), .io, "memory is out; close other programs")
    let values = count * channels
    frame.pointer.pointee.data.0?.withMemoryRebound(to: Float.self, capacity: values) { target in
      for index in 0..<values { target[index] = samples[first * channels + index] }
    }
    return frame
  }
}
