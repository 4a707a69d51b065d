extension SoundBuffer {
  /// This sound with a channel of two that is silent throughout replaced by the other.
  func withSilentSideFilled() -> SoundBuffer {
    guard channels == 2 else { return self }
    var peaks: (Float, Float) = (0, 0)
    for index in stride(from: 0, to: samples.count - 1, by: 2) {
      peaks.0 = max(peaks.0, abs(samples[index]))
      peaks.1 = max(peaks.1, abs(samples[index + 1]))
    }
    let silent: Float = 0.0001
    guard min(peaks.0, peaks.1) < silent, max(peaks.0, peaks.1) > 10 * silent else { return self }
    let source = peaks.0 > peaks.1 ? 0 : 1
    var result = self
    for index in stride(from: 0, to: samples.count - 1, by: 2) {
      result.samples[index + 1 - source] = samples[index + source]
    }
    return result
  }

  /// One channel given to both sides at full level, as players do.
  func onBothSides() -> SoundBuffer {
    guard channels == 1 else { return self }
    return SoundBuffer(rate: rate, channels: 2, samples: samples.flatMap { [$0, $0] })
  }
}
