import Timing

extension ShotPicker {
  /// Whole tenths in proportion, each part at least one tenth.
  static func split(_ total: Int, by weights: [Double]) -> [Int] {
    guard !weights.isEmpty else { return [] }
    let sum = max(0.001, weights.reduce(0, +))
    var parts = weights.map { max(1, Int((Double(total) * $0 / sum).rounded(.down))) }
    var rest = total - parts.reduce(0, +)
    var index = 0
    while rest > 0 {
      parts[index % parts.count] += 1
      rest -= 1
      index += 1
    }
    while rest < 0, let widest = parts.indices.max(by: { parts[$0] < parts[$1] }), parts[widest] > 1
    {
      parts[widest] -= 1
      rest += 1
    }
    return parts
  }
}

extension Time {
  /// Exact tenths of a second.
  static func tenths(_ count: Int) -> Time { Time(Rational(Int64(count), 10)) }
}
