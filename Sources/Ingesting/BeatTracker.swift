import Foundation

/// Finds tempo and beats in an onset curve, by dynamic programming: beats stand where much begins,
/// a period apart.
struct BeatTracker {
  let curve: OnsetCurve

  /// Beats a minute that are looked for.
  private static let tempos = 80.0...160.0
  /// How much a step that differs from the period costs.
  private static let tightness = 100.0

  struct Result {
    var tempo: Double
    /// Moments of the curve.
    var beats: [Double]
    var confidence: Double
  }

  /// Nil for less than four seconds, and for silence.
  func track() -> Result? {
    let onsets = curve.strength
    guard onsets.count > 400, onsets.contains(where: { $0 > 0 }), let found = period(onsets)
    else { return nil }
    let rough = grounded(path(onsets, period: found.period), period: found.period)
    guard rough.count > 4 else { return nil }
    let fine = rough.map { refined($0, onsets) }
    let line = SteadyLine(fine)
    let isSteady = line.usualError < 1.5
    let beats = isSteady ? fine.indices.map { line.value(Double($0)) } : fine
    let period = isSteady ? line.slope : found.period
    return Result(
      tempo: 6000 / period, beats: beats.filter { $0 > -0.5 },
      confidence: min(1, max(0, found.confidence)))
  }

  /// The period in moments at which the curve is most like itself, common tempos first.
  private func period(_ onsets: [Double]) -> (period: Double, confidence: Double)? {
    let mean = onsets.reduce(0, +) / Double(onsets.count)
    let centred = onsets.map { $0 - mean }
    func likeness(_ lag: Int) -> Double {
      guard lag < centred.count else { return 0 }
      var sum = 0.0
      for index in 0..<centred.count - lag { sum += centred[index] * centred[index + lag] }
      return sum / Double(centred.count - lag)
    }
    let whole = likeness(0)
    guard whole > 1e-12 else { return nil }
    let table = (0..<310).map { likeness($0) / whole }
    func at(_ lag: Double) -> Double {
      let place = Int(lag)
      guard place + 1 < table.count else { return 0 }
      return table[place] + (table[place + 1] - table[place]) * (lag - Double(place))
    }
    var best: (sum: Double, period: Double)?
    for tenth in Int(60_000 / Self.tempos.upperBound)...Int(60_000 / Self.tempos.lowerBound) {
      let lag = Double(tenth) / 10
      let octaves = log2(6000 / lag / 115) / 0.8
      let sum =
        (at(lag) + at(2 * lag) + at(3 * lag) / 2 + at(4 * lag) / 2)
        * exp(-octaves * octaves / 2)
      if best.map({ sum > $0.sum }) ?? true { best = (sum, lag) }
    }
    return best.map { ($0.period, (at($0.period) + at($0.period * 2) + at($0.period * 4)) / 3) }
  }

  private func path(_ onsets: [Double], period: Double) -> [Int] {
    let steps = Array(Int(period * 0.6)...Int(period * 1.7))
    let costs = steps.map { step in
      let off = log(Double(step) / period)
      return Self.tightness * off * off
    }
    var scores = onsets
    var before = [Int](repeating: -1, count: onsets.count)
    for index in onsets.indices {
      var best = 0.0
      for (step, cost) in zip(steps, costs) where step <= index {
        let score = scores[index - step] - cost
        if score > best { (best, before[index]) = (score, index - step) }
      }
      scores[index] += best
    }
    let tail = max(0, onsets.count - 1 - Int(period))
    var at = (tail..<onsets.count).max { scores[$0] < scores[$1] } ?? tail
    var beats: [Int] = []
    while at >= 0 {
      beats.append(at)
      at = before[at]
    }
    return beats.reversed()
  }

  /// Beats that follow loud hats between the drums are moved onto the drums.
  private func grounded(_ beats: [Int], period: Double) -> [Int] {
    let bass = curve.bass
    func weight(_ shift: Int) -> Double {
      beats.reduce(0.0) { sum, beat in
        let from = max(0, beat + shift - 2)
        let to = min(bass.count, beat + shift + 3)
        return from < to ? sum + (bass[from..<to].max() ?? 0) : sum
      }
    }
    let half = Int(period / 2)
    let shifts = -half...half
    guard let best = shifts.max(by: { (weight($0), abs($1)) < (weight($1), abs($0)) }),
      abs(best) > 4, weight(best) > weight(0) * 2.5
    else { return beats }
    return beats.map { $0 + best }.filter { bass.indices.contains($0) }
  }

  /// Between the moments, where the curve peaks.
  private func refined(_ beat: Int, _ onsets: [Double]) -> Double {
    let around = max(1, beat - 3)..<min(onsets.count - 1, beat + 4)
    guard let top = around.max(by: { onsets[$0] < onsets[$1] }), onsets[top] > 0.3 else {
      return Double(beat)
    }
    let bend = onsets[top - 1] - 2 * onsets[top] + onsets[top + 1]
    return Double(top) + (bend < 0 ? (onsets[top - 1] - onsets[top + 1]) / 2 / bend : 0)
  }
}

/// The straight line nearest to values in a row; those far off it count only at first.
struct SteadyLine {
  let slope: Double
  let start: Double
  /// Half of the values are no farther off.
  let usualError: Double

  init(_ values: [Double]) {
    var places = values.indices.map { $0 }
    var line = Self.fit(places, values)
    for limit in [8.0, 4.0] {
      let near = places.filter { abs(values[$0] - line.start - line.slope * Double($0)) < limit }
      guard near.count > 4 else { break }
      places = near
      line = Self.fit(places, values)
    }
    (slope, start) = line
    let errors = values.indices.map { abs(values[$0] - line.start - line.slope * Double($0)) }
      .sorted()
    usualError = errors.isEmpty ? 0 : errors[errors.count / 2]
  }

  func value(_ place: Double) -> Double { start + slope * place }

  private static func fit(_ places: [Int], _ values: [Double]) -> (slope: Double, start: Double) {
    guard places.count > 1 else { return (0, places.first.map { values[$0] } ?? 0) }
    let count = Double(places.count)
    let x = places.reduce(0.0) { $0 + Double($1) } / count
    let y = places.reduce(0.0) { $0 + values[$1] } / count
    let (both, square) = places.reduce(into: (0.0, 0.0)) { sums, place in
      sums.0 += (Double(place) - x) * (values[place] - y)
      sums.1 += (Double(place) - x) * (Double(place) - x)
    }
    let slope = both / square
    return (slope, y - slope * x)
  }
}
