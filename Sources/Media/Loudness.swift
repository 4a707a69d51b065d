import CFFmpeg
import CFFmpegShims
import Foundation

/// Loudness by EBU R 128.
public struct Loudness: Sendable, Equatable {
  /// Integrated loudness in LUFS; nil for silence and for less than 0.4 s.
  public var integrated: Double?
  /// Greatest level between samples, in dBTP; -120 for digital silence.
  public var truePeak: Double

  public init(integrated: Double?, truePeak: Double) {
    self.integrated = integrated
    self.truePeak = truePeak
  }

  /// Measures sound in memory.
  ///
  /// - Throws: `MediaError.componentMissing` when FFmpeg lacks the ebur128 filter.
  /// - Complexity: O(samples).
  public static func measure(_ buffer: SoundBuffer) throws -> Loudness {
    let meter = LoudnessMeter()
    let block = max(1, buffer.rate / 10)
    var position = 0
    while position < buffer.frames {
      try meter.add(buffer, position, block)
      position += block
    }
    return try meter.finished()
  }

  /// Measures the sound of a file.
  ///
  /// - Throws: `MediaError` as `SoundReader.read` does.
  public static func measure(file: String) throws -> Loudness {
    try measure(SoundReader.read(file))
  }
}

/// The ebur128 filter fed in blocks of a tenth of a second, the pace at which it reports.
private final class LoudnessMeter {
  private var graph: FilterGraph?
  private var integrated = -Double.infinity
  private var peak = 0.0

  func add(_ buffer: SoundBuffer, _ first: Int, _ block: Int) throws {
    let frame = try Frame()
    frame.pointer.pointee.nb_samples = Int32(block)
    frame.pointer.pointee.format = AV_SAMPLE_FMT_FLT.rawValue
    frame.pointer.pointee.sample_rate = Int32(buffer.rate)
    frame.pointer.pointee.pts = Int64(first)
    av_channel_layout_default(&frame.pointer.pointee.ch_layout, Int32(buffer.channels))
    try check(av_frame_get_buffer(frame.pointer, 0), .io, "memory is out; close other programs")
    let count = min(block, buffer.frames - first)
    let values = block * buffer.channels
    frame.pointer.pointee.data.0?.withMemoryRebound(to: Float.self, capacity: values) { target in
      for index in 0..<values {
        target[index] =
          index < count * buffer.channels ? buffer.samples[first * buffer.channels + index] : 0
      }
    }
    if graph == nil {
      graph = try FilterGraph.sound("ebur128=peak=true:metadata=1", like: frame)
    }
    try graph?.send(frame)
    try drain()
  }

  private func drain() throws {
    guard let graph else { return }
    while let frame = try graph.receive() {
      for (key, value) in pairs(frame.pointer.pointee.metadata) {
        guard let number = Double(value) else { continue }
        if key == "lavfi.r128.I" { integrated = number }
        if key.hasPrefix("lavfi.r128.true_peak") { peak = max(peak, number) }
      }
    }
  }

  func finished() throws -> Loudness {
    try graph?.send(nil)
    try drain()
    return Loudness(
      integrated: integrated > -69.9 ? integrated : nil,
      truePeak: peak > 1e-6 ? 20 * log10(peak) : -120)
  }
}
