internal import Model

/// Tells how long shots and the changes between them take.
struct ShootClock {
  let policy: ShootPolicy

  /// Minutes of one shot, without the change before it.
  func minutes(of shot: ListedShot) -> Double {
    let rig = policy.rig(shot.rig)
    var minutes = rig.shot + rig.sentence * Double(ShootClock.sentences(in: shot.line))
    if !policy.lockedMovements.contains(shot.movement) { minutes += policy.extra.moving }
    if isClose(shot) { minutes += policy.extra.close }
    if shot.destructive { minutes += policy.extra.destructive }
    return minutes
  }

  /// Minutes between two shots; from nothing, the set and the rig are built.
  func changeover(from last: ListedShot?, to next: ListedShot) -> Double {
    let rig = policy.rig(next.rig)
    guard let last else { return policy.changeover.set + policy.changeover.rig }
    let before = policy.rig(last.rig)
    var minutes = 0.0
    if before.set != rig.set { minutes += policy.changeover.set }
    if before.id != rig.id { minutes += policy.changeover.rig }
    if isClose(last) != isClose(next) { minutes += policy.changeover.lens }
    if last.sku != next.sku { minutes += policy.changeover.product }
    return minutes
  }

  /// Minutes of shots in the order given, with a fresh sample wherever one was spent before.
  func minutes(of shots: [ListedShot]) -> Double {
    var total = 0.0
    var last: ListedShot?
    var spent = Set<String>()
    for shot in shots {
      total += changeover(from: last, to: shot) + minutes(of: shot)
      if spent.contains(shot.sku), !shot.destructive {
        total += policy.changeover.sample
        spent.remove(shot.sku)
      }
      if shot.destructive { spent.insert(shot.sku) }
      last = shot
    }
    return total
  }

  func isClose(_ shot: ListedShot) -> Bool { policy.closeSizes.contains(shot.size) }

  private static func sentences(in line: String) -> Int {
    line.isEmpty ? 0 : max(1, line.filter { "。！？!?.；;".contains($0) }.count)
  }
}
