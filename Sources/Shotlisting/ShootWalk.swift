internal import Model

/// Walks through days of shots as a crew does, and notes what each shot and each change takes.
struct ShootWalk {
  let shots: [ListedShot]
  let states: [ShootState]
  let clock: ShootClock

  init(shots: [ListedShot], clock: ShootClock) {
    var numbers = ShootNumbers()
    self.shots = shots
    self.clock = clock
    states = shots.map { numbers.state(of: $0) }
  }

  /// One shot on its way: what is changed before it, and how long both take.
  struct Step {
    let shot: Int
    let changes: ShootChanges
    /// Thousandths of a minute.
    let change: Int
    let filming: Int

    var ticks: Int { change + filming }
  }

  /// Each day begins with nothing built; a sample that was spent is replaced before its next shot.
  func steps(_ days: [[Int]]) -> [[Step]] {
    var spent: Set<String> = []
    return days.map { day in
      var last: Int?
      return day.map { shot in
        let step = step(from: last, to: shot, spent: spent)
        spent.remove(shots[shot].sku)
        if shots[shot].destructive { spent.insert(shots[shot].sku) }
        last = shot
        return step
      }
    }
  }

  private func step(from last: Int?, to shot: Int, spent: Set<String>) -> Step {
    var changes = last.map { states[$0].changes(to: states[shot]) } ?? states[shot].opening
    if spent.contains(shots[shot].sku) { changes.insert(.sample) }
    return Step(
      shot: shot, changes: changes, change: clock.ticks(of: changes),
      filming: clock.ticks(of: shots[shot]))
  }

  /// Minutes by what they are spent on.
  func bill(_ days: [[Int]]) -> ShootBill {
    var filming = 0
    var changes: [ShootChange: Int] = [:]
    for step in steps(days).joined() {
      filming += step.filming
      for change in step.changes.all {
        changes[change, default: 0] += ShootClock.ticks(clock.policy.changeover.minutes(of: change))
      }
    }
    return ShootBill(
      filming: ShootClock.minutes(filming),
      changes: changes.filter { $0.value > 0 }.mapValues(ShootClock.minutes))
  }

  /// The shots script by script, cut into days that hold what they can.
  ///
  /// A product's destructive shots come after its others here too: nobody films them otherwise.
  func scriptOrder() -> [[Int]] {
    var clean = Dictionary(
      shots.filter { !$0.destructive }.map { ($0.sku, 1) }, uniquingKeysWith: +)
    var held: [String: [Int]] = [:]
    var order: [Int] = []
    for (index, shot) in shots.enumerated() {
      if shot.destructive, clean[shot.sku] ?? 0 > 0 {
        held[shot.sku, default: []].append(index)
        continue
      }
      order.append(index)
      guard !shot.destructive else { continue }
      clean[shot.sku, default: 0] -= 1
      if clean[shot.sku] == 0 { order += held.removeValue(forKey: shot.sku) ?? [] }
    }
    return cut(order)
  }

  private func cut(_ order: [Int]) -> [[Int]] {
    let capacity = ShootClock.ticks(clock.policy.dayMinutes)
    var days: [[Int]] = []
    var spent: Set<String> = []
    var used = 0
    for shot in order {
      var step = step(from: days.last?.last, to: shot, spent: spent)
      if days.isEmpty || used + step.ticks > capacity {
        step = self.step(from: nil, to: shot, spent: spent)
        days.append([])
        used = 0
      }
      days[days.count - 1].append(shot)
      used += step.ticks
      spent.remove(shots[shot].sku)
      if shots[shot].destructive { spent.insert(shots[shot].sku) }
    }
    return days
  }
}
