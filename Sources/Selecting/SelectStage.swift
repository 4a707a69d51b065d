public import Model

/// 选品: what to film, in order, each with its reasons, and why not the rest.
///
/// Gates stop a product before anything is weighed. What passes is scored by criteria that are
/// ranked within a category (and currency), where the median earns half the points; figures that
/// the catalogue lacks stand at the median and lower the confidence. The team's choices go first.
/// Equal catalogues give equal selections, in whatever order their rows stand.
public struct SelectStage: Stage {
  private let policy: SelectionPolicy

  public init(policy: SelectionPolicy) { self.policy = policy }

  public func run(_ catalogue: Catalogue) async throws -> Selection { select(catalogue.products) }

  /// - Complexity: O(n log n) in the products.
  public func select(_ products: [Product]) -> Selection {
    let rows = products.sorted {
      ($0.sku, $0.source.file, $0.source.row) < ($1.sku, $1.source.file, $1.source.row)
    }
    var seen: [String: Product] = [:]
    var copies: [RejectedProduct] = []
    let distinct = rows.filter { product in
      guard let first = seen[product.sku] else {
        seen[product.sku] = product
        return true
      }
      copies.append(copy(of: first, product))
      return false
    }
    let gate = ProductGate(policy: policy)
    let candidates = Candidate.all(of: distinct, by: policy)
    let scoring = Scoring(candidates, weights: policy.weights)
    var stopped: [RejectedProduct] = []
    let passed = candidates.filter { candidate in
      guard let rejection = gate.rejection(of: candidate.product) else { return true }
      stopped.append(rejection)
      return false
    }
    let order = passed.map(scoring.scored).sorted(by: Scored.comesFirst)
    let (chosen, lost) = fill(from: order)
    return Selection(
      selected: chosen.enumerated().map { index, scored in
        selected(scored, at: index, among: chosen, order: order, scoring)
      },
      rejected: lost + stopped + copies, policy: policy)
  }

  private func copy(of first: Product, _ product: Product) -> RejectedProduct {
    RejectedProduct(
      sku: product.sku, gate: "duplicate",
      reason: Wording(product.locale).gate("duplicate", product.source.place, first.source.place),
      value: product.source.place, limit: first.source.place)
  }

  /// Takes in order what the quotas leave room for; the team's choices need no room in a category.
  private func fill(from order: [Scored]) -> (chosen: [Scored], lost: [RejectedProduct]) {
    var chosen: [Scored] = []
    var lost: [RejectedProduct] = []
    var perCategory: [String: Int] = [:]
    var parents: [String: String] = [:]
    for scored in order {
      let product = scored.product
      let isTeam = scored.candidate.isTeamChoice
      func lose(_ reason: String, _ value: String, _ limit: String) {
        lost.append(
          RejectedProduct(
            sku: product.sku, reason: Wording(product.locale).loss(reason, value, limit),
            value: value, limit: limit))
      }
      if chosen.count >= policy.count {
        lose("count", "\(scored.score)", "\(chosen.last?.score ?? 0)")
      } else if !isTeam, let other = product.parentSku.flatMap({ parents[$0] }) {
        lose("variant", product.parentSku ?? "", other)
      } else if !isTeam, perCategory[product.category, default: 0] >= policy.perCategory {
        lose("per_category", product.category, "\(policy.perCategory)")
      } else {
        chosen.append(scored)
        perCategory[product.category, default: 0] += 1
        if let parent = product.parentSku { parents[parent] = product.sku }
      }
    }
    return (chosen, lost)
  }

  private func selected(
    _ scored: Scored, at index: Int, among chosen: [Scored], order: [Scored], _ scoring: Scoring
  ) -> SelectedProduct {
    let isTeam = scored.candidate.isTeamChoice
    return SelectedProduct(
      sku: scored.product.sku, rank: index + 1, score: scored.score,
      confidence: scored.confidence,
      role: isTeam ? "team" : scored.candidate.role(by: policy.roles), reasons: scored.reasons,
      counterfactual: Counterfactual(scoring: scoring, chosen: chosen, order: order)
        .text(for: scored, rank: index + 1))
  }
}
