import Foundation
import Model

/// One change to one figure that people can change, and where it puts a product: the choice is made
/// again with it.
struct Counterfactual {
  var round: Round
  let peers: Peers
  /// Products that may still be ranked anew, over all trials.
  var effort: Int

  private struct Proposal {
    var field: String
    var from: Double
    var to: Double
    var product: Product
    var gain: Int

    var size: Double { abs(to - from) / max(abs(from), 1) }
  }

  init(_ round: Round, effort: Int) {
    self.round = round
    peers = Peers(round.standing)
    self.effort = effort
  }

  /// - Parameter rank: among the chosen; nil for a product that is not.
  mutating func change(for index: Int, rank: Int?) -> SelectionChange? {
    if rank == 1 { return nil }
    let candidate = round.standing.candidates[index]
    let gate = ProductGate(policy: round.policy)
    if let failure = gate.failure(of: candidate) {
      return remedy(failure.gate, of: candidate).flatMap { outcome(of: $0, index, nil, nil) }
    }
    let own = round.standing.totals[index]
    let bar = round.bar(for: index, rank: rank)
    let useful = proposals(for: index).filter { $0.gain > 4 }
    let near = useful.filter { own + $0.gain >= bar }.sorted {
      ($0.size, $0.field) < ($1.size, $1.field)
    }
    var best: SelectionChange?
    for proposal in near.prefix(3) {
      guard let made = outcome(of: proposal, index, rank, proposal.gain) else { break }
      if let new = made.newRank, new < rank ?? .max { return made }
      best = best ?? made
    }
    if let best { return best }
    guard let most = useful.max(by: { ($0.gain, $1.field) < ($1.gain, $0.field) }) else {
      return nil
    }
    return outcome(of: most, index, rank, most.gain)
      ?? SelectionChange(
        field: most.field, from: most.from, to: most.to, gain: Double(most.gain) / 100, rank: rank,
        newRank: nil, verified: false)
  }

  /// Nil when there is no effort left.
  private mutating func outcome(
    of proposal: Proposal, _ index: Int, _ rank: Int?, _ gain: Int?
  ) -> SelectionChange? {
    guard effort >= round.standing.candidates.count else { return nil }
    effort -= round.standing.candidates.count
    let (newRank, total) = round.trying(index, as: proposal.product)
    let real = Double(total - round.standing.totals[index]) / 100
    return SelectionChange(
      field: proposal.field, from: proposal.from, to: proposal.to, gain: gain == nil ? nil : real,
      rank: rank, newRank: newRank, verified: true)
  }

  /// The figure that opens a gate, where it is one that people can change.
  private func remedy(_ gate: String, of candidate: Candidate) -> Proposal? {
    let gates = round.policy.gates
    var product = candidate.product
    switch gate {
    case "stock", "cover_days":
      let cover = (gates.coverDays * Double(product.sales7d ?? 0) / 7).rounded(.up)
      let needed = max(Double(gates.stock), cover)
      guard let stock = product.stock, needed < 1e9 else { return nil }
      product.stock = Int(needed)
      return Proposal(field: "stock", from: Double(stock), to: needed, product: product, gain: 0)
    case "contribution", "margin":
      guard let cost = product.cost, let price = candidate.economics?.price,
        let target = cheaperCost(for: gate, candidate), target > 0
      else { return nil }
      product.cost = target.rounded(places: price < 10 ? 3 : 2)
      return Proposal(
        field: "cost", from: cost.double, to: product.cost?.double ?? 0, product: product, gain: 0)
    default: return nil
    }
  }

  private func cheaperCost(for gate: String, _ candidate: Candidate) -> Decimal? {
    guard let economics = candidate.economics else { return nil }
    if gate == "margin" {
      let role = candidate.roles(by: round.policy.roles).first ?? ""
      return economics.price * (1 - Decimal(exactly: round.policy.requirements.margins[role] ?? 0))
    }
    let returns = Decimal(exactly: economics.returnRate)
    let slope = 1 - returns + returns * Decimal(exactly: round.policy.economics.loss)
    guard slope > 0 else { return nil }
    return economics.cost
      - (round.policy.gates.contribution - economics.contribution) / slope
  }

  private func proposals(for index: Int) -> [Proposal] {
    let product = round.standing.candidates[index].product
    var made: [(String, Double, Double, (inout Product, Double) -> Void)] = []
    func add(
      _ field: String, _ from: Double, _ to: [Double],
      _ set: @escaping (inout Product, Double) -> Void
    ) {
      made += to.filter { $0 != from }.map { (field, from, $0, set) }
    }
    if let rate = product.returnRate.flatMap(UnitEconomics.share), rate > 0 {
      let median = peers.shelf(of: index, .returns).median ?? rate
      add(
        "return_rate", rate, [rate * 0.8, rate * 0.5, min(rate, median)].map { $0.rounded(to: 3) }
      ) {
        $0.returnRate = $1
      }
    }
    if let cost = product.cost?.double, cost > 0 {
      add("cost", cost, [0.95, 0.9, 0.8].map { (cost * $0).rounded(to: 2) }) {
        $0.cost = Decimal(exactly: $1)
      }
    }
    if let rate = product.commissionRate.flatMap(UnitEconomics.share), rate > 0 {
      add("commission_rate", rate, [rate * 0.8, rate * 0.5].map { $0.rounded(to: 3) }) {
        $0.commissionRate = $1
      }
    }
    let price = product.price.amount.double
    add("price", price, [0.95, 1.05, 0.9, 1.1].map { (price * $0).rounded(to: 2) }) {
      $0.price.amount = Decimal(exactly: $1)
    }
    if let stock = product.stock, (1...500_000_000).contains(stock) {
      let median = peers.shelf(of: index, .stock).median ?? 0
      let targets = [Double(stock) * 2, max(Double(stock), median.rounded(.up))]
      add("stock", Double(stock), targets.filter { $0 < 1e9 }) { $0.stock = Int($1) }
    }
    let images = product.images.count
    if images < 9 {
      add("images", Double(images), [Double(images + 2), 9]) { product, count in
        product.images += Array(repeating: "", count: max(0, Int(count) - product.images.count))
      }
    }
    return made.map { field, from, to, set in
      var changed = product
      set(&changed, to)
      var candidate = Candidate(changed, in: round.standing.shop)
      candidate.place(
        at: round.standing.candidates[index].priceRank, by: round.policy.content)
      return Proposal(
        field: field, from: from, to: to, product: changed,
        gain: peers.gain(of: index, with: candidate.figures, in: round.standing))
    }
  }
}

extension Decimal {
  /// Rounded down, so that what it is to open stays open.
  fileprivate func rounded(places: Int) -> Decimal {
    var (result, value) = (Decimal(), self)
    NSDecimalRound(&result, &value, places, .down)
    return result
  }
}
