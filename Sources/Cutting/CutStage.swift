public import Model
import Timing

/// Script and takes → timeline: each beat gets its best pictures, words and sound.
///
/// Where no take exists a photo stands in; shots without one are named in `Timeline.missing`.
public struct CutStage: Stage {
  let policy: CutPolicy

  public init(policy: CutPolicy) { self.policy = policy }

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
    let beats = BeatTiming(policy: policy).ranges(for: request)
    var editor = PictureEditor(policy: policy, request: request)
    let cut = ShotReframer(policy: policy.framing, request: request).framed(editor.cut(beats))
    let shots = ColorMatcher(policy: policy.framing, request: request).matched(cut)
    let layers = LayerPlanner(policy: policy, request: request).layers(over: beats)
    return Timeline(
      id: request.draftID, script: request.script.id, sku: request.script.sku,
      platform: request.platform.id, canvas: request.platform.canvas, rate: request.platform.rate,
      shots: shots, layers: layers,
      sound: SoundPlanner(policy: policy, request: request).plan(beats: beats, shots: shots),
      cover: cover(shots, request), missing: editor.missing)
  }

  /// The middle of the first revealing picture, where the product is whole.
  private func cover(_ shots: [TimelineShot], _ request: CutRequest) -> CoverPlan {
    let beats = request.script.beats
    let hero =
      shots.first { $0.beat < beats.count && beats[$0.beat].role == .reveal } ?? shots[0]
    let middle = hero.range.start + hero.range.duration * Rational(1, 2)
    let words = request.script.post[request.platform.id]?.coverText ?? ""
    return CoverPlan(at: middle.snapped(to: request.platform.rate), text: words)
  }
}
