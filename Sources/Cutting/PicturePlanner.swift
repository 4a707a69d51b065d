import Model
import Timing

/// Gives every beat its pictures by searching for the cheapest cut.
///
/// The body is cut before the hook, so that it is the same whichever hook opens; both are cut as one
/// only where the hook would otherwise find nothing.
struct PicturePlanner {
  let policy: CutPolicy
  let request: CutRequest
  let music: MusicGrid
  let effort: CutEffort

  /// A cut with all that it was chosen by.
  struct Plan {
    var steps: [CutStep]
    var slots: [CutSlot]
    var options: [PictureOption]
    var shelf: PictureShelf
    var prices: CutPrices
    var cost: Double
  }

  private var rate: FrameRate { request.platform.rate }

  func plan(_ beats: [TimeRange]) -> Plan {
    let roles = request.script.beats.map(\.role)
    let opening = roles.prefix { $0 == .hook }.count
    let hook = opening < beats.count ? opening : 0
    let shelf = PictureShelf(policy: policy, request: request)
    let parts = Parts(
      shelf: shelf, beats: beats, hook: hook, options: shelf.options(seed: seed(hook)))
    return apart(parts, repeats: false) ?? whole(parts) ?? apart(parts, repeats: true)
      ?? Plan(
        steps: [], slots: [], options: parts.options, shelf: shelf,
        prices: prices(beats, from: hook), cost: 0)
  }

  private struct Parts {
    let shelf: PictureShelf
    let beats: [TimeRange]
    /// Number of beats that open.
    let hook: Int
    let options: [PictureOption]
  }

  /// Bodies that say the same share it, whatever opens them and wherever they are shown.
  private func seed(_ hook: Int) -> String {
    request.script.beats.dropFirst(hook).map { $0.shots.joined(separator: ",") }
      .joined(separator: ";")
  }

  private func apart(_ parts: Parts, repeats: Bool) -> Plan? {
    let body = parts.hook..<parts.beats.count
    let bodySlots = slots(parts, body, reserved: parts.shelf.hookShots)
    let bodyPrices = prices(parts.beats, from: parts.hook)
    var search = CutSearch(
      cost: bodyPrices, slots: bodySlots, options: parts.options, effort: effort, repeats: repeats)
    guard let found = search.best() else { return nil }
    guard parts.hook > 0 else {
      return Plan(
        steps: found.steps, slots: bodySlots, options: parts.options, shelf: parts.shelf,
        prices: bodyPrices, cost: found.cost)
    }
    let hookSlots = slots(parts, 0..<parts.hook, reserved: asked(in: body))
    let hookPrices = prices(parts.beats, from: 0)
    var opening = CutSearch(
      cost: hookPrices, slots: hookSlots, options: parts.options, effort: effort,
      taken: found.steps, repeats: repeats)
    guard let first = opening.best() else { return nil }
    return Plan(
      steps: first.steps + found.steps, slots: hookSlots + bodySlots, options: parts.options,
      shelf: parts.shelf, prices: hookPrices, cost: first.cost + found.cost)
  }

  /// Hook and body in one search.
  private func whole(_ parts: Parts) -> Plan? {
    guard parts.hook > 0 else { return nil }
    let all = slots(parts, 0..<parts.beats.count, reserved: [])
    let prices = prices(parts.beats, from: 0)
    var search = CutSearch(cost: prices, slots: all, options: parts.options, effort: effort)
    guard let found = search.best() else { return nil }
    return Plan(
      steps: found.steps, slots: all, options: parts.options, shelf: parts.shelf, prices: prices,
      cost: found.cost)
  }

  private func slots(_ parts: Parts, _ beats: Range<Int>, reserved: Set<String>) -> [CutSlot] {
    let planner = SlotPlanner(
      policy: policy, request: request, shelf: parts.shelf, options: parts.options, music: music)
    return planner.slots(beats, over: parts.beats, reserved: reserved.union(asked(in: beats)))
  }

  private func asked(in beats: Range<Int>) -> Set<String> {
    Set(request.script.beats[beats].flatMap(\.shots))
  }

  /// A body is reckoned to stand behind a hook of two seconds and a half.
  private func prices(_ beats: [TimeRange], from hook: Int) -> CutPrices {
    let by = policy.rhythm.productBy
    let start = hook > 0 && hook < beats.count ? beats[hook].start : .zero
    let limit = hook > 0 ? start + Time(decimal: max(0, by - 2.5)) : Time(decimal: by)
    return CutPrices(
      policy: policy, rate: rate, music: music, productBy: limit.frames(at: rate))
  }
}
