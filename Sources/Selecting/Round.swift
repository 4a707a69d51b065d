import Model

/// One choosing: who stands where, who passes the gates, and what was chosen of them.
struct Round {
  private(set) var standing: Standing
  private var contenders: [Contender]
  private(set) var passes: [Bool]
  /// What passes the gates, the team's choices first, then best first.
  private(set) var order: [Contender]
  private(set) var choice: Choice
  let names: Contender.Names
  let improving: Bool
  var policy: SelectionPolicy { standing.shop.policy }

  init(_ products: [Product], policy: SelectionPolicy, date: String?, improving: Bool) {
    let shop = Shop(products, policy: policy, date: date)
    standing = Standing(products, shop: shop)
    (contenders, names) = Contender.all(of: standing.candidates, in: shop)
    let gate = ProductGate(policy: policy)
    passes = standing.candidates.map { gate.failure(of: $0) == nil }
    self.improving = improving
    order = Self.ordered(contenders, passes, standing.totals)
    choice = Choice(from: order, totals: standing.totals, policy: policy, improving: improving)
  }

  private static func ordered(
    _ contenders: [Contender], _ passes: [Bool], _ totals: [Int]
  ) -> [Contender] {
    contenders.filter { passes[$0.index] }.sorted { Choice.precedes($0, $1, totals) }
  }

  func contender(_ index: Int) -> Contender { contenders[index] }

  /// The rank and the hundredths of a point that a product would have with other figures.
  mutating func trying(_ index: Int, as product: Product) -> (rank: Int?, total: Int) {
    let (policy, improving) = (policy, improving)
    let gate = ProductGate(policy: policy)
    let repriced = standing.candidates[index].product.price != product.price
    var (contenders, passes) = (contenders, passes)
    return standing.trying(index, as: product) { standing in
      for other in repriced ? standing.shelves[standing.shelfOf[index]] : [index] {
        let candidate = standing.candidates[other]
        contenders[other].roles = Contender.roleNumbers(of: candidate, by: policy)
        passes[other] = gate.failure(of: candidate) == nil
      }
      let order = Self.ordered(contenders, passes, standing.totals)
      let choice = Choice(
        from: order, totals: standing.totals, policy: policy, improving: improving)
      let rank = choice.members.firstIndex { $0.contender.index == index }
      return (rank.map { $0 + 1 }, standing.totals[index])
    }
  }

  /// Hundredths of a point that a product must reach to stand higher, or to be chosen.
  func bar(for index: Int, rank: Int?) -> Int {
    if let rank, rank > 1 { return standing.totals[choice.members[rank - 2].contender.index] }
    guard let other = rival(of: index).taker else { return 0 }
    return standing.totals[other]
  }

  /// The quota that kept a product out and who stands in its place.
  func rival(of index: Int) -> (obstacle: Obstacle, taker: Int?) {
    let contender = contenders[index]
    func worst(where fits: (Choice.Member) -> Bool) -> Int? {
      choice.members.last { !$0.contender.isTeam && fits($0) }?.contender.index
        ?? choice.members.last(where: fits)?.contender.index
    }
    let obstacle = choice.tally.obstacle(to: contender)
    switch obstacle {
    case .variant: return (.variant, worst { $0.contender.parent == contender.parent })
    case .twin: return (.twin, worst { $0.contender.twin == contender.twin })
    case .category: return (.category, worst { $0.contender.category == contender.category })
    case .supplier: return (.supplier, worst { $0.contender.supplier == contender.supplier })
    case .minutes: return (.minutes, worst { _ in true })
    default: break
    }
    if choice.tally.role(for: contender) == nil {
      return (.ladder, worst { contender.roles.contains($0.role) })
    }
    return (.count, worst { $0.place == nil } ?? worst { _ in true })
  }
}
