public import Model

/// How many of those who see a video click, and how many of those order.
public struct TrafficRates: Sendable, Hashable {
  public let click: Rate
  public let conversion: Rate

  /// A share and what it rests on.
  public struct Rate: Sendable, Hashable {
    /// 0…1.
    public let value: Double
    public let origin: Origin
    /// 0…1.
    public let certainty: Double
    /// How it was reckoned from past results: `(870 + 200) / (30000 + 6667)`.
    public let formula: String?
  }

  public enum Origin: String, Sendable, Hashable { case catalogue, results, policy }

  /// The catalogue's own rate; else past results, drawn towards the policy's by as much evidence as
  /// the policy says; else the policy's.
  public init(of product: Product, by policy: SelectionPolicy) {
    let standard = policy.traffic
    let results = product.results
    click = Self.rate(
      product.clickRate, results?.clicks, of: results?.impressions, standard: standard.clickRate,
      weight: policy.evidence.clicks / max(standard.clickRate, 0.0001))
    conversion = Self.rate(
      product.conversionRate, results?.orders, of: results?.clicks,
      standard: standard.conversionRate, weight: policy.evidence.clicks)
  }

  private static func rate(
    _ known: Double?, _ hits: Int?, of tries: Int?, standard: Double, weight: Double
  ) -> Rate {
    if let known = known.flatMap(UnitEconomics.share) {
      return Rate(value: known, origin: .catalogue, certainty: 1, formula: nil)
    }
    guard let hits, let tries, tries > 0, (0...tries).contains(hits) else {
      return Rate(value: standard, origin: .policy, certainty: 0.25, formula: nil)
    }
    let (prior, all) = (weight * standard, Double(tries) + weight)
    return Rate(
      value: (Double(hits) + prior) / all, origin: .results,
      certainty: max(0.25, Double(tries) / all),
      formula: "(\(hits) + \(prior.rounded(to: 1).plain)) / "
        + "(\(tries) + \(weight.rounded(to: 1).plain))")
  }
}
