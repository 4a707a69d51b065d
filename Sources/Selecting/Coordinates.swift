import Model

/// What to show beside a product: a second one lifts its own sales too.
struct Coordinates: Sendable {
  private let round: Round
  private let byKey: [String: [Int]]

  private static let perKey = 60

  /// The partner of each chosen product.
  static func partners(of members: [Choice.Member], in round: Round) -> [Coordinate?] {
    let coordinates = Coordinates(round)
    return members.map { coordinates.partner(of: $0.contender.index) }
  }

  private init(_ round: Round) {
    self.round = round
    var byKey: [String: [Int]] = [:]
    // Best first, so that the few that are kept for a key are its best.
    for contender in round.order {
      let product = round.standing.candidates[contender.index].product
      if let stock = product.stock, stock <= 0 { continue }
      for key in Self.keys(of: product) where (byKey[key]?.count ?? 0) < Self.perKey {
        byKey[key, default: []].append(contender.index)
      }
    }
    self.byKey = byKey
  }

  private static let colours = ["颜色", "colour", "color", "主色"]

  private static func colour(of product: Product) -> String? {
    colours.lazy.compactMap { product.attributes[$0] }.first
  }

  private static func keys(of product: Product) -> [String] {
    Shop.companyKeys(of: product) + [colour(of: product).map { "c" + $0 }].compactMap { $0 }
  }

  /// The product that shares most with this one, of another category before one of its own.
  private func partner(of index: Int) -> Coordinate? {
    let own = round.standing.candidates[index].product
    let contender = round.contender(index)
    var shared: [Int: [String]] = [:]
    for key in Self.keys(of: own) {
      for other in byKey[key] ?? [] { shared[other, default: []].append(key) }
    }
    func worth(_ other: Int) -> Int {
      let weights: [Character: Int] = ["s": 4, "a": 3, "b": 2, "c": 1]
      let common = (shared[other] ?? []).reduce(0) { $0 + (weights[$1.first ?? " "] ?? 0) }
      let product = round.standing.candidates[other].product
      return common + (product.category != own.category ? 5 : 0)
    }
    let fitting = shared.keys.filter { other in
      let theirs = round.contender(other)
      return other != index && theirs.twin != contender.twin
        && (theirs.parent == nil || theirs.parent != contender.parent)
        && round.standing.candidates[other].product.price.currency == own.price.currency
        && shared[other]?.contains { !$0.hasPrefix("c") } == true
    }
    let totals = round.standing.totals
    guard
      let best = fitting.max(by: {
        let (a, b) = (worth($0), worth($1))
        return (a, totals[$0], -$0) < (b, totals[$1], -$1)
      })
    else { return nil }
    let product = round.standing.candidates[best].product
    return Coordinate(
      sku: product.sku,
      why: Wording(own.locale).coordinate(
        keys: shared[best] ?? [], otherCategory: product.category != own.category))
  }
}
