import Model
import Shotlisting

/// Minutes below which no plan of the same shots can be, however it is ordered.
///
/// Every set is built and every rig put up once at least, and once a day at least; a product comes to
/// each of its rigs once; each garment is put on and each model made up once. Lenses, lights and the
/// way between locations beyond a set's own minutes are left out, so no plan can be this short.
struct ShootBound {
  let minutes: Double

  init(_ shots: [ListedShot], _ policy: ShootPolicy, _ bill: ShootBill) {
    let cost = policy.changeover
    func kinds(_ key: (ListedShot) -> String) -> Int {
      Set(shots.map(key)).subtracting([""]).count
    }
    let rigs = kinds(\.rig)
    // Each product on each rig is reached once; a rig's first one by its rig, the others by a change
    // of product or, where it is worn, of outfit.
    let stops = Set(shots.map { [$0.rig, $0.sku] }).count
    let worn = Set(shots.filter { !$0.stand.outfit.isEmpty }.map(\.stand.outfit)).count
    let swap = min(cost.product, cost.outfit, cost.rig)
    let garments = Double(worn) * max(0, cost.outfit - swap)
    let models = Double(kinds(\.stand.model)) * cost.model
    let sets = kinds(\.stand.set)
    let fixed = bill.filming + (bill.changes[.sample] ?? 0) + garments + models
    func least(days: Int) -> Double {
      let ups = max(rigs, days)
      return fixed + Double(max(sets, days)) * min(cost.set, cost.location)
        + Double(ups) * cost.rig + Double(max(0, stops - ups)) * swap
    }
    let days = policy.dayMinutes > 0 ? (least(days: 1) / policy.dayMinutes).rounded(.up) : 1
    minutes = least(days: Int(max(1, min(days, 1e6))))
  }
}
