public import Timing

/// When a track's beats fall, as it was heard once.
public struct MusicRhythm: Sendable, Codable, Hashable {
  /// Beats a minute.
  public var tempo: Double
  /// Seconds in the track, in order.
  public var beats: [Time]
  /// Which of `beats` is the first that opens a bar.
  public var firstDownbeat: Int
  /// Beats of a bar.
  public var meter: Int
  /// 0…1: how plainly the track keeps its tempo; cuts do not follow what is hardly heard.
  public var confidence: Double

  public init(
    tempo: Double, beats: [Time], firstDownbeat: Int, meter: Int = 4, confidence: Double
  ) {
    self.tempo = tempo
    self.beats = beats
    self.firstDownbeat = firstDownbeat
    self.meter = meter
    self.confidence = confidence
  }

  /// Whether a beat of `beats` opens a bar.
  public func isDownbeat(_ index: Int) -> Bool {
    meter > 0 && index >= 0 && (index - firstDownbeat) % meter == 0
  }
}
