import Model
import Timing

/// Whether two files hold one recording.
enum RecordingMatch {
  /// By length alone; `b` is the longer one.
  static func mayMatch(_ a: ClipReport, _ b: ClipReport) -> Bool {
    let (short, long) = (a.readable.decimal, b.readable.decimal)
    return long - short <= max(0.15, 0.002 * long)
  }

  /// By pictures and by how they change; false where too little happens to tell.
  static func isSame(_ a: ClipReport, _ b: ClipReport) -> Bool {
    guard a.step == b.step, slates(a, b), pictures(a, b) else { return false }
    let best = (-1...1).map { lag in likeness(a, b, lag: lag) }.max { $0 < $1 }
    return best ?? 0 > 0.85
  }

  /// Copies show the same slates at the same moments; two takes hardly ever do.
  private static func slates(_ a: ClipReport, _ b: ClipReport) -> Bool {
    let slack = 1.5 * a.step.decimal
    // One that could not be read may be seen in one of them only.
    let (own, others) = (
      a.slates.filter { !$0.payload.isEmpty }, b.slates.filter { !$0.payload.isEmpty }
    )
    return own.count == others.count
      && zip(own, others).allSatisfy { left, right in
        left.payload == right.payload && left.upsideDown == right.upsideDown
          && abs(left.start.decimal - right.start.decimal) <= slack
          && abs(left.end.decimal - right.end.decimal) <= slack
      }
  }

  /// Between key frames the two may have been looked at in other moments: the median counts.
  private static func pictures(_ a: ClipReport, _ b: ClipReport) -> Bool {
    let distances = zip(a.prints, b.prints).map { PicturePrint.distance($0, $1) }.sorted()
    return !distances.isEmpty && distances[distances.count / 2] <= 8
  }

  /// The mean correlation of what noticeably changes from sample to sample; 0 where nothing
  /// does.
  private static func likeness(_ first: ClipReport, _ second: ClipReport, lag: Int) -> Double {
    let (a, b) = (first.samples, second.samples)
    // Of what was measured; the first sample has no movement, the last may stand for a missing one.
    let indices = a.indices.dropFirst(2).dropLast().filter { index in
      let other = index + lag
      // A slate that comes and goes looks alike in all takes.
      return !first.showsSlate(near: Double(index) * first.step.decimal)
        && b.indices.contains(other - 1) && b.indices.contains(other)
        && [a[index - 1], a[index], b[other - 1], b[other]].allSatisfy { $0.isGuess != true }
    }
    guard indices.count >= 16 else { return 0 }
    func series(_ value: (QualitySample) -> Double) -> (a: [Double], b: [Double]) {
      (indices.map { value(a[$0]) }, indices.map { value(b[$0 + lag]) })
    }
    let light = indices.map { (a[$0].mean - a[$0 - 1].mean) }
    let otherLight = indices.map { b[$0 + lag].mean - b[$0 + lag - 1].mean }
    let all: [(pair: (a: [Double], b: [Double]), least: Double)] = [
      ((light, otherLight), 0.4), (series(\.moving), 0.015), (series(\.moveX), 0.5),
      (series(\.moveY), 0.5),
    ]
    let told = all.filter { deviation($0.pair.a) > $0.least || deviation($0.pair.b) > $0.least }
    guard !told.isEmpty else { return 0 }
    return told.map { correlation($0.pair.a, $0.pair.b) }.reduce(0, +) / Double(told.count)
  }

  private static func deviation(_ values: [Double]) -> Double {
    correlationParts(values, values).both.squareRoot() / Double(values.count).squareRoot()
  }

  private static func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let parts = correlationParts(a, b)
    let whole = (parts.first * parts.second).squareRoot()
    return whole > 0 ? parts.both / whole : 0
  }

  private static func correlationParts(
    _ a: [Double], _ b: [Double]
  ) -> (both: Double, first: Double, second: Double) {
    let (meanA, meanB) = (
      a.reduce(0, +) / Double(a.count), b.reduce(0, +) / Double(b.count)
    )
    var parts = (both: 0.0, first: 0.0, second: 0.0)
    for (x, y) in zip(a, b) {
      parts.both += (x - meanA) * (y - meanB)
      parts.first += (x - meanA) * (x - meanA)
      parts.second += (y - meanB) * (y - meanB)
    }
    return parts
  }
}

extension ClipReport {
  fileprivate func showsSlate(near time: Double) -> Bool {
    slates.contains { $0.start.decimal - 1 <= time && time <= $0.end.decimal + 1 }
  }
}
