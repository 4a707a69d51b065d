import Timing

/// What was measured inside one take, a value a step from its start on.
struct Moments {
  private(set) var samples: [QualitySample] = []
  /// Departure from an even movement, in pixels a sample at 480 pixels' longer side.
  private(set) var jitter: [Double] = []
  /// Whether a face was seen at the look nearest in time; empty when none was looked for.
  private(set) var faces: [Bool] = []
  /// How much it sounds like speech; empty without sound.
  private(set) var speech: [Double] = []
  /// dBFS, and share of samples at full scale, in step with the speech.
  private(set) var levels: [Double] = []
  private(set) var fullScale: [Double] = []
  /// Seconds.
  let step: Double

  init(of draft: TakeDraft) {
    let report = draft.clip.report
    step = max(0.01, report.step.decimal)
    guard !report.samples.isEmpty else { return }
    let count = max(1, Int(min((draft.end - draft.start) / step, 1e6)))
    let first = Int((draft.start / step).rounded(.up))
    let indices = (0..<count).map { min(max(0, first + $0), report.samples.count - 1) }
    samples = indices.map { report.samples[$0] }
    // The movement into the first sample began outside the take.
    jitter = samples.indices.map { index in
      guard samples.count >= 4 else { return samples.dropFirst().map(\.speed).min() ?? 0 }
      let middle = min(max(index, 2), samples.count - 2)
      let (before, here, after) = (samples[middle - 1], samples[middle], samples[middle + 1])
      let x = here.moveX - (before.moveX + after.moveX) / 2
      let y = here.moveY - (before.moveY + after.moveY) / 2
      return (x * x + y * y).squareRoot()
    }
    faces = Self.faces(report.faces, at: indices.map { Double($0) * step })
    if let sound = report.sound, !sound.levels.isEmpty { listen(to: sound, indices) }
  }

  private mutating func listen(to sound: SoundCurve, _ indices: [Int]) {
    func values(_ list: [Double], _ missing: Double) -> [Double] {
      indices.map { list.indices.contains($0) ? list[$0] : missing }
    }
    // A word does not end with its last syllable's loudest moment.
    let raw = sound.speech
    speech = indices.map { index in
      (index - 1...index + 1).map { raw.indices.contains($0) ? raw[$0] : 0 }.max() ?? 0
    }
    levels = values(sound.levels, -100)
    fullScale = values(sound.clipped, 0)
  }

  private static func faces(_ looks: [FaceSample], at times: [Double]) -> [Bool] {
    guard !looks.isEmpty else { return [] }
    var nearest = 0
    return times.map { time in
      while nearest + 1 < looks.count,
        abs(looks[nearest + 1].time - time) <= abs(looks[nearest].time - time)
      { nearest += 1 }
      return looks[nearest].count > 0
    }
  }

  /// The 95th percentile.
  var sharpest: Double {
    let sorted = samples.map(\.sharpness).sorted()
    return sorted.isEmpty ? 0 : sorted[(sorted.count - 1) * 95 / 100]
  }

  /// Silences within what is spoken that are longer than so many seconds.
  func pauses(in window: Range<Int>, over seconds: Double) -> Int {
    guard window.upperBound <= speech.count else { return 0 }
    let spoken = window.filter { speech[$0] >= SoundCurve.spoken }
    guard let first = spoken.first, let last = spoken.last, last > first else { return 0 }
    let voice = spoken.map { levels[$0] }.sorted()[spoken.count / 2]
    let least = Int((seconds / step).rounded(.down)) + 1
    var (pauses, quiet) = (0, 0)
    for index in first...last {
      quiet = levels[index] < voice - 18 ? quiet + 1 : 0
      if quiet == least { pauses += 1 }
    }
    return pauses
  }
}
