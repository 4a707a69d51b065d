/// A criterion's figures within one category.
struct Distribution: Sendable {
  private let sorted: [Double]

  init(_ values: [Double]) { sorted = values.sorted() }

  var count: Int { sorted.count }

  var median: Double? {
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// Share of the figures below a value, equal ones counted half: the median stands at 0.5.
  func rank(_ value: Double) -> Double {
    guard !sorted.isEmpty else { return 0.5 }
    let below = firstIndex { $0 >= value }
    let upTo = firstIndex { $0 > value }
    return (Double(below) + Double(upTo)) / 2 / Double(sorted.count)
  }

  private func firstIndex(where isPast: (Double) -> Bool) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if isPast(sorted[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
