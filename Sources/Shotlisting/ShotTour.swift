internal import Model

/// Finds a short way through all blocks: nearest neighbour first, then runs of blocks are moved as
/// long as that saves minutes.
///
/// A product's destructive blocks come after its others. Equal costs keep the blocks' order.
struct ShotTour {
  private let blocks: [ShotBlock]
  /// Minutes of the change from one block to another; row 0 is the empty studio.
  private let costs: [[Double]]
  /// For each block, those of its product that have to stand on its other side.
  private let kin: [[Int]]

  /// Runs of up to this many blocks are moved at once.
  private static let longestRun = 12
  private static let passes = 20

  init(blocks: [ShotBlock], clock: ShootClock) {
    self.blocks = blocks
    let products = Dictionary(grouping: blocks.indices, by: { blocks[$0].sku })
    kin = blocks.map { block in
      (products[block.sku] ?? []).filter { blocks[$0].destructive != block.destructive }
    }
    costs =
      [blocks.map { clock.changeover(from: nil, to: $0.shots[0]) }]
      + blocks.map { from in
        blocks.map { clock.changeover(from: from.shots[from.shots.count - 1], to: $0.shots[0]) }
      }
  }

  /// Indices of blocks in filming order.
  func order() -> [Int] {
    var tour = nearestNeighbour()
    for _ in 0..<ShotTour.passes where improve(&tour) {}
    return tour
  }

  private func cost(_ from: Int?, _ to: Int?) -> Double {
    guard let to else { return 0 }
    return costs[from.map { $0 + 1 } ?? 0][to]
  }

  private func nearestNeighbour() -> [Int] {
    var left = Array(blocks.indices)
    var waiting = blocks.indices.map { blocks[$0].destructive ? kin[$0].count : 0 }
    var tour: [Int] = []
    while !left.isEmpty {
      let open = left.filter { waiting[$0] == 0 }
      let next = open.min { cost(tour.last, $0) < cost(tour.last, $1) } ?? left[0]
      tour.append(next)
      left.removeAll { $0 == next }
      for other in kin[next] where blocks[other].destructive { waiting[other] -= 1 }
    }
    return tour
  }

  /// Moves one run to where it saves most, for every run; false when nothing was to be saved.
  private func improve(_ tour: inout [Int]) -> Bool {
    var improved = false
    for length in 1...ShotTour.longestRun where length < tour.count {
      var start = 0
      while start + length <= tour.count {
        if let target = bestTarget(of: start..<start + length, in: tour) {
          let run = Array(tour[start..<start + length])
          tour.removeSubrange(start..<start + length)
          tour.insert(contentsOf: run, at: target)
          improved = true
        }
        start += 1
      }
    }
    return improved
  }

  /// Where in the tour without it a run would save most, or nil when it stands well.
  private func bestTarget(of run: Range<Int>, in tour: [Int]) -> Int? {
    let (first, last) = (tour[run.lowerBound], tour[run.upperBound - 1])
    let rest = Array(tour[..<run.lowerBound] + tour[run.upperBound...])
    func at(_ index: Int) -> Int? { rest.indices.contains(index) ? rest[index] : nil }
    func added(_ place: Int) -> Double {
      cost(at(place - 1), first) + cost(last, at(place)) - cost(at(place - 1), at(place))
    }
    let (lowest, highest) = span(of: tour[run], in: rest)
    guard lowest <= highest else { return nil }
    var best: (place: Int, cost: Double)?
    let now = added(run.lowerBound)
    for place in lowest...highest where added(place) < min(now, best?.cost ?? now) - 1e-9 {
      best = (place, added(place))
    }
    return best?.place
  }

  /// The places at which a run breaks no precedence.
  private func span(of run: ArraySlice<Int>, in rest: [Int]) -> (lowest: Int, highest: Int) {
    var (lowest, highest) = (0, rest.count)
    // Only blocks of the run's own products can be in its way.
    for own in run {
      for other in kin[own] where !run.contains(other) {
        guard let place = rest.firstIndex(of: other) else { continue }
        if blocks[own].destructive {
          lowest = max(lowest, place + 1)
        } else {
          highest = min(highest, place)
        }
      }
    }
    return (lowest, highest)
  }
}
