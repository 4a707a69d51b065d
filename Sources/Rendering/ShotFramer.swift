import Foundation
import Media
import Model
import Pixels
import Timing

/// Finds how each shot of a timeline fills its canvas, without opening its source.
struct ShotFramer {
  let canvas: Model.Canvas
  let rate: FrameRate
  let files: SourceFiles

  /// - Parameter next: The shot behind it, whose transition begins before its cut.
  /// - Throws: `MediaError` for a colour table that is none.
  func picture(of shot: TimelineShot, before next: TimelineShot? = nil) throws -> ShotPicture {
    let count = shot.range.end.frames(at: rate) - shot.range.start.frames(at: rate)
    var framing = framing(shot)
    framing.grade = try grade(shot.color)
    return ShotPicture(
      origin: PictureOrigin(
        file: shot.file, identity: files.identity(shot.file), kind: kind(shot)),
      start: shot.kind == .photo ? .zero : shot.source.start, framing: framing, count: count,
      way: CropPath(shot.framing.path), speed: shot.kind == .take ? shot.speed : 1,
      edges: ShotEdge.edges(of: shot, before: next, count: count, rate: rate))
  }

  private func kind(_ shot: TimelineShot) -> PictureOrigin.Kind {
    let plan = shot.framing
    guard shot.kind == .photo else { return .clip }
    guard plan.fit == .contain else { return .photo }
    if plan.parallax > 0, plan.parallax <= 0.2 {
      return .cutout(
        canvas,
        CutoutPlan(
          box: plan.region, ground: plan.ground, parallax: plan.parallax, zoomFrom: plan.zoomFrom,
          zoomTo: plan.zoomTo))
    }
    return .board(
      canvas, oversize: max(1, max(plan.zoomFrom, plan.zoomTo)), ground: plan.ground)
  }

  private func framing(_ shot: TimelineShot) -> Framing {
    let plan = shot.framing
    if case .cutout = kind(shot) {
      // The board itself moves.
      return Framing(width: canvas.width, height: canvas.height, focus: Framing.Focus())
    }
    guard plan.fit == .fill || shot.kind == .photo else {
      return Framing(
        width: canvas.width, height: canvas.height, fit: .contain(background: background(plan)),
        region: plan.region.map { CropRect(x: $0.x, y: $0.y, width: $0.width, height: $0.height) })
    }
    return Framing(
      width: canvas.width, height: canvas.height,
      focus: Framing.Focus(
        x: plan.centerX, y: plan.centerY, zoomFrom: plan.zoomFrom, zoomTo: plan.zoomTo))
  }

  private func background(_ plan: FramingPlan) -> Framing.Background {
    guard plan.ground.kind == .gradient, let top = plan.ground.top.flatMap(Framing.RGB.init(hex:)),
      let bottom = plan.ground.bottom.flatMap(Framing.RGB.init(hex:))
    else { return .blurred }
    return .gradient(top: top, bottom: bottom)
  }

  private func grade(_ plan: ColorPlan?) throws -> Grade? {
    guard let plan, !plan.isPlain else { return nil }
    var grade = Grade(exposure: plan.exposure, red: plan.red, blue: plan.blue)
    if let lut = plan.lut {
      let url = try files.resolve(lut)
      try CubeFile.check(url)
      grade.table = Grade.Table(identity: files.identity(lut), path: url.path)
    }
    return grade
  }
}

extension Framing.RGB {
  /// Of `#rrggbb`; nil for anything else.
  init?(hex text: String) {
    let digits = text.dropFirst()
    guard text.hasPrefix("#"), digits.count == 6, digits.allSatisfy(\.isHexDigit),
      let value = UInt32(digits, radix: 16)
    else { return nil }
    self.init(
      red: UInt8(value >> 16 & 255), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
  }
}
