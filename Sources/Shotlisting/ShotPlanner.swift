internal import Diagnostics
public import Model

/// Turns scripts into a shoot's shot list: the same picture is filmed once, what is built once is
/// used for all that needs it, and days hold no more than they can.
public struct ShotPlanner: Sendable {
  /// Changes when equal input makes another list, or a list with other fields.
  public static let version = 3

  public var policy: ShootPolicy
  /// Four characters that tell this workspace's slates from others'.
  public var workspace: String

  public init(policy: ShootPolicy, workspace: String) {
    self.policy = policy
    self.workspace = workspace
  }

  /// Plans the whole shoot.
  ///
  /// A product's destructive shots come after all its others, whatever day they fall on. The order
  /// depends on the input and the policy alone; ties keep the scripts' order.
  /// - Complexity: O(blocks²) a day and round, where a block is the shots of one product between
  ///   which nothing changes.
  public func plan(_ input: ShootInput) -> ShootPlan {
    let gathered = ShotGathering(input, policy: policy, workspace: workspace)
    let clock = ShootClock(policy: policy)
    let walk = ShootWalk(shots: gathered.shots, clock: clock)
    var wishes = ShootWishes(input.edits, known: gathered.known)
    let blocks = ShotBlock.blocks(
      of: gathered.shots, states: walk.states, clock: clock,
      alone: wishes.alone(among: gathered.shots))
    var rules = ShootRules(blocks: blocks)
    wishes.add(to: &rules, blocks: blocks, shots: gathered.shots)
    let ground = TourGround(blocks: blocks, rules: rules, clock: clock)
    let schedule = ShootScheduler.polished(best(ground), on: ground)
    wishes.add(schedule, rules: rules, blocks: blocks, shots: gathered.shots)

    let plain = walk.scriptOrder()
    var days = schedule.days.map { $0.flatMap { blocks[$0].shots } }
    if rules.isFree, walk.bill(plain).minutes < walk.bill(days).minutes { days = plain }
    let named = wishes.named
    let shots = gathered.shots.map { shot in
      var shot = shot
      shot.pinned = named.contains(shot.id) || named.contains("sku:" + shot.sku)
      return shot
    }
    let writer = ShotListWriter(walk: walk, shots: shots, policy: policy)
    return ShootPlan(
      list: writer.list(days, plain: plain, date: input.date, dropped: gathered.dropped),
      bill: walk.bill(days), plainBill: walk.bill(plain), findings: wishes.findings)
  }

  /// The strictest order of priority that costs no day, or the one that the policy asks for.
  private func best(_ ground: TourGround) -> ShootSchedule {
    if ground.blocks.isEmpty { return ShootSchedule() }
    if let day = ShootScheduler(ground).single() { return day }
    func schedule(_ overflow: ShootPolicy.Overflow, isPatient: Bool = false) -> ShootSchedule {
      var scheduler = ShootScheduler(ground, isPatient: isPatient)
      return scheduler.run(ShootUnit.units(ground, by: overflow))
    }
    func bySet() -> ShootSchedule {
      let (eager, patient) = (schedule(.set), schedule(.set, isPatient: true))
      let isBetter = (patient.worked, patient.ticks) < (eager.worked, eager.ticks)
      return isBetter ? patient : eager
    }
    switch policy.overflow {
    case .must, .product: return schedule(policy.overflow)
    case .set: return bySet()
    case .fewestDays:
      let all = [schedule(.must), schedule(.product), bySet()]
      let fewest = all.map(\.worked).min() ?? 0
      return all.first { $0.worked == fewest } ?? all[0]
    }
  }
}
