/// One day's way through its blocks.
///
/// Blocks that open the day stand in front; nothing comes before what it must follow.
struct ShotTour {
  let ground: TourGround
  private(set) var order: [Int] = []
  /// How many blocks open the day.
  private(set) var openers = 0
  /// Place of each block in the order; -1 for those that are not in it.
  private(set) var position: [Int]
  /// Blocks that were to open the day and could not.
  private(set) var lateOpeners: Set<Int> = []
  /// All changes and shots, in thousandths of a minute.
  private(set) var ticks = 0
  /// The shots alone.
  private(set) var shotTicks = 0
  private var sampleTicks = 0
  /// Products whose sample is spent when the day is over.
  private(set) var spent: Set<Int>
  /// Whether nothing was put in since it was last improved.
  var isSettled = false

  /// - Parameter spent: Products whose sample was spent on an earlier day.
  init(ground: TourGround, spent: Set<Int>) {
    self.ground = ground
    self.spent = spent
    position = Array(repeating: -1, count: ground.blocks.count)
  }

  /// A day as it was left.
  init(ground: TourGround, spent: Set<Int>, day: [Int], openers: Int) {
    self.init(ground: ground, spent: spent)
    self.openers = openers
    for block in day { spend(block) }
    take(day)
    shotTicks = day.reduce(0) { $0 + ground.blocks[$1].ticks }
  }

  /// Every sample but the product's first takes its time, whatever the order.
  private mutating func spend(_ block: Int) {
    let samples = ground.blocks[block].samples
    guard samples > 0 else { return }
    let isFirst = spent.insert(ground.blocks[block].product).inserted
    sampleTicks += (samples - (isFirst ? 1 : 0)) * ground.clock.ticks(of: .sample)
  }

  // MARK: Growing

  /// Puts a block where it costs least; what must come before it stands already.
  mutating func insert(_ block: Int) {
    let place = opening(block) ?? cheapest(for: block)
    let (left, right) = (at(place - 1), at(place))
    ticks += ground.cost(left, block) + ground.cost(block, right) - ground.cost(left, right)
    let before = sampleTicks
    spend(block)
    ticks += ground.blocks[block].ticks + sampleTicks - before
    shotTicks += ground.blocks[block].ticks
    isSettled = false
    order.insert(block, at: place)
    for index in place..<order.count { position[order[index]] = index }
  }

  private func at(_ index: Int) -> Int { order.indices.contains(index) ? order[index] : -1 }

  /// The place of a block that opens the day; nil for others.
  private mutating func opening(_ block: Int) -> Int? {
    guard let wish = ground.rules.openers[block] else { return nil }
    let place =
      order[..<openers].firstIndex { ground.rules.openers[$0] ?? 0 > wish } ?? openers
    guard ground.rules.before[block].allSatisfy({ position[$0] < place }) else {
      lateOpeners.insert(block)
      return nil
    }
    openers += 1
    return place
  }

  private func cheapest(for block: Int) -> Int {
    let (lowest, highest) = span(of: [block])
    var best = (place: lowest, cost: Int.max)
    for place in lowest...max(lowest, highest) {
      let (left, right) = (at(place - 1), at(place))
      let cost = ground.cost(left, block) + ground.cost(block, right) - ground.cost(left, right)
      if cost < best.cost { best = (place, cost) }
    }
    return best.place
  }

  /// The first and the last gap in which a run of blocks breaks no rule, the run left out of sight.
  func span(of run: ArraySlice<Int>) -> (lowest: Int, highest: Int) {
    var (lowest, highest) = (openers, order.count)
    let own =
      run.first.map { position[$0] < 0 ? 0..<0 : position[$0]..<position[$0] + run.count } ?? 0..<0
    for block in run {
      for other in ground.rules.before[block] {
        let place = position[other]
        if place >= lowest, !own.contains(place) { lowest = place + 1 }
      }
      for other in ground.rules.after[block] {
        let place = position[other]
        if place >= 0, place < highest, !own.contains(place) { highest = place }
      }
    }
    return (lowest, highest)
  }

  // MARK: Changing

  /// Takes over an order of the same blocks that keeps every rule.
  mutating func take(_ other: [Int]) {
    order = other
    for (index, block) in other.enumerated() { position[block] = index }
    ticks = ground.ticks(of: other) + sampleTicks
  }

  /// The nearest neighbour each time, beginning with a block; openers stay.
  func nearestNeighbour(from start: Int?) -> [Int] {
    var tour = Array(order[..<openers])
    var left = order[openers...].sorted()
    var waiting: [Int: Int] = [:]
    let members = Set(left)
    for block in left { waiting[block] = ground.rules.before[block].count { members.contains($0) } }
    var next = start.flatMap { waiting[$0] == 0 ? $0 : nil }
    while !left.isEmpty {
      let last = tour.last ?? -1
      let block =
        next
        ?? left.lazy.filter { waiting[$0] == 0 }
        .min { ground.cost(last, $0) < ground.cost(last, $1) } ?? left[0]
      next = nil
      tour.append(block)
      left.removeAll { $0 == block }
      for other in ground.rules.after[block] { waiting[other]? -= 1 }
    }
    return tour
  }
}

/// What all days' tours share: blocks, rules, costs.
struct TourGround {
  let blocks: [ShotBlock]
  var rules: ShootRules
  let clock: ShootClock
  private let states: [ShootState]

  init(blocks: [ShotBlock], rules: ShootRules, clock: ShootClock) {
    self.blocks = blocks
    self.rules = rules
    self.clock = clock
    states = blocks.map(\.state)
  }

  /// The change from one block to another; -1 is nothing, before the first or behind the last.
  @inline(__always)
  func cost(_ from: Int, _ to: Int) -> Int {
    guard to >= 0 else { return 0 }
    guard from >= 0 else { return clock.ticks(of: states[to].opening) }
    return clock.ticks(of: states[from].changes(to: states[to]))
  }

  /// All changes and shots of an order, without samples.
  func ticks(of order: [Int]) -> Int {
    var last = -1
    return order.reduce(0) { sum, block in
      defer { last = block }
      return sum + cost(last, block) + blocks[block].ticks
    }
  }
}
