import Drawing
import Foundation
import Media
import Model
import Timing

/// Films one take of a scene, picture by picture.
struct TakeFilmer {
  private let plan: TakePlan
  private let scene: Scene
  private let path: CameraPath
  private let slate: Layer?
  private let mark: Layer?
  private let unit: Double
  private let phase: Double

  /// - Throws: `DrawingError` when a card cannot be drawn.
  init(_ plan: TakePlan, scene: Scene, seed: UInt64) throws {
    self.plan = plan
    self.scene = scene
    var random = SeededGenerator(seed: seed, "\(plan.shot.id) take \(plan.take)")
    phase = random.number(in: 0...6)
    let unrest = plan.fault == .shake ? 13 : plan.rank == .best ? 0.8 : random.number(in: 1.2...2.4)
    path = CameraPath(
      plan.shot.movement, width: Double(scene.width), unrest: unrest, random: &random)
    let unit = Double(min(scene.width, scene.height)) / 720
    self.unit = unit
    let skin = scene.look.skin
    slate =
      plan.slate == .none
      ? nil
      : try SlateCard.slate(plan, unit: unit, blur: plan.slateReadable ? 0 : 16 * unit, skin: skin)
    let workspace = SlatePayload(text: plan.shot.payload)?.workspace ?? ""
    mark = try plan.mark.map {
      try SlateCard.mark($0, workspace: workspace, unit: unit, skin: skin)
    }
  }

  var pictures: Int { Time(decimal: plan.seconds).frames(at: plan.camera.rate) }

  /// Films the picture with the given number.
  ///
  /// - Throws: `MediaError` when memory is out.
  func picture(_ index: Int, random: inout SeededGenerator) throws -> Picture {
    let time = Time(frames: index, at: plan.camera.rate).decimal
    let picture = try Picture.blank(width: scene.width, height: scene.height)
    let share = min(1, max(0, (time - plan.sceneStart) / plan.scene))
    picture.withPlanes { planes in
      layScene(share, time, on: planes)
      layCards(time, on: planes)
      exposure(at: time).apply(to: planes, random: &random)
    }
    return plan.rotation == 0 ? picture : try picture.stored(turnedBackBy: plan.rotation)
  }

  // MARK: Scene

  private func layScene(_ share: Double, _ time: Double, on planes: [Plane]) {
    let view = path.view(share: share, time: time)
    let far = path.move == .orbit ? 0.25 : 0.6
    lay(scene.backdrop, view, depth: far, on: planes)
    let pose = Int((share * Double(scene.poses.count - 1)).rounded())
    lay(scene.poses[min(max(pose, 0), scene.poses.count - 1)], view, depth: 1, on: planes)
    layPieces(share, view, on: planes)
    if let hand = scene.hand {
      lay(hand, view, depth: 1.08, shift: handPlace(share, time), on: planes)
    }
  }

  private func lay(
    _ part: Scene.Part, _ view: CameraPath.View, depth: Double, shift: Affine = Affine(),
    on planes: [Plane]
  ) {
    let (x, y) = (Double(scene.width) / 2, Double(scene.height) / 2)
    let zoom = 1 + (view.zoom - 1) * depth
    let camera = Affine.translation(x - view.x * depth, y - view.y * depth)
      .after(.rotation(view.roll)).after(.scale(zoom)).after(.translation(-x, -y))
    part.layer.lay(on: planes, by: camera.after(shift).after(part.map))
  }

  private func handPlace(_ share: Double, _ time: Double) -> Affine {
    let (w, h) = (Double(scene.width), Double(scene.height))
    let grip = scene.look.look.art.grip
    let close = scene.look.magnification > 1.25
    let x = close ? w * 0.56 : scene.origin.x + grip.x * scene.scale
    let y = close ? h * 0.56 : scene.origin.y + grip.y * scene.scale
    let come = ease((share - 0.04) / 0.22)
    let leave = ease((share - 0.9) / 0.25)
    let away = 1 - come + leave
    let press = scene.look.action == .bend ? scene.look.pose(at: share).bend * h * 0.03 : 0
    return .translation(
      min(max(x, w * 0.3), w * 0.72) + away * w * 0.6 + sin(time * 2.4 + phase) * 5,
      min(max(y, h * 0.3), h * 0.68) + away * h * 0.55 + press + cos(time * 1.9 + phase) * 5)
  }

  private func layPieces(_ share: Double, _ view: CameraPath.View, on planes: [Plane]) {
    guard !scene.pieces.isEmpty else { return }
    let (w, h) = (Double(scene.width), Double(scene.height))
    var random = SeededGenerator(seed: 9, plan.shot.id)
    let floor = min(h * 0.93, max(h * 0.62, scene.origin.y + 30 * scene.scale))
    for index in 0..<22 {
      let start = 0.10 + 0.03 * Double(index)
      let (x, rest) = (
        random.number(in: 0.22...0.78) * w, floor + random.number(in: -0.05...0.03) * h
      )
      let spin = random.number(in: -5...5)
      guard share > start else { continue }
      let fall = min(1, (share - start) / 0.22)
      let y = -0.08 * h + (rest + 0.08 * h) * fall * fall
      let place = Affine.translation(x, y).after(.rotation(spin * (1 - fall) + spin))
      lay(scene.pieces[index % scene.pieces.count], view, depth: 1, shift: place, on: planes)
    }
  }

  // MARK: Cards

  private func layCards(_ time: Double, on planes: [Plane]) {
    if let slate, plan.slate == .head, time < plan.sceneStart {
      lay(slate, out: ease((time - plan.head) / TakePlan.lowering), time, turned: false, on: planes)
    }
    var start = plan.sceneEnd
    if let slate, plan.slate == .tail, time >= start {
      let held = plan.mark == nil || time < start + 1.2 + TakePlan.lowering
      if held {
        lay(
          slate, out: 1 - ease((time - start) / TakePlan.lowering), time, turned: true, on: planes)
      }
      start += 1.2
    }
    if let mark, time >= start {
      lay(mark, out: 1 - ease((time - start) / TakePlan.lowering), time, turned: false, on: planes)
    }
  }

  /// - Parameter out: 0 holds the card up, 1 has it below the picture.
  private func lay(_ card: Layer, out: Double, _ time: Double, turned: Bool, on planes: [Plane]) {
    let (w, h) = (Double(scene.width), Double(scene.height))
    let x = w * 0.5 + (4 * sin(time * 2.7 + phase) + 14 * sin(phase)) * unit
    let y = h * 0.48 + 4 * cos(time * 2.2 + phase) * unit + out * h * 1.05
    let tilt = 0.05 * sin(phase * 2) + 0.012 * sin(time * 1.8) + (turned ? Double.pi : 0)
    let map = Affine.translation(x, y).after(.rotation(tilt))
      .after(.translation(-Double(card.width) / 2, -Double(card.height) / 2))
    card.lay(on: planes, by: map)
  }

  private func ease(_ value: Double) -> Double {
    let x = min(1, max(0, value))
    return x * x * (3 - 2 * x)
  }

  // MARK: Light

  private func exposure(at time: Double) -> Exposure {
    let drift = ease((time - plan.head) / 0.35) * (1 - ease((time - plan.sceneEnd) / 0.2))
    switch plan.fault {
    case .overexposed: return Exposure(gain: 1 + 0.75 * drift, noise: 0)
    case .underexposed: return Exposure(gain: 1 - 0.70 * drift, noise: 3)
    default:
      let gain = plan.rank == .best ? 1 : 1 + 0.05 * sin(phase)
      return Exposure(gain: gain, noise: plan.rank == .best ? 0 : 1)
    }
  }
}
