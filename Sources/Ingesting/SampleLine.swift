/// Measured samples at their places, and values between them where a clip was looked at coarsely.
struct SampleLine {
  private struct Measured {
    var index: Int
    var sample: QualitySample
    /// Whether the movement was measured over just one step.
    var moved: Bool
  }

  private let step: Double
  private var measured: [Measured] = []
  /// Samples of a day and a half: what claims to be longer is no clip.
  private static let most = 500_000

  init(step: Double) { self.step = step }

  /// Where two fall on one place, the first counts.
  mutating func add(_ sample: QualitySample, at time: Double, moved: Bool) {
    let index = Int(max(0, min((time / step).rounded(), 1e9)))
    guard index < SampleLine.most, index > measured.last?.index ?? -1 else { return }
    measured.append(Measured(index: index, sample: sample, moved: moved))
  }

  /// One a step from the start of the clip.
  ///
  /// Between measured places exposure and sharpness run evenly. Movement does too, and shakes as
  /// much as it does in the stretches around that were measured step by step.
  var samples: [QualitySample] {
    guard let first = measured.first else { return [] }
    var samples = [QualitySample](repeating: first.sample, count: first.index)
    samples.append(first.sample)
    let moves = Moves(
      measured.map { (place: Measured) -> Moves.Move? in
        place.moved
          ? (x: place.sample.moveX, y: place.sample.moveY, stir: place.sample.moving) : nil
      })
    for (place, (before, after)) in zip(measured, measured.dropFirst()).enumerated() {
      let count = after.index - before.index
      for index in 1..<max(1, count) {
        let share = Double(index) / Double(count)
        var sample = before.sample.mixed(with: after.sample, share)
        (sample.moveX, sample.moveY, sample.moving) = moves.move(
          between: place, share, isOdd: (before.index + index) % 2 == 1)
        sample.isGuess = true
        samples.append(sample)
      }
      var sample = after.sample
      if !after.moved {
        (sample.moveX, sample.moveY, sample.moving) = moves.move(
          between: place, 1, isOdd: after.index % 2 == 1)
        sample.isGuess = true
      }
      samples.append(sample)
    }
    return samples
  }
}

/// Movements that were measured, and likely ones where none was.
private struct Moves {
  /// Of the whole picture, and the share of it that stirs beside that.
  typealias Move = (x: Double, y: Double, stir: Double)

  private let moves: [Move?]
  /// The place at or before, and at or behind, each place whose movement is known.
  private var before: [Int?] = []
  private var behind: [Int?] = []

  init(_ moves: [Move?]) {
    self.moves = moves
    var known: Int?
    before = moves.indices.map { place in
      if moves[place] != nil { known = place }
      return known
    }
    known = nil
    behind = moves.indices.reversed().map { place in
      if moves[place] != nil { known = place }
      return known
    }
    behind.reverse()
  }

  /// The movement between one place and the next, `share` of the way.
  func move(between place: Int, _ share: Double, isOdd: Bool) -> Move {
    let left = before[place]
    let right = place + 1 < moves.count ? behind[place + 1] : nil
    guard let a = (left ?? right).flatMap({ moves[$0] }),
      let b = (right ?? left).flatMap({ moves[$0] })
    else { return (0, 0, 0) }
    let shake = shake(left, right)
    // Turn and turn about, half of it each way, departs from the even movement by all of it.
    let half = isOdd ? 0.5 : -0.5
    return (
      (a.x + (b.x - a.x) * share + half * shake.x).rounded(toPlaces: 2),
      (a.y + (b.y - a.y) * share + half * shake.y).rounded(toPlaces: 2),
      (a.stir + (b.stir - a.stir) * share).rounded(toPlaces: 3)
    )
  }

  /// The mean departure from an even movement in the stretches that end and begin nearest.
  private func shake(_ left: Int?, _ right: Int?) -> (x: Double, y: Double) {
    var (x, y, count) = (0.0, 0.0, 0.0)
    func add(_ place: Int) {
      guard moves.indices.contains(place - 1), moves.indices.contains(place + 1),
        let a = moves[place - 1], let b = moves[place], let c = moves[place + 1]
      else { return }
      x += abs(b.x - (a.x + c.x) / 2)
      y += abs(b.y - (a.y + c.y) / 2)
      count += 1
    }
    for back in 1...3 {
      if let left { add(left - back) }
      if let right { add(right + back) }
    }
    return count > 0 ? (x / count, y / count) : (0, 0)
  }
}

extension QualitySample {
  /// What lies between two samples, `share` of the way; how it moves is not said.
  fileprivate func mixed(with other: QualitySample, _ share: Double) -> QualitySample {
    func mix(_ a: Double, _ b: Double) -> Double { a + (b - a) * share }
    return QualitySample(
      sharpness: mix(sharpness, other.sharpness).rounded(toPlaces: 4),
      clipped: mix(clipped, other.clipped).rounded(toPlaces: 4),
      mean: mix(mean, other.mean).rounded(toPlaces: 2))
  }
}
