import Model

/// Weighs figures within their category.
struct Scoring: Sendable {
  private struct Key: Hashable {
    var shelf: Candidate.Shelf
    var criterion: String
  }

  let weights: [(criterion: String, weight: Double)]
  private let distributions: [Key: Distribution]

  init(_ candidates: [Candidate], weights: [String: Double]) {
    self.weights = SelectionPolicy.criteria.compactMap { name in
      weights[name].flatMap { $0 > 0 ? (name, $0) : nil }
    }
    var values: [Key: [Double]] = [:]
    for candidate in candidates {
      let shelf = Candidate.Shelf(candidate.product)
      for (criterion, _) in self.weights {
        guard let value = candidate.measures[criterion].value else { continue }
        values[Key(shelf: shelf, criterion: criterion), default: []].append(value)
      }
    }
    distributions = values.mapValues(Distribution.init)
  }

  func distribution(of criterion: String, beside product: Product) -> Distribution {
    distributions[Key(shelf: Candidate.Shelf(product), criterion: criterion)] ?? Distribution([])
  }

  /// How good a figure is among its like, 0…1; a missing one is taken for the median.
  func goodness(of value: Double?, _ criterion: String, beside product: Product) -> Double {
    guard let value else { return 0.5 }
    let rank = distribution(of: criterion, beside: product).winsorisedRank(value)
    return Self.fewerIsBetter(criterion) ? 1 - rank : rank
  }

  static func fewerIsBetter(_ criterion: String) -> Bool { criterion == "returns" }

  func scored(_ candidate: Candidate) -> Scored {
    var reasons: [SelectionReason] = []
    var (hundredths, certain, total) = (0, 0.0, 0.0)
    for (criterion, weight) in weights {
      let measure = candidate.measures[criterion]
      let good = goodness(of: measure.value, criterion, beside: candidate.product)
      let points = Int((weight * good * 100).rounded())
      hundredths += points
      certain += weight * measure.certainty
      total += weight
      reasons.append(
        SelectionReason(
          criterion: criterion, points: Double(points) / 100, value: measure.value,
          median: distribution(of: criterion, beside: candidate.product).median?.rounded(to: 4),
          source: measure.source))
    }
    return Scored(
      candidate: candidate, hundredths: hundredths,
      confidence: total > 0 ? (certain / total).rounded(to: 2) : 0, reasons: reasons)
  }
}

/// A candidate with its score.
struct Scored: Sendable {
  let candidate: Candidate
  /// Hundredths of a point: whole numbers add up without a remainder.
  let hundredths: Int
  let confidence: Double
  let reasons: [SelectionReason]

  var product: Product { candidate.product }
  var score: Double { Double(hundredths) / 100 }

  /// Team's choices by priority, then the rest by score; ties by confidence and SKU.
  static func comesFirst(_ a: Scored, _ b: Scored) -> Bool {
    if a.candidate.isTeamChoice != b.candidate.isTeamChoice { return a.candidate.isTeamChoice }
    if a.candidate.isTeamChoice {
      let (first, second) = (a.product.team?.priority, b.product.team?.priority)
      if first != second { return (first ?? .max) < (second ?? .max) }
    }
    return (b.hundredths, b.confidence, a.product.sku) < (a.hundredths, a.confidence, b.product.sku)
  }
}
