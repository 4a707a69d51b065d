public import Model
internal import Timing

/// Turns scripts into a day's shot list: the same picture is filmed once, and what is built once is
/// used for all that needs it.
public struct ShotPlanner: Sendable {
  public var policy: ShootPolicy
  /// Four characters that tell this workspace's slates from others'.
  public var workspace: String

  public init(policy: ShootPolicy, workspace: String) {
    self.policy = policy
    self.workspace = workspace
  }

  /// Lists the shots of all scripts in an order that needs few changes.
  ///
  /// A product's destructive shots come after all its others. The order depends on the scripts
  /// and the policy alone; ties keep the scripts' order.
  /// - Parameters:
  ///   - titles: Products' short names by SKU; a SKU stands for itself where none is given.
  ///   - date: ISO date of the shoot, or empty.
  /// - Complexity: O(blocks³) at most, where a block is the shots of one product on one rig.
  public func plan(scripts: [Script], titles: [String: String], date: String) -> ShotList {
    let shots = gathered(scripts, titles: titles)
    let clock = ShootClock(policy: policy)
    let blocks = ShotBlock.blocks(of: shots, policy: policy)
    let order = ShotTour(blocks: blocks, clock: clock).order()
    let planned = order.flatMap { blocks[$0].shots }
    return ShotList(
      date: date, setups: setups(of: planned, clock: clock),
      totals: .init(
        shots: planned.count, minutes: clock.minutes(of: planned),
        minutesInScriptOrder: clock.minutes(of: shots)))
  }

  /// Every shot once, in the order in which the scripts ask for it.
  private func gathered(_ scripts: [Script], titles: [String: String]) -> [ListedShot] {
    var places: [ShotKey: Int] = [:]
    var shots: [ListedShot] = []
    for script in scripts {
      for shot in script.shots where !policy.unfilmed.contains(shot.rig) {
        let key = ShotKey(sku: script.sku, id: shot.id)
        if let place = places[key] {
          shots[place].join(shot, of: script)
        } else {
          places[key] = shots.count
          shots.append(listed(shot, of: script, title: titles[script.sku]))
        }
      }
    }
    return shots
  }

  private func listed(_ shot: Shot, of script: Script, title: String?) -> ListedShot {
    let beat = script.beats.indices.contains(shot.beat) ? script.beats[shot.beat] : nil
    return ListedShot(
      shot: shot, sku: script.sku, product: title ?? script.sku, scripts: [script.id],
      payload: SlatePayload(workspace: workspace, shotID: shot.id).text, line: beat?.voice ?? "",
      caption: beat?.caption ?? "", locale: script.locale)
  }

  private func setups(of shots: [ListedShot], clock: ShootClock) -> [ShotList.Setup] {
    var setups: [ShotList.Setup] = []
    var now = 0.0
    var last: ListedShot?
    for shot in shots {
      let minutes = clock.changeover(from: last, to: shot) + clock.minutes(of: shot)
      if last?.rig != shot.rig {
        let rig = policy.rig(shot.rig)
        setups.append(
          .init(name: "\(rig.nameZh) \(rig.name)", start: now, minutes: 0, shots: []))
      }
      setups[setups.count - 1].shots.append(shot)
      setups[setups.count - 1].minutes += minutes
      now += minutes
      last = shot
    }
    return setups
  }
}

/// One picture of one product.
private struct ShotKey: Hashable {
  let sku: String
  let id: String
}

extension ListedShot {
  /// Takes over what another script wants of the same picture.
  fileprivate mutating func join(_ shot: Shot, of script: Script) {
    if !scripts.contains(script.id) { scripts.append(script.id) }
    duration = max(duration, shot.duration)
    must = must || shot.must
    destructive = destructive || shot.destructive
    props += shot.props.filter { !props.contains($0) }
  }
}
