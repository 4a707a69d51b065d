import Model

/// Every product's points by every criterion, and what changes when one figure does.
struct Standing: Sendable {
  private(set) var candidates: [Candidate]
  let shop: Shop
  let weights: [(criterion: Criterion, weight: Double)]
  /// Hundredths of a point, by criterion and product.
  private(set) var points: [[Int32]]
  /// Hundredths of a point; whole numbers add up without a remainder.
  private(set) var totals: [Int]
  let shelves: [[Int]]
  let currencies: [[Int]]
  let shelfOf: [Int]

  init(_ products: [Product], shop: Shop) {
    self.shop = shop
    candidates = products.map { Candidate($0, in: shop) }
    weights = Criterion.allCases.compactMap { criterion in
      shop.policy.weights[criterion.id].flatMap { $0 > 0 ? (criterion, $0) : nil }
    }
    var number: [Shop.Shelf: Int] = [:]
    var shelves: [[Int]] = []
    var currencyNumber: [String: Int] = [:]
    var currencies: [[Int]] = []
    shelfOf = products.enumerated().map { index, product in
      let shelf = number[Shop.Shelf(product)] ?? shelves.count
      if shelf == shelves.count { shelves.append([]) }
      number[Shop.Shelf(product)] = shelf
      shelves[shelf].append(index)
      let currency = currencyNumber[product.price.currency] ?? currencies.count
      if currency == currencies.count { currencies.append([]) }
      currencyNumber[product.price.currency] = currency
      currencies[currency].append(index)
      return shelf
    }
    self.shelves = shelves
    self.currencies = currencies
    points = Array(repeating: [], count: weights.count)
    totals = Array(repeating: 0, count: products.count)
    for shelf in shelves.indices { placePrices(on: shelf) }
    for column in weights.indices { points[column] = reckon(column) }
    addUp()
  }

  /// Puts one product's figures in the place of its own for as long as `body` runs; all others
  /// stand as they would beside it.
  mutating func trying<T>(
    _ index: Int, as product: Product, _ body: (Standing) -> T
  ) -> T {
    let (old, oldPoints, oldTotals) = (candidates[index], points, totals)
    candidates[index] = Candidate(product, in: shop)
    let repriced = old.product.price != product.price
    if repriced {
      placePrices(on: shelfOf[index])
    } else {
      candidates[index].place(at: old.priceRank, by: shop.policy.content)
    }
    let changed = candidates[index].figures.differing(from: old.figures)
    for column in weights.indices {
      let criterion = weights[column].criterion
      if changed.contains(criterion) || repriced && criterion == .content {
        points[column] = reckon(column)
      }
    }
    addUp()
    defer {
      candidates[index] = old
      if repriced { placePrices(on: shelfOf[index]) }
      (points, totals) = (oldPoints, oldTotals)
    }
    return body(self)
  }

  private mutating func addUp() {
    for index in totals.indices {
      totals[index] = points.reduce(0) { $0 + Int($1[index]) }
    }
  }

  private mutating func placePrices(on shelf: Int) {
    let priced = shelves[shelf].filter { candidates[$0].product.price.amount.isPrice }
    let prices = Distribution(priced.map { candidates[$0].product.price.amount.double })
    for index in shelves[shelf] {
      let amount = candidates[index].product.price.amount
      let rank = prices.count >= 4 && amount.isPrice ? prices.rank(amount.double) : nil
      candidates[index].place(at: rank, by: shop.policy.content)
    }
  }

  private func reckon(_ column: Int) -> [Int32] {
    let (criterion, weight) = weights[column]
    var inShop = [Double](repeating: 0.5, count: candidates.count)
    for currency in currencies { rank(currency, by: criterion) { inShop[$0] = $1 } }
    var good = [Double](repeating: 0.5, count: candidates.count)
    for shelf in shelves {
      let known = rank(shelf, by: criterion) { good[$0] = $1 }
      let own = share(of: known)
      for index in shelf where candidates[index].figures[criterion] != nil {
        let blend = own * good[index] + (1 - own) * inShop[index]
        good[index] = criterion.fewerIsBetter ? 1 - blend : blend
      }
    }
    return good.map { Int32(($0 * weight * 100).rounded()) }
  }

  /// How far a category of so many figures is ranked by itself; the rest by the whole shop.
  func share(of known: Int) -> Double {
    let known = Double(known)
    let k = shop.policy.evidence.shelf
    return known + k > 0 ? known / (known + k) : 1
  }

  /// Share of the figures below each, equal ones counted half, with the tails drawn in.
  ///
  /// - Returns: how many have the figure.
  @discardableResult
  private func rank(
    _ members: [Int], by criterion: Criterion, _ set: (Int, Double) -> Void
  ) -> Int {
    var sorted: [(value: Double, index: Int)] = []
    sorted.reserveCapacity(members.count)
    for index in members {
      if let value = candidates[index].figures[criterion] { sorted.append((value, index)) }
    }
    sorted.sort { $0.value < $1.value }
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].value == sorted[start].value { end += 1 }
      let rank = Double(start + end) / 2 / Double(sorted.count)
      for place in start..<end { set(sorted[place].index, min(0.95, max(0.05, rank))) }
      start = end
    }
    return sorted.count
  }

  /// Share of the weight that rests on figures the catalogue has, 0…1.
  func confidence(of index: Int) -> Double {
    var (certain, total) = (0.0, 0.0)
    for (criterion, weight) in weights {
      certain += weight * candidates[index].figures.certainty(of: criterion)
      total += weight
    }
    return total > 0 ? (certain / total).rounded(to: 2) : 0
  }
}
