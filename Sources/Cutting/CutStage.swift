public import Model
import Timing

/// Script and takes → timeline: of all ways to fill the beats, the one that costs least by the
/// policy, with words, music and transitions.
///
/// Where no take exists another picture stands in; shots without one are named in
/// `Timeline.missing`.
public struct CutStage: Stage {
  /// Grows when equal scripts and takes make other timelines.
  public static let version = 6

  let policy: CutPolicy
  let effort: CutEffort

  /// - Parameter effort: How hard the cut is looked for.
  public init(policy: CutPolicy, effort: CutEffort = CutEffort()) {
    self.policy = policy
    self.effort = effort
  }

  /// - Throws: `CutError` when there is neither a take nor a photo of the product.
  public func run(_ request: CutRequest) throws -> Timeline {
    guard !request.takes.isEmpty || !request.photos.isEmpty else {
      throw CutError(
        code: .noPictures,
        message: "'\(request.script.sku)' has no take and no photo: film it, or put pictures into "
          + "photos/\(request.script.sku.slug)/")
    }
    guard request.script.platforms.contains(request.platform.id) else {
      throw CutError(
        code: .notForPlatform,
        message: "script '\(request.script.id)' is not written for '\(request.platform.id)'")
    }
    let sound = SoundPlanner(policy: policy, request: request)
    let (beats, music) = BeatTiming(policy: policy, request: request).timed(with: sound.track)
    let plan = PicturePlanner(policy: policy, request: request, music: music, effort: effort)
      .plan(beats)
    let writer = ShotWriter(policy: policy, request: request, plan: plan)
    let placed = TransitionPlanner(policy: policy, request: request).placed(on: writer.shots())
    let framed = ShotReframer(policy: policy.framing, request: request).framed(placed)
    let shots = ColorMatcher(policy: policy.framing, request: request).matched(framed)
    let layers = LayerPlanner(policy: policy, request: request).layers(over: beats)
    return Timeline(
      id: request.draftID, script: request.script.id, sku: request.script.sku,
      platform: request.platform.id, canvas: request.platform.canvas, rate: request.platform.rate,
      shots: shots, layers: layers, sound: sound.plan(beats: beats, shots: shots, music: music),
      cover: CoverPlanner(request: request).plan(shots), missing: writer.missing)
  }

  /// What the cut of a request costs by the policy; for comparing ways to look for it.
  public func cost(of request: CutRequest) -> Double {
    let track = SoundPlanner(policy: policy, request: request).track
    let (beats, music) = BeatTiming(policy: policy, request: request).timed(with: track)
    return PicturePlanner(policy: policy, request: request, music: music, effort: effort)
      .plan(beats).cost
  }
}
