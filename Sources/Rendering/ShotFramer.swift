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
  func picture(of shot: TimelineShot, before next: TimelineShot? = nil) -> ShotPicture {
    let count = shot.range.end.frames(at: rate) - shot.range.start.frames(at: rate)
    return ShotPicture(
      origin: PictureOrigin(
        file: shot.file, identity: files.identity(shot.file), kind: kind(shot)),
      start: shot.kind == .photo ? .zero : shot.source.start, framing: framing(shot),
      count: count, speed: shot.kind == .take ? shot.speed : 1,
      edges: ShotEdge.edges(of: shot, before: next, count: count, rate: rate))
  }

  private func kind(_ shot: TimelineShot) -> PictureOrigin.Kind {
    guard shot.kind == .photo else { return .clip }
    guard shot.framing.fit == .contain else { return .photo }
    return .board(canvas, oversize: max(1, max(shot.framing.zoomFrom, shot.framing.zoomTo)))
  }

  private func framing(_ shot: TimelineShot) -> Framing {
    let plan = shot.framing
    guard plan.fit == .fill || shot.kind == .photo else {
      return Framing(
        width: canvas.width, height: canvas.height, fit: .contain(background: .blurred))
    }
    return Framing(
      width: canvas.width, height: canvas.height,
      focus: Framing.Focus(
        x: plan.centerX, y: plan.centerY, zoomFrom: plan.zoomFrom, zoomTo: plan.zoomTo))
  }
}
