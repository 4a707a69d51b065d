import Model

/// Marks single moments of a take by what its shot wants.
struct MomentMarks {
  let wants: ShotWants
  let sharpest: Double
  let quality: IngestPolicy.Quality
  let choice: IngestPolicy.Choice
  private let weights: IngestPolicy.Weights

  init(
    wants: ShotWants, sharpest: Double, quality: IngestPolicy.Quality, choice: IngestPolicy.Choice
  ) {
    self.wants = wants
    self.sharpest = sharpest
    self.quality = quality
    self.choice = choice
    weights =
      wants.kind.map(choice.weights)
      ?? IngestPolicy.Weights(
        sharpness: quality.sharpness, exposure: quality.exposure, steadiness: quality.steadiness)
  }

  /// 0…1; less for a moment so soft or so clipped that it should not be shown.
  func mark(of index: Int, in moments: Moments) -> Double {
    let sample = moments.samples[index]
    var (sum, whole) = (0.0, 0.0)
    func count(_ weight: Double, _ value: Double) {
      sum += weight * value
      whole += weight
    }
    count(weights.sharpness, sharpness(sample))
    count(weights.exposure, sample.exposure(quality))
    count(weights.steadiness, steadiness(sample, jitter: moments.jitter[index]))
    count(weights.motion, motion(sample))
    if wants.face, !moments.faces.isEmpty { count(weights.face, moments.faces[index] ? 1 : 0) }
    // No sound is no fault, unless something is said.
    let speech = moments.speech.isEmpty ? 0 : moments.speech[index]
    if wants.speech { count(weights.speech, min(1, speech / (2 * SoundCurve.spoken))) }
    count(weights.quiet, 1 - speech)
    guard whole > 0 else { return 0 }
    return min(1, max(0, sum / whole)) * penalty(sample)
  }

  private func penalty(_ sample: QualitySample) -> Double {
    guard wants.kind != nil else { return 1 }
    var penalty = 1.0
    if sample.sharpness < choice.sharpnessLeast * sharpest { penalty *= choice.rejected }
    if sample.clipped > quality.clipped { penalty *= choice.rejected }
    return penalty
  }

  private func sharpness(_ sample: QualitySample) -> Double {
    let own = sample.sharpness / (sample.sharpness + quality.sharpnessHalf)
    let among = sharpest > 0 ? min(1, sample.sharpness / sharpest) : 0
    return (own + among) / 2
  }

  /// A locked camera stands; a moving one keeps its pace, and may shake a little more the faster
  /// it goes.
  private func steadiness(_ sample: QualitySample, jitter: Double) -> Double {
    guard wants.kind != nil else {
      let shake = jitter / quality.jitter
      return 1 / (1 + shake * shake)
    }
    let allowed = wants.isMoving ? quality.jitter + 0.1 * sample.speed : quality.jitter
    let shake = jitter / allowed
    let drift = wants.isMoving || wants.kind == .action ? 0 : sample.speed / choice.drift
    return 1 / (1 + shake * shake + drift * drift)
  }

  private func motion(_ sample: QualitySample) -> Double {
    switch wants.kind {
    case .action: return min(1, sample.moving / choice.actionShare)
    case .moving: return min(1, sample.speed / choice.travel)
    case .locked:
      let unrest = sample.moving / choice.actionShare
      return 1 / (1 + unrest * unrest)
    case .talking, nil: return 1
    }
  }
}
