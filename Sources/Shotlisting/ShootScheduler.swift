internal import Model

/// Blocks in filming order, day by day.
struct ShootSchedule {
  /// Day 1 first; a day on which nothing is filmed is empty.
  var days: [[Int]] = []
  /// How many blocks open each day.
  var openers: [Int] = []
  /// Pinned blocks that found their day full, and that day.
  var crowdedOut: [(block: Int, day: Int)] = []
  /// Blocks that were to open their day and could not.
  var lateOpeners: Set<Int> = []
  /// Thousandths of a minute.
  var ticks = 0

  var worked: Int { days.count { !$0.isEmpty } }
}

/// Fills one day after the other, units in their order; what does not fit goes to the next.
struct ShootScheduler {
  private var ground: TourGround
  private let capacity: Int
  /// Whether a set is begun only on a day that holds all its work, or most of a day's.
  private let isPatient: Bool
  private var left: Set<Int>
  private var schedule = ShootSchedule()

  private static let sweeps = 3

  init(_ ground: TourGround, isPatient: Bool = false) {
    self.ground = ground
    self.isPatient = isPatient
    capacity = ShootClock.ticks(ground.clock.policy.dayMinutes)
    left = Set(ground.blocks.indices)
  }

  /// The same days, each as short as can be found.
  static func polished(_ schedule: ShootSchedule, on ground: TourGround) -> ShootSchedule {
    var polished = schedule
    polished.ticks = 0
    var spent: Set<Int> = []
    for (index, day) in schedule.days.enumerated() {
      var tour = ShotTour(
        ground: ground, spent: spent, day: day, openers: schedule.openers[index])
      tour.polish()
      spent = tour.spent
      polished.days[index] = tour.order
      polished.ticks += tour.ticks
    }
    return polished
  }

  /// Everything on the first day, or nil when it does not fit.
  func single() -> ShootSchedule? {
    let all = ground.rules.sorted(ground.blocks.indices)
    let shots = ground.blocks.reduce(0) { $0 + $1.ticks }
    guard shots <= capacity, ground.rules.earliest.allSatisfy({ $0 == 1 }) else { return nil }
    var tour = ShotTour(ground: ground, spent: [])
    for block in all { tour.insert(block) }
    tour.polish()
    guard tour.ticks <= capacity else { return nil }
    return ShootSchedule(
      days: [tour.order], openers: [tour.openers], lateOpeners: tour.lateOpeners,
      ticks: tour.ticks)
  }

  /// Everything, on as many days as it takes.
  mutating func run(_ units: [ShootUnit]) -> ShootSchedule {
    var units = units
    var spent: Set<Int> = []
    while !left.isEmpty {
      var tour = ShotTour(ground: ground, spent: spent)
      placePinned(&tour)
      for _ in 0..<ShootScheduler.sweeps {
        let before = tour.order.count
        fill(&tour, units)
        if tour.order.isEmpty { force(&tour, units) }
        if tour.order.count == before { break }
      }
      tour.improve()
      spent = tour.spent
      schedule.days.append(tour.order)
      schedule.openers.append(tour.openers)
      schedule.lateOpeners.formUnion(tour.lateOpeners)
      schedule.ticks += tour.ticks
      for index in units.indices { units[index].blocks.removeAll { !left.contains($0) } }
      units.removeAll { $0.blocks.isEmpty }
    }
    return schedule
  }

  private var day: Int { schedule.days.count + 1 }

  // MARK: One day

  /// What people have given this day goes first, with all that must come before it.
  private mutating func placePinned(_ tour: inout ShotTour) {
    let due = ground.rules.sorted(left.filter { ground.rules.latest[$0] <= day })
    for block in due where ground.rules.latest[block] <= day {
      let isFirst = tour.order.isEmpty
      if place([block], on: &tour) { continue }
      if isFirst, isOpen(block, with: []) {
        insert([block], into: &tour)
        continue
      }
      for pinned in due where ground.rules.pinned[pinned] == day && left.contains(pinned) {
        guard pinned == block || ground.rules.ancestors(of: [pinned]).contains(block) else {
          continue
        }
        let today = day
        schedule.crowdedOut += ground.rules.unpin(pinned).map { ($0, today) }
      }
    }
  }

  private mutating func fill(_ tour: inout ShotTour, _ units: [ShootUnit]) {
    for unit in units {
      let blocks = open(unit.blocks)
      guard !blocks.isEmpty, mayBegin(unit, blocks, on: tour, units) else { continue }
      if place(blocks, on: &tour) { continue }
      let core = open(unit.core)
      if !core.isEmpty, core.count < blocks.count { _ = place(core, on: &tour) }
    }
  }

  /// An empty day takes what it can of the first unit, and its first block whatever that takes.
  private mutating func force(_ tour: inout ShotTour, _ units: [ShootUnit]) {
    let unit = units.first { !open($0.blocks).isEmpty }
    for block in open(unit?.blocks ?? []) where isOpen(block, with: []) {
      if tour.order.isEmpty {
        insert([block], into: &tour)
      } else {
        _ = place([block], on: &tour)
      }
    }
  }

  /// Blocks that may be filmed on this day, each after what must come before it.
  private func open(_ blocks: [Int]) -> [Int] {
    let sorted = ground.rules.sorted(blocks.filter { left.contains($0) })
    var found: Set<Int> = []
    return sorted.filter { block in
      guard isOpen(block, with: found) else { return false }
      found.insert(block)
      return true
    }
  }

  private func isOpen(_ block: Int, with others: Set<Int>) -> Bool {
    left.contains(block) && ground.rules.earliest[block] <= day
      && ground.rules.before[block].allSatisfy { !left.contains($0) || others.contains($0) }
  }

  /// Puts blocks on the day if it holds them; false, and nothing changed, when not.
  private mutating func place(_ blocks: [Int], on tour: inout ShotTour) -> Bool {
    let own = Set(blocks)
    guard !blocks.isEmpty, blocks.allSatisfy({ isOpen($0, with: own) }) else { return false }
    let shots = blocks.reduce(0) { $0 + ground.blocks[$1].ticks }
    guard tour.shotTicks + shots <= capacity else { return false }
    if insert(blocks, intoRoomOf: &tour) { return true }
    guard !tour.isSettled else { return false }
    tour.improve()
    return insert(blocks, intoRoomOf: &tour)
  }

  private mutating func insert(_ blocks: [Int], intoRoomOf tour: inout ShotTour) -> Bool {
    var trial = tour
    for block in blocks { trial.insert(block) }
    guard trial.ticks <= capacity else { return false }
    tour = trial
    left.subtract(blocks)
    return true
  }

  private mutating func insert(_ blocks: [Int], into tour: inout ShotTour) {
    for block in blocks { tour.insert(block) }
    left.subtract(blocks)
  }

  /// Whether the day's rest is worth a set that it does not have yet.
  private func mayBegin(
    _ unit: ShootUnit, _ blocks: [Int], on tour: ShotTour, _ units: [ShootUnit]
  ) -> Bool {
    guard isPatient, let set = unit.set, let last = tour.order.last,
      !tour.order.contains(where: { ground.blocks[$0].state.set == set })
    else { return true }
    let rest = capacity - tour.ticks
    let opening = ground.cost(last, blocks[0])
    let work = units.filter { $0.set == set }.flatMap { open($0.blocks) }
      .reduce(0) { $0 + ground.blocks[$1].ticks }
    return opening + work <= rest || rest >= 4 * opening
  }
}
