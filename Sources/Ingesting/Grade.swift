import Model

/// One take's marks by what its shot wants.
struct Grade {
  /// How good each moment is, 0…1.
  private(set) var curve: [Double] = []
  /// Mean over the best stretch, less what rejects the take.
  private(set) var score = 0.0
  /// The best stretch, as indices of the curve.
  private(set) var window = 0..<0
  /// Means inside that stretch.
  private(set) var sharpness = 0.0
  private(set) var clipped = 0.0
  private(set) var mean = 0.0
  private(set) var jitter = 0.0
  private(set) var speed = 0.0
  private(set) var moving = 0.0
  /// Shares of that stretch; nil where nothing was looked for or there is no sound.
  private(set) var face: Double?
  private(set) var speech: Double?
  private(set) var pauses = 0
  private(set) var fullScale = 0.0
  private let wants: ShotWants
  private let sharpest: Double

  /// - Parameter sharpest: The measure of sharpness: the best take's, where takes can be compared.
  init(
    _ moments: Moments, wants: ShotWants, sharpest: Double, quality: IngestPolicy.Quality,
    choice: IngestPolicy.Choice
  ) {
    self.wants = wants
    self.sharpest = sharpest
    let marks = MomentMarks(
      wants: wants, sharpest: sharpest, quality: quality, choice: choice)
    curve = moments.samples.indices.map { marks.mark(of: $0, in: moments) }
    guard !curve.isEmpty else { return }
    let seconds = wants.length ?? quality.window
    let length = min(curve.count, max(1, Int((min(seconds, 1e5) / moments.step).rounded())))
    window = Self.best(length, in: curve, handle: Int((choice.handle / moments.step).rounded(.up)))
    measure(moments, pause: choice.pause)
    let penalty = penalty(choice)
    for index in curve.indices { curve[index] *= penalty }
    score = curve[window].reduce(0, +) / Double(length)
  }

  /// The first of the best windows, by their mean and their worst moment, as the cut chooses; away
  /// from the take's ends where there is room.
  private static func best(_ length: Int, in curve: [Double], handle: Int) -> Range<Int> {
    let margin = curve.count >= length + 2 * handle ? handle : 0
    var sum = curve[margin..<margin + length].reduce(0, +)
    var (best, highest) = (margin, -1.0)
    for start in margin...curve.count - length - margin {
      if start > margin { sum += curve[start + length - 1] - curve[start - 1] }
      let worst = curve[start..<start + length].min() ?? 0
      let mark = sum / Double(length) * 0.7 + worst * 0.3
      if mark > highest + 1e-9 { (best, highest) = (start, mark) }
    }
    return best..<best + length
  }

  private mutating func measure(_ moments: Moments, pause: Double) {
    let window = window
    func average(_ values: [Double]) -> Double {
      values[window].reduce(0, +) / Double(window.count)
    }
    sharpness = average(moments.samples.map(\.sharpness))
    clipped = average(moments.samples.map(\.clipped))
    mean = average(moments.samples.map(\.mean))
    speed = average(moments.samples.map(\.speed))
    moving = average(moments.samples.map(\.moving))
    jitter = average(moments.jitter)
    if !moments.faces.isEmpty { face = average(moments.faces.map { $0 ? 1 : 0 }) }
    guard !moments.speech.isEmpty else { return }
    speech = average(moments.speech.map { $0 >= SoundCurve.spoken ? 1 : 0 })
    fullScale = average(moments.fullScale)
    pauses = moments.pauses(in: window, over: pause)
  }

  private func penalty(_ choice: IngestPolicy.Choice) -> Double {
    var penalty = 1.0
    if wants.face, let face, face < choice.presence { penalty *= choice.rejected }
    if wants.speech, speech ?? 0 < choice.presence { penalty *= choice.rejected }
    return penalty
  }

  func comparison(with other: Grade, number: Int) -> [TakeReason] {
    var reasons: [TakeReason] = []
    if other.sharpness > 0, sharpness > 0 {
      let ratio = sharpness / other.sharpness
      if ratio >= 1.1 {
        reasons.append(.sharper(ratio, than: number))
      } else if ratio <= 0.9 {
        reasons.append(.softer(ratio, than: number))
      }
    }
    if abs(jitter - other.jitter) >= 0.5 {
      reasons.append(.steadiness(jitter, other.jitter, take: number))
    }
    if wants.kind == .action, abs(moving - other.moving) >= 0.03 {
      reasons.append(.action(moving, other.moving, take: number))
    }
    return reasons
  }

  func faults(_ quality: IngestPolicy.Quality, _ choice: IngestPolicy.Choice) -> [TakeReason] {
    var reasons: [TakeReason] = []
    if clipped >= quality.clipped { reasons.append(.clipped(clipped)) }
    if mean < quality.meanFrom * 0.6 { reasons.append(.dark(mean)) }
    if mean > quality.meanTo + (255 - quality.meanTo) * 0.4 { reasons.append(.bright(mean)) }
    if jitter > quality.jitter { reasons.append(.shaky(jitter)) }
    if sharpest > 0, sharpness < choice.sharpnessLeast * sharpest {
      reasons.append(.soft(sharpness / sharpest))
    }
    guard !curve.isEmpty else { return reasons }
    switch wants.kind {
    case .action where moving < choice.actionShare / 4: reasons.append(.noAction)
    case .moving where speed < choice.travel / 2: reasons.append(.noTravel)
    case .locked where speed > choice.drift: reasons.append(.drift(speed))
    default: break
    }
    return reasons + presence(choice)
  }

  private func presence(_ choice: IngestPolicy.Choice) -> [TakeReason] {
    var reasons: [TakeReason] = []
    if wants.face, let face {
      reasons.append(face < choice.presence ? .noFace : .face(face))
    }
    if wants.speech {
      if let speech {
        reasons.append(speech < choice.presence ? .noSpeech : .speech(speech))
      } else {
        reasons.append(.noSound)
      }
      if pauses > 0 { reasons.append(.pauses(pauses, over: choice.pause)) }
      if fullScale > 0.001 { reasons.append(.clippedSound) }
    }
    return reasons
  }
}
