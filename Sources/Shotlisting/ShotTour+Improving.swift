/// Moves and turns runs of blocks as long as that saves minutes.
extension ShotTour {
  /// Runs of up to this many blocks are moved at once, beside those that share a rig, set or place.
  private static let longestRun = 12
  private static let rounds = 24

  /// Better as it stands; the order it has is where it begins.
  mutating func improve() {
    for _ in 0..<ShotTour.rounds {
      let moved = moveRuns()
      let grouped = moveGroups()
      let turned = turnRuns()
      if !moved, !grouped, !turned { break }
    }
    isSettled = true
  }

  /// The best of several beginnings, each improved.
  mutating func polish() {
    improve()
    var starts: [Int?] = [nil]
    var seen: Set<[Int32]> = []
    for block in order[openers...].sorted() {
      let state = ground.blocks[block].state
      if seen.insert([state.location, state.set, state.rig]).inserted { starts.append(block) }
    }
    let plain = self
    for start in starts.prefix(16) {
      var other = plain
      other.take(plain.nearestNeighbour(from: start))
      other.improve()
      if other.ticks < ticks { self = other }
    }
  }

  private func at(_ index: Int) -> Int { order.indices.contains(index) ? order[index] : -1 }

  // MARK: Moving

  private mutating func moveRuns() -> Bool {
    var improved = false
    for length in 1...ShotTour.longestRun where length < order.count - openers {
      var start = openers
      while start + length <= order.count {
        improved = move(start..<start + length) || improved
        start += 1
      }
    }
    return improved
  }

  /// Moves whole runs of what shares a product, rig, light, set or location.
  private mutating func moveGroups() -> Bool {
    let levels: [KeyPath<ShootState, Int32>] = [\.product, \.rig, \.light, \.set, \.location]
    var improved = false
    for level in levels {
      var start = openers
      while start < order.count {
        let end = endOfRun(from: start, by: level)
        if end - start > ShotTour.longestRun, move(start..<end) { improved = true }
        start = end
      }
    }
    return improved
  }

  private func endOfRun(from start: Int, by level: KeyPath<ShootState, Int32>) -> Int {
    let value = ground.blocks[order[start]].state[keyPath: level]
    return order[start...].firstIndex { ground.blocks[$0].state[keyPath: level] != value }
      ?? order.count
  }

  /// Moves a run to where it saves most; false when it stands well.
  private mutating func move(_ run: Range<Int>) -> Bool {
    let (start, end) = (run.lowerBound, run.upperBound)
    let (first, last) = (order[start], order[end - 1])
    let (left, right) = (at(start - 1), at(end))
    let saved = ground.cost(left, first) + ground.cost(last, right) - ground.cost(left, right)
    guard saved > 0 else { return false }
    let (lowest, highest) = span(of: order[run])
    var best = (gap: -1, cost: saved)
    for gap in lowest...max(lowest, highest) where gap < start || gap > end {
      let (before, after) = (at(gap - 1), at(gap))
      let cost =
        ground.cost(before, first) + ground.cost(last, after) - ground.cost(before, after)
      if cost < best.cost { best = (gap, cost) }
    }
    guard best.gap >= 0 else { return false }
    let moved = Array(order[run])
    var changed = order
    changed.removeSubrange(run)
    changed.insert(contentsOf: moved, at: best.gap > start ? best.gap - moved.count : best.gap)
    take(changed)
    return true
  }

  // MARK: Turning

  /// Turns runs round where nothing in them must keep its order.
  private mutating func turnRuns() -> Bool {
    var improved = false
    var start = openers
    var walk = Walk(self)
    while start + 1 < order.count {
      if let end = bestTurn(from: start, walk) {
        var changed = order
        changed[start...end].reverse()
        take(changed)
        walk = Walk(self)
        improved = true
      } else {
        start += 1
      }
    }
    return improved
  }

  private func bestTurn(from start: Int, _ walk: Walk) -> Int? {
    let left = at(start - 1)
    var best: (end: Int, saved: Int)?
    var end = start + 1
    while end < walk.limits[start] {
      let right = at(end + 1)
      let now =
        ground.cost(left, order[start]) + walk.forward[end] - walk.forward[start]
        + ground.cost(order[end], right)
      let turned =
        ground.cost(left, order[end]) + walk.backward[end] - walk.backward[start]
        + ground.cost(order[start], right)
      if now - turned > best?.saved ?? 0 { best = (end, now - turned) }
      end += 1
    }
    return best?.end
  }

  /// Sums along an order, and how far a run from each place may be turned.
  private struct Walk {
    var forward: [Int] = [0]
    var backward: [Int] = [0]
    var limits: [Int]

    init(_ tour: ShotTour) {
      let order = tour.order
      for (a, b) in zip(order, order.dropFirst()) {
        forward.append(forward[forward.count - 1] + tour.ground.cost(a, b))
        backward.append(backward[backward.count - 1] + tour.ground.cost(b, a))
      }
      limits = Array(repeating: order.count, count: order.count + 1)
      for index in order.indices.reversed() {
        let near = tour.ground.rules.after[order[index]].map { tour.position[$0] }
          .filter { $0 > index }.min()
        limits[index] = min(limits[index + 1], near ?? order.count)
      }
    }
  }
}
