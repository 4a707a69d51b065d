import Model

/// One change to one figure, and where it would put a product.
struct Counterfactual: Sendable {
  let scoring: Scoring
  let chosen: [Scored]
  let order: [Scored]

  private struct Change {
    var criterion: String
    var from: Double
    var to: Double
    var isMedian: Bool
    var gain: Double
  }

  func text(for scored: Scored, rank: Int) -> String? {
    let words = Wording(scored.product.locale)
    if scored.candidate.isTeamChoice {
      let better = order.count { $0.hundredths > scored.hundredths }
      return words.teamChoice(rank: better + 1, of: order.count)
    }
    let changes = scoring.weights.compactMap { change($0.criterion, $0.weight, of: scored) }
    guard let best = changes.max(by: { ($0.gain, $1.criterion) < ($1.gain, $0.criterion) }) else {
      return words.nothingHelps(rank: rank)
    }
    let reached = scored.hundredths + Int((best.gain * 100).rounded())
    let ahead = chosen.count { other in
      other.product.sku != scored.product.sku
        && (other.candidate.isTeamChoice || other.hundredths >= reached)
    }
    return words.counterfactual(
      criterion: best.criterion, from: best.from, to: best.to, isMedian: best.isMedian,
      gain: best.gain.rounded(to: 1), rank: rank, newRank: min(rank, ahead + 1))
  }

  /// A figure below its like's median lifted to it, a better one to their top decile.
  private func change(_ criterion: String, _ weight: Double, of scored: Scored) -> Change? {
    guard let value = scored.candidate.measures[criterion].value else { return nil }
    let beside = scored.product
    let figures = scoring.distribution(of: criterion, beside: beside)
    let now = scoring.goodness(of: value, criterion, beside: beside)
    let isMedian = now < 0.5
    let best = Scoring.fewerIsBetter(criterion) ? figures.bottomDecile : figures.topDecile
    guard let target = isMedian ? figures.median : best else { return nil }
    let gain = weight * (scoring.goodness(of: target, criterion, beside: beside) - now)
    guard gain > 0.05, target != value else { return nil }
    return Change(
      criterion: criterion, from: value, to: target, isMedian: isMedian, gain: gain)
  }
}
