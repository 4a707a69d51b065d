internal import Model

/// Shots of one product that are filmed in one go: nothing changes between them.
struct ShotBlock {
  /// Indices of shots, in the scripts' order.
  var shots: [Int]
  let state: ShootState
  let destructive: Bool
  let must: Bool
  /// The product's place by rank, then by the scripts' order, from 0.
  let product: Int
  /// What its shots take, without samples.
  let ticks: Int

  /// Samples that it spends.
  var samples: Int { destructive ? shots.count : 0 }

  /// Parts shots into blocks; blocks stand in the order of the policy's rigs, then of the products.
  ///
  /// - Parameter alone: Shots that people have given a place, which need blocks of their own.
  static func blocks(
    of shots: [ListedShot], states: [ShootState], clock: ShootClock, alone: Set<Int>
  ) -> [ShotBlock] {
    let products = ProductOrder(shots)
    let ticks = shots.map { clock.ticks(of: $0) }
    let sample = clock.ticks(of: .sample)
    let capacity = ShootClock.ticks(clock.policy.dayMinutes)
    var groups: [[Int]] = []
    var places: [Key: Int] = [:]
    for index in shots.indices {
      let key = Key(
        state: states[index], destructive: shots[index].destructive, must: shots[index].must,
        alone: alone.contains(index) ? index : -1)
      if let place = places[key] {
        groups[place].append(index)
      } else {
        places[key] = groups.count
        groups.append([index])
      }
    }
    let blocks = groups.flatMap { group -> [ShotBlock] in
      let first = group[0]
      let samples = shots[first].destructive ? group.count * sample : 0
      let whole = group.reduce(samples) { $0 + ticks[$1] }
      let isLong = clock.ticks(of: states[first].opening) + whole > capacity
      return (isLong ? group.map { [$0] } : [group]).map { part in
        ShotBlock(
          shots: part, state: states[first], destructive: shots[first].destructive,
          must: shots[first].must, product: products.place(of: shots[first].sku),
          ticks: part.reduce(0) { $0 + ticks[$1] })
      }
    }
    let rigs = Dictionary(
      clock.policy.rigs.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    func order(_ block: ShotBlock) -> (Int, String, Int, Int) {
      let rig = shots[block.shots[0]].rig
      return (rigs[rig] ?? rigs.count, rig, block.product, block.shots[0])
    }
    return blocks.sorted { order($0) < order($1) }
  }

  private struct Key: Hashable {
    let state: ShootState
    let destructive: Bool
    let must: Bool
    let alone: Int
  }
}

/// Products by rank; those without one come last, in the scripts' order.
struct ProductOrder {
  private let places: [String: Int]

  init(_ shots: [ListedShot]) {
    var seen: Set<String> = []
    let firsts = shots.filter { seen.insert($0.sku).inserted }
    let sorted = firsts.enumerated().sorted {
      ($0.element.rank ?? .max, $0.offset) < ($1.element.rank ?? .max, $1.offset)
    }
    places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.element.sku, $0) })
  }

  func place(of sku: String) -> Int { places[sku] ?? places.count }
}
