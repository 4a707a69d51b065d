internal import Model

/// Shots of one product on one rig that are filmed in one go.
struct ShotBlock {
  let sku: String
  let rig: String
  let destructive: Bool
  /// Wide shots first, so that the lens is changed once.
  let shots: [ListedShot]

  /// Parts shots into blocks; blocks stand in the order of the policy's rigs, then of the scripts.
  static func blocks(of shots: [ListedShot], policy: ShootPolicy) -> [ShotBlock] {
    struct Key: Hashable {
      let sku: String
      let rig: String
      let destructive: Bool
    }
    let clock = ShootClock(policy: policy)
    var order: [Key] = []
    var groups: [Key: [ListedShot]] = [:]
    for shot in shots {
      let key = Key(sku: shot.sku, rig: shot.rig, destructive: shot.destructive)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(shot)
    }
    let ranks = Dictionary(
      policy.rigs.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    func rank(_ item: (offset: Int, element: Key)) -> (Int, String, Int) {
      (ranks[item.element.rig] ?? policy.rigs.count, item.element.rig, item.offset)
    }
    let sorted = order.enumerated().sorted { rank($0) < rank($1) }
    return sorted.map { _, key in
      let group = groups[key] ?? []
      let wide = group.filter { !clock.isClose($0) }
      let close = group.filter(clock.isClose)
      return ShotBlock(
        sku: key.sku, rig: key.rig, destructive: key.destructive, shots: wide + close)
    }
  }
}
