public import Timing

/// What was measured in a clip's sound, a value a step from the start of the file.
public struct SoundCurve: Sendable, Codable, Hashable {
  /// Seconds between two values.
  public var step: Time
  /// Level in dBFS, mean of squares; -100 for silence.
  public var levels: [Double]
  /// How much it sounds like speech, 0…1.
  public var speech: [Double]
  /// Share of samples at full scale, 0…1.
  public var clipped: [Double]
  /// Seconds at which something loud and short begins, such as a clap.
  public var claps: [Double]

  public init(
    step: Time, levels: [Double] = [], speech: [Double] = [], clipped: [Double] = [],
    claps: [Double] = []
  ) {
    self.step = step
    self.levels = levels
    self.speech = speech
    self.clipped = clipped
    self.claps = claps
  }

  /// From here on it counts as speech.
  static let spoken = 0.3

  /// Indices of the values of a stretch, in seconds.
  func indices(from start: Double, to end: Double) -> Range<Int> {
    let step = max(0.01, step.decimal)
    let first = min(max(0, (start / step).rounded(.up)), Double(levels.count))
    let last = min(max(first, (end / step).rounded(.down)), Double(levels.count))
    return Int(first)..<Int(last)
  }
}
