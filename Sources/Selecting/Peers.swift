import Model

/// The figures that a product is ranked among: those of its category, and of the shop.
struct Peers: Sendable {
  private let shelfOf: [Int]
  private let shelves: [[Distribution]]
  private let shops: [[Distribution]]
  private let shopOf: [Int]

  init(_ standing: Standing) {
    shelfOf = standing.shelfOf
    func figures(of groups: [[Int]]) -> [[Distribution]] {
      groups.map { members in
        Criterion.allCases.map { criterion in
          Distribution(members.compactMap { standing.candidates[$0].figures[criterion] })
        }
      }
    }
    shelves = figures(of: standing.shelves)
    shops = figures(of: standing.currencies)
    var shopOf = Array(repeating: 0, count: standing.candidates.count)
    for (number, members) in standing.currencies.enumerated() {
      for index in members { shopOf[index] = number }
    }
    self.shopOf = shopOf
  }

  func shelf(of index: Int, _ criterion: Criterion) -> Distribution {
    shelves[shelfOf[index]][criterion.rawValue]
  }

  /// Hundredths of a point that other figures would bring a product, all others as they are.
  func gain(of index: Int, with figures: Figures, in standing: Standing) -> Int {
    let old = standing.candidates[index].figures
    var gain = 0
    for (column, entry) in standing.weights.enumerated() {
      let (criterion, weight) = entry
      guard let now = figures[criterion], let before = old[criterion], now != before else {
        continue
      }
      let own = shelves[shelfOf[index]][criterion.rawValue]
      let all = shops[shopOf[index]][criterion.rawValue]
      let share = standing.share(of: own.count)
      let blend =
        share * own.rank(now, insteadOf: before) + (1 - share) * all.rank(now, insteadOf: before)
      let good = criterion.fewerIsBetter ? 1 - blend : blend
      gain += Int((good * weight * 100).rounded()) - Int(standing.points[column][index])
    }
    return gain
  }
}

extension Distribution {
  /// The rank of a figure that takes another one's place, with the tails drawn in.
  fileprivate func rank(_ value: Double, insteadOf old: Double) -> Double {
    let size = Double(max(1, count))
    let others = rank(value) * size - (old < value ? 1 : old == value ? 0.5 : 0)
    return min(0.95, max(0.05, (others + 0.5) / size))
  }
}
