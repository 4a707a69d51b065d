import Model

/// A round in the words of a selection.
struct RoundReport {
  private let gate: ProductGate
  private let sku: String?
  private var counterfactual: Counterfactual
  private var round: Round { counterfactual.round }
  private var standing: Standing { round.standing }

  init(_ round: Round, explaining sku: String?, effort: Int) {
    self.sku = sku
    gate = ProductGate(policy: round.policy)
    counterfactual = Counterfactual(
      round, effort: max(sku == nil ? 0 : 6 * round.standing.candidates.count, effort))
  }

  mutating func selected() -> [SelectedProduct] {
    let members = round.choice.members
    let partners = Coordinates.partners(of: members, in: round)
    if let sku, let index = standing.candidates.firstIndex(where: { $0.product.sku == sku }) {
      // The product that is asked for goes first: effort is not spent on others before it.
      let rank = round.choice.members.firstIndex { $0.contender.index == index }
      explain(index, rank: rank.map { $0 + 1 })
    }
    return members.enumerated().map { place, member in
      let index = member.contender.index
      let candidate = standing.candidates[index]
      var item = SelectedProduct(
        sku: candidate.product.sku, rank: place + 1, score: score(index),
        confidence: standing.confidence(of: index),
        role: member.contender.isTeam ? "team" : SelectionPolicy.ladder[member.role],
        reasons: reasons(for: index))
      item.nearGate = gate.nearest(of: candidate)
      item.coordinate = partners[place]
      item.place = member.place
      item.minutes = member.contender.minutes.rounded(to: 1)
      let words = Wording(candidate.product.locale)
      if member.contender.isTeam {
        item.counterfactual = words.teamChoice(rank: rankByScore(index), of: round.order.count)
      } else {
        item.change = explain(index, rank: place + 1)
        item.counterfactual = words.change(
          item.change, rank: place + 1, currency: candidate.product.price.currency)
      }
      return item
    }
  }

  private var known: [Int: SelectionChange] = [:]

  @discardableResult
  private mutating func explain(_ index: Int, rank: Int?) -> SelectionChange? {
    if let change = known[index] { return change }
    let change = counterfactual.change(for: index, rank: rank)
    known[index] = change
    return change
  }

  private func score(_ index: Int) -> Double { Double(standing.totals[index]) / 100 }

  private func rankByScore(_ index: Int) -> Int {
    round.order.count { standing.totals[$0.index] > standing.totals[index] } + 1
  }

  /// Each criterion's part; the points add up to the score, to the hundredth.
  private func reasons(for index: Int) -> [SelectionReason] {
    let candidate = standing.candidates[index]
    let source = FigureSource(candidate)
    return standing.weights.enumerated().map { column, entry in
      let (criterion, weight) = entry
      let points = Int(standing.points[column][index])
      let peers = counterfactual.peers.shelf(of: index, criterion)
      return SelectionReason(
        criterion: criterion.id, points: Double(points) / 100,
        value: candidate.figures[criterion]?.rounded(to: 4), median: peers.median?.rounded(to: 4),
        source: source.text(of: criterion, in: standing.shop), weight: weight,
        versusMedian: Double(points - Int((weight * 50).rounded())) / 100, peers: peers.count)
    }
  }

  /// What passed the gates and was not chosen, best first.
  mutating func lost() -> [RejectedProduct] {
    let rest = round.order.filter { !round.choice.holds($0.index) }
    return rest.enumerated().map { place, contender in
      let index = contender.index
      let candidate = standing.candidates[index]
      let words = Wording(candidate.product.locale)
      let (obstacle, taker) = round.rival(of: index)
      let takenBy = taker.map { standing.candidates[$0].product.sku }
      let (value, limit) = figures(of: obstacle, index, taker: taker)
      var item = RejectedProduct(
        sku: candidate.product.sku, reason: words.loss(obstacle.rawValue, value, limit, takenBy),
        value: value, limit: limit)
      item.constraint = obstacle.rawValue
      item.takenBy = takenBy
      item.score = score(index)
      item.role = contender.roles.first.map { SelectionPolicy.ladder[$0] }
      guard place < SelectStage.explained || candidate.product.sku == sku else { return item }
      item.confidence = standing.confidence(of: index)
      item.reasons = reasons(for: index)
      item.nearGate = gate.nearest(of: candidate)
      item.change = explain(index, rank: nil)
      item.counterfactual = words.change(
        item.change, rank: nil, currency: candidate.product.price.currency)
      return item
    }
  }

  private func figures(
    of obstacle: Obstacle, _ index: Int, taker: Int?
  ) -> (value: String, limit: String) {
    let product = standing.candidates[index].product
    let contender = round.contender(index)
    let (policy, tally) = (round.policy, round.choice.tally)
    let other = taker.map { standing.candidates[$0].product.sku } ?? "–"
    switch obstacle {
    case .variant: return (product.parentSku ?? "", other)
    case .twin: return (product.title, other)
    case .category: return (product.category, "\(policy.perCategory)")
    case .supplier: return (product.supplier ?? "", "\(policy.quotas.perSupplier)")
    case .minutes:
      let left = (policy.shoot.budget ?? 0) - tally.minutes
      return (contender.minutes.short, max(0, left).short)
    case .ladder:
      let role = contender.roles.last ?? 1
      return (SelectionPolicy.ladder[role], "\(tally.most(of: role))")
    case .count: return ("\(score(index))", "\(taker.map(score) ?? 0)")
    }
  }

  /// What the gates stopped, in the catalogue's fixed order.
  mutating func stopped() -> [RejectedProduct] {
    var explained = 0
    return round.passes.indices.filter { !round.passes[$0] }.compactMap { index in
      let candidate = standing.candidates[index]
      guard let failure = gate.failure(of: candidate) else { return nil }
      let product = candidate.product
      let words = Wording(product.locale)
      var item = RejectedProduct(
        sku: product.sku, gate: failure.gate,
        reason: words.gate(failure.gate, failure.value, failure.limit)
          + (product.team?.selected == true ? words.despiteTheTeam : ""),
        value: failure.value, limit: failure.limit)
      guard explained < SelectStage.explained || product.sku == sku else { return item }
      explained += 1
      item.score = score(index)
      item.confidence = standing.confidence(of: index)
      item.nearGate = gate.nearest(of: candidate)
      item.change = explain(index, rank: nil)
      item.counterfactual =
        item.change == nil
        ? nil
        : words.change(
          item.change, rank: nil, currency: product.price.currency)
      return item
    }
  }

  func quotas() -> [QuotaUse] {
    let (policy, tally) = (round.policy, round.choice.tally)
    var uses = [
      QuotaUse(kind: "count", name: "", used: Double(tally.count), most: Double(policy.count))
    ]
    uses += round.names.categories.texts.enumerated().compactMap { number, name in
      let used = tally.used(category: number)
      return used == 0
        ? nil
        : QuotaUse(
          kind: "category", name: name, used: Double(used), most: Double(policy.perCategory))
    }.sorted { $0.name < $1.name }
    uses += SelectionPolicy.ladder.enumerated().map { role, name in
      QuotaUse(
        kind: "ladder", name: name, used: Double(tally.roles[role]),
        least: Double(tally.least(of: role)), most: Double(tally.most(of: role)))
    }
    uses += round.names.suppliers.texts.enumerated().compactMap { number, name in
      let used = tally.used(supplier: number)
      return used == 0
        ? nil
        : QuotaUse(
          kind: "supplier", name: name, used: Double(used), most: Double(policy.quotas.perSupplier))
    }.sorted { $0.name < $1.name }
    if policy.quotas.new > 0 {
      uses.append(
        QuotaUse(
          kind: "new", name: "", used: Double(tally.new), least: Double(policy.quotas.new)))
    }
    uses.append(
      QuotaUse(
        kind: "minutes", name: "", used: tally.minutes.rounded(to: 1), most: policy.shoot.budget))
    return uses
  }
}
