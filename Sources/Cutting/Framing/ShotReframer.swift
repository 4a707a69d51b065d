import Model
import Timing

/// Frames the shots of a cut about their subjects, and sets photos on grounds.
struct ShotReframer {
  let policy: FramingPolicy
  let request: CutRequest

  func framed(_ shots: [TimelineShot]) -> [TimelineShot] {
    shots.map { shot in
      var shot = shot
      switch shot.kind {
      case .take: shot.framing = framing(ofTake: shot)
      case .photo: shot.framing = framing(ofPhoto: shot)
      case .card: break
      }
      return shot
    }
  }

  private func framing(ofTake shot: TimelineShot) -> FramingPlan {
    guard let take = request.takes.first(where: { $0.id == shot.take }) else { return shot.framing }
    return CropPlanner(policy: policy).framed(
      CropPlanner.Request(
        width: take.facts.width, height: take.facts.height, canvas: request.platform.canvas,
        subjects: take.subjects, from: shot.source.start.decimal, to: shot.source.end.decimal,
        seconds: shot.range.duration.decimal, plan: shot.framing, edges: take.edges))
  }

  /// A photo fills the canvas where its product stays whole on all of the way, else it stands on a
  /// ground of its own colours; a cut-out moves before its ground.
  private func framing(ofPhoto shot: TimelineShot) -> FramingPlan {
    guard let photo = request.photos.first(where: { $0.file == shot.file }) else {
      return shot.framing
    }
    var plan = shot.framing
    if photo.alpha {
      plan.fit = .contain
      plan.region = photo.subject
      plan.parallax = policy.parallax
      plan.ground = brandGround
      return plan
    }
    if plan.fit == .fill, policy.follows, let subject = photo.subject {
      (plan.centerX, plan.centerY) = (round(subject.centerX), round(subject.centerY))
      if !keepsWhole(subject, photo, plan) { plan.fit = .contain }
    }
    if plan.fit == .contain, let ground = GroundPlan.gradient(of: photo.edges) {
      (plan.centerX, plan.centerY) = (0.5, 0.5)
      plan.ground = ground
    }
    return plan
  }

  private func keepsWhole(_ subject: ShareBox, _ photo: Photo, _ plan: FramingPlan) -> Bool {
    let source = Double(max(1, photo.width)) / Double(max(1, photo.height))
    let canvas = Double(request.platform.canvas.width) / Double(request.platform.canvas.height)
    let zoom = max(1, plan.zoomFrom, plan.zoomTo)
    let width = min(1, canvas / source) / zoom
    let height = min(1, source / canvas) / zoom
    let x = min(1 - width, max(0, plan.centerX - width / 2))
    let y = min(1 - height, max(0, plan.centerY - height / 2))
    return subject.share(inside: ShareBox(x: x, y: y, width: width, height: height)) > 0.995
  }

  /// The brand's colour, made light, or a warm white.
  private var brandGround: GroundPlan {
    func mixed(_ part: Int, _ share: Double) -> Int {
      Int((Double(part) * share + 250 * (1 - share)).rounded())
    }
    func text(_ parts: [Int]) -> String {
      "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    let brand = (request.brand.primaryColor ?? "").dropFirst()
    let parts = stride(from: 0, to: brand.count - 1, by: 2).compactMap { at -> Int? in
      let start = brand.index(brand.startIndex, offsetBy: at)
      return UInt8(brand[start...brand.index(after: start)], radix: 16).map(Int.init)
    }
    guard brand.count == 6, parts.count == 3 else {
      return GroundPlan(kind: .gradient, top: "#f6f3ee", bottom: "#ddd6cb")
    }
    return GroundPlan(
      kind: .gradient, top: text(parts.map { mixed($0, 0.12) }),
      bottom: text(parts.map { mixed($0, 0.38) }))
  }

  private func round(_ value: Double) -> Double { (value * 1e5).rounded() / 1e5 }
}
