internal import Model

/// Writes planned days down as a shot list.
struct ShotListWriter {
  let walk: ShootWalk
  let shots: [ListedShot]
  let policy: ShootPolicy

  func list(
    _ days: [[Int]], plain: [[Int]], date: String, dropped: [ShotList.DroppedShot]
  ) -> ShotList {
    let calendar = ShootCalendar(first: date, workdays: policy.workdays)
    var setups: [ShotList.Setup] = []
    var listed: [ShotList.Day] = []
    for (index, steps) in walk.steps(days).enumerated() where !steps.isEmpty {
      let day = index + 1
      setups += self.setups(steps, day: day)
      listed.append(
        .init(
          day: day, date: calendar.date(ofDay: day), shots: steps.count,
          minutes: ShootClock.minutes(steps.reduce(0) { $0 + $1.ticks })))
    }
    let minutes = walk.steps(days).joined().reduce(0) { $0 + $1.ticks }
    let inOrder = walk.steps(plain).joined().reduce(0) { $0 + $1.ticks }
    return ShotList(
      date: date, setups: setups,
      totals: .init(
        shots: listed.reduce(0) { $0 + $1.shots }, minutes: ShootClock.minutes(minutes),
        minutesInScriptOrder: ShootClock.minutes(inOrder)),
      days: listed, dropped: dropped)
  }

  /// A setup ends where rig, light or set change.
  private func setups(_ steps: [ShootWalk.Step], day: Int) -> [ShotList.Setup] {
    var setups: [ShotList.Setup] = []
    var (now, ticks) = (0, 0)
    for step in steps {
      let isNew = !step.changes.isDisjoint(with: [.location, .set, .light, .rig])
      if isNew || setups.isEmpty {
        let rig = policy.rig(shots[step.shot].rig)
        setups.append(
          .init(
            name: "\(rig.nameZh) \(rig.name)", day: day, start: ShootClock.minutes(now),
            minutes: 0, shots: []))
        ticks = 0
      }
      now += step.ticks
      ticks += step.ticks
      setups[setups.count - 1].shots.append(shots[step.shot])
      setups[setups.count - 1].minutes = ShootClock.minutes(ticks)
    }
    return setups
  }
}
