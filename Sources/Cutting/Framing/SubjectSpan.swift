/// The subject along one axis at a share of a shot, in shares of the source.
struct SubjectSpan {
  /// Share of the shot that has gone by, 0…1.
  var at: Double
  var low: Double
  var high: Double
  /// How much it counts.
  var weight: Double

  var middle: Double { (low + high) / 2 }
  var length: Double { high - low }
}

/// The way of a crop along one axis: places of its middle at even shares of the shot.
struct AxisPath {
  enum Kind { case standing, panned, tracked }

  var kind: Kind
  var places: [Double]
  /// The least that is kept of the subject, and the mean, 0…1.
  var least: Double
  var mean: Double

  /// The place at a share of the way.
  func place(at share: Double) -> Double {
    guard places.count > 1 else { return places.first ?? 0.5 }
    let at = min(1, max(0, share)) * Double(places.count - 1)
    let index = min(places.count - 2, Int(at))
    return places[index] + (places[index + 1] - places[index]) * (at - Double(index))
  }
}
