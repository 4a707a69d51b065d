internal import Model

/// Blocks that are put on a day together, if the day holds them.
struct ShootUnit {
  var blocks: [Int]
  /// The must-shots among them and what has to come before those: what goes when not all does.
  var core: [Int]
  /// The set that they share; nil where they share none.
  var set: Int32?

  /// All blocks by the order in which they find a day.
  static func units(_ ground: TourGround, by overflow: ShootPolicy.Overflow) -> [ShootUnit] {
    let products = Dictionary(grouping: ground.blocks.indices) { ground.blocks[$0].product }
    let ranked = products.sorted { $0.key < $1.key }.map(\.value)
    switch overflow {
    case .must, .fewestDays:
      let cores = ranked.map { core(of: $0, ground) }
      let others = ranked.indices.map { index in
        ranked[index].filter { !cores[index].contains($0) }
      }
      return (cores + others).filter { !$0.isEmpty }.map { ShootUnit(blocks: $0, core: $0) }
    case .product:
      return ranked.map { ShootUnit(blocks: $0, core: core(of: $0, ground)) }
    case .set:
      return sets(ground).flatMap { set in
        ranked.map { all in all.filter { ground.blocks[$0].state.set == set } }
          .filter { !$0.isEmpty }
          .map { ShootUnit(blocks: $0, core: core(of: $0, ground), set: set) }
      }
    }
  }

  private static func core(of blocks: [Int], _ ground: TourGround) -> [Int] {
    let must = blocks.filter { ground.blocks[$0].must }
    let needed = Set(must).union(ground.rules.ancestors(of: must))
    return blocks.filter { needed.contains($0) }
  }

  /// Sets in an order in which few samples are spent before their clean shots are done elsewhere.
  private static func sets(_ ground: TourGround) -> [Int32] {
    var left: [Int32] = []
    for block in ground.blocks where !left.contains(block.state.set) {
      left.append(block.state.set)
    }
    var waits: [Int32: [Int32: Int]] = [:]
    for (index, block) in ground.blocks.enumerated() {
      for other in ground.rules.before[index] {
        let set = ground.blocks[other].state.set
        if set != block.state.set { waits[block.state.set, default: [:]][set, default: 0] += 1 }
      }
    }
    var order: [Int32] = []
    while !left.isEmpty {
      let open = left
      let best = open.indices.min { a, b in
        let sum = { (set: Int32) in open.reduce(0) { $0 + (waits[set]?[$1] ?? 0) } }
        return (sum(open[a]), a) < (sum(open[b]), b)
      }
      order.append(left.remove(at: best ?? 0))
    }
    return order
  }
}
