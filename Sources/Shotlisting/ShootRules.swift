internal import Model

/// What must be filmed before what, on which day, and what opens a day.
///
/// Blocks are numbered as they are listed. A product's blocks that spend the sample come after all
/// its others; people's wishes are added as long as they contradict nothing that stands.
struct ShootRules {
  /// For each block, those that must be filmed before it, and after it.
  private(set) var before: [[Int]]
  private(set) var after: [[Int]]
  /// For each block, its place among those that open their day.
  private(set) var openers: [Int?]
  /// For each block, the day that people have given it.
  private(set) var pinned: [Int?]
  /// For each block, the first and the last day on which it may be filmed.
  private(set) var earliest: [Int]
  private(set) var latest: [Int]

  static let never = Int.max

  init(blocks: [ShotBlock]) {
    before = Array(repeating: [], count: blocks.count)
    after = before
    openers = Array(repeating: nil, count: blocks.count)
    pinned = openers
    earliest = Array(repeating: 1, count: blocks.count)
    latest = Array(repeating: ShootRules.never, count: blocks.count)
    for group in Dictionary(grouping: blocks.indices, by: { blocks[$0].product }).values {
      let spending = group.filter { blocks[$0].destructive }
      for clean in group where !blocks[clean].destructive && !spending.isEmpty {
        after[clean] = spending
        for block in spending { before[block].append(clean) }
      }
    }
  }

  /// Whether people have asked for anything.
  var isFree: Bool {
    pinned.allSatisfy { $0 == nil } && openers.allSatisfy { $0 == nil } && !isTied
  }

  /// Whether people have put anything in an order.
  private(set) var isTied = false

  /// Puts one group of blocks before another; false when that cannot be.
  mutating func tie(_ first: [Int], before second: [Int]) -> Bool {
    guard Set(first).isDisjoint(with: second),
      reached(from: second, by: after).isDisjoint(with: first)
    else { return false }
    for block in first {
      let known = Set(after[block])
      let new = second.filter { !known.contains($0) }
      after[block] += new
      for other in new { before[other].append(block) }
    }
    isTied = true
    return true
  }

  mutating func open(with group: [Int], place: Int) {
    for block in group where openers[block] == nil { openers[block] = place }
  }

  /// Gives blocks a day; where that cannot be, answers the block that stands in the way.
  mutating func pin(_ group: [Int], to day: Int) -> Int? {
    let members = Set(group)
    let ahead = reached(from: group, by: before).subtracting(members)
    let behind = reached(from: group, by: after).subtracting(members)
    let own = members.filter { pinned[$0] ?? day != day }
    let obstacle =
      own.min() ?? ahead.filter { pinned[$0] ?? 0 > day }.min()
      ?? behind.filter { pinned[$0] ?? day < day }.min()
    if let obstacle { return obstacle }
    for block in group { pinned[block] = day }
    settleDays()
    return nil
  }

  /// Takes a pin off a block that found no room on its day, and sends it to later ones, with all
  /// that must follow it; answers the blocks that have lost their pin.
  mutating func unpin(_ block: Int) -> [Int] {
    guard let day = pinned[block] else { return [] }
    let behind = reached(from: [block], by: after).filter { pinned[$0] ?? .max <= day }
    let lost = [block] + behind.sorted()
    for other in lost { pinned[other] = nil }
    floors[block] = day + 1
    settleDays()
    return lost
  }

  private var floors: [Int: Int] = [:]

  /// Blocks before these, each after all that must come before it.
  func ancestors(of group: [Int]) -> [Int] { sorted(reached(from: group, by: before)) }

  /// In an order in which nothing comes before what it must follow; otherwise by number.
  func sorted(_ group: some Collection<Int>) -> [Int] {
    let members = Set(group)
    var waiting: [Int: Int] = [:]
    for block in members { waiting[block] = before[block].count { members.contains($0) } }
    var open = members.filter { waiting[$0] == 0 }.sorted()
    var result: [Int] = []
    var next = 0
    while next < open.count {
      let block = open[next]
      next += 1
      result.append(block)
      for other in after[block].sorted() where members.contains(other) {
        waiting[other, default: 0] -= 1
        if waiting[other] == 0 { open.append(other) }
      }
    }
    return result
  }

  private mutating func settleDays() {
    let order = sorted(earliest.indices)
    for block in order {
      let least = before[block].reduce(1) { max($0, earliest[$1]) }
      earliest[block] = max(least, pinned[block] ?? 1, floors[block] ?? 1)
    }
    for block in order.reversed() {
      let most = after[block].reduce(ShootRules.never) { min($0, latest[$1]) }
      latest[block] = min(most, pinned[block] ?? ShootRules.never)
    }
  }

  private func reached(from group: [Int], by links: [[Int]]) -> Set<Int> {
    var seen: Set<Int> = []
    var left = group
    while let block = left.popLast() {
      for other in links[block] where seen.insert(other).inserted { left.append(other) }
    }
    return seen
  }
}
