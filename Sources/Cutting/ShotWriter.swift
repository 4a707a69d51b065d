import Foundation
import Model
import Timing

/// Writes a cut down as the timeline's shots, each with its reason.
struct ShotWriter {
  let policy: CutPolicy
  let request: CutRequest
  let plan: PicturePlanner.Plan

  private var rate: FrameRate { request.platform.rate }

  func shots() -> [TimelineShot] {
    var photos = 0
    var shots: [TimelineShot] = []
    let reasons = CutReason(plan: plan, rate: rate)
    for (index, step) in plan.steps.enumerated() {
      if plan.options[step.option].photo != nil { photos += 1 }
      shots.append(
        shot(step, inwards: photos % 2 == 1, reason: reasons.text(step, at: index)))
    }
    return shots
  }

  /// Wanted shots that there is no take of; a slideshow's pictures are meant to be photos.
  var missing: [String] {
    var found: [String] = []
    for wanted in plan.slots.flatMap(\.wanted) where !wanted.isThere && !found.contains(wanted.id) {
      let shot = plan.shelf.shot(wanted.id)
      if shot.map({ $0.must || $0.rig != "photo" }) ?? true { found.append(wanted.id) }
    }
    return found
  }

  private func shot(_ step: CutStep, inwards: Bool, reason: String) -> TimelineShot {
    let option = plan.options[step.option]
    let range = TimeRange(
      start: Time(frames: step.range.lowerBound, at: rate),
      duration: Time(frames: step.range.count, at: rate))
    let source = TimeRange(
      start: Time(frames: step.source.lowerBound, at: rate), duration: range.duration * step.speed)
    let sound = option.shot.map { !$0.sound.isEmpty } ?? false
    let slot = slot(of: step)
    return TimelineShot(
      shot: option.shotID ?? name(slot, option), take: option.take?.id,
      kind: option.take == nil ? .photo : .take,
      file: option.take?.file ?? option.photo?.file ?? "",
      source: option.take == nil ? TimeRange(start: .zero, duration: range.duration) : source,
      range: range, beat: step.beat, framing: framing(step, option, inwards),
      keepsSound: sound && step.speed == 1 && option.take?.facts.audio == true, speed: step.speed,
      reason: reason)
  }

  private func slot(of step: CutStep) -> CutSlot? { plan.slots.first { $0.beat == step.beat } }

  /// What a picture without a shot of its own stands for.
  private func name(_ slot: CutSlot?, _ option: PictureOption) -> String {
    slot?.wanted.first { !$0.isThere }?.id ?? (option.photo == nil ? "" : "photo")
  }

  private func framing(_ step: CutStep, _ option: PictureOption, _ inwards: Bool) -> FramingPlan {
    if let photo = option.photo {
      return FramingPlan(
        fit: fit(photo.width, photo.height, beyond: policy.containPhotosBeyond),
        zoomFrom: inwards ? 1 : policy.push, zoomTo: inwards ? policy.push : 1)
    }
    let facts = option.take?.facts
    var framing = FramingPlan(
      fit: fit(facts?.width ?? 0, facts?.height ?? 0, beyond: policy.containClipsBeyond))
    if step.isCloser {
      (framing.zoomFrom, framing.zoomTo) = (policy.punchIn, policy.punchIn)
    } else if isPushed(step, option) {
      framing.zoomTo = policy.push
    }
    return framing
  }

  /// Details that were filmed locked are pushed into slowly, where the source is fine enough.
  private func isPushed(_ step: CutStep, _ option: PictureOption) -> Bool {
    guard let shot = option.shot, option.canClose, !option.talks else { return false }
    return policy.closer.locked.contains(shot.movement)
      && policy.closer.pushSizes.contains(shot.size)
      && step.range.count >= Time(decimal: 1.2).frames(at: rate)
  }

  private func fit(_ width: Int, _ height: Int, beyond limit: Double) -> FramingPlan.Fit {
    let canvas = request.platform.canvas
    let source = Double(max(1, width)) / Double(max(1, height))
    let target = Double(canvas.width) / Double(canvas.height)
    return max(source / target, target / source) > limit ? .contain : .fill
  }
}
