import Foundation
import Media
import Model
import Pixels
import Timing

/// Finds how each shot of a timeline fills its canvas.
struct ShotFramer {
  let canvas: Model.Canvas
  let rate: FrameRate
  let files: SourceFiles

  /// - Throws: `MediaError` when the source cannot be opened, and what resolving its path throws.
  func picture(of shot: TimelineShot) throws -> ShotPicture {
    let facts = try files.facts(of: shot.file)
    let count = shot.range.end.frames(at: rate) - shot.range.start.frames(at: rate)
    let (kind, framing) = plan(shot, facts)
    return ShotPicture(
      origin: PictureOrigin(file: shot.file, identity: files.identity(shot.file), kind: kind),
      start: shot.kind == .photo ? .zero : shot.source.start, framing: framing, count: count)
  }

  private func plan(_ shot: TimelineShot, _ facts: MediaFacts) -> (PictureOrigin.Kind, Framing) {
    let plan = shot.framing
    guard shot.kind == .photo, plan.fit == .contain else {
      return (shot.kind == .photo ? .photo : .clip, framing(plan, facts))
    }
    let oversize = max(1, max(plan.zoomFrom, plan.zoomTo))
    let board = PhotoBoard.size(canvas: canvas, oversize: oversize)
    return (
      .board(canvas, oversize: oversize),
      framing(plan, Double(board.width), Double(board.height))
    )
  }

  private func framing(_ plan: FramingPlan, _ facts: MediaFacts) -> Framing {
    guard plan.fit == .fill, let video = facts.video else {
      return Framing(
        width: canvas.width, height: canvas.height, fit: .contain(background: .blurred))
    }
    return framing(plan, Double(video.displayWidth), Double(video.displayHeight))
  }

  private func framing(_ plan: FramingPlan, _ width: Double, _ height: Double) -> Framing {
    let from = crop(plan, plan.zoomFrom, width, height)
    guard plan.zoomFrom != plan.zoomTo else {
      return Framing(width: canvas.width, height: canvas.height, crop: from, fit: .fill)
    }
    return Framing(
      width: canvas.width, height: canvas.height, fit: .fill,
      move: CropMove(from: from, to: crop(plan, plan.zoomTo, width, height)))
  }

  /// The part of the source that fills the canvas at a zoom, about the plan's centre.
  private func crop(_ plan: FramingPlan, _ zoom: Double, _ width: Double, _ height: Double)
    -> CropRect
  {
    let aspect = Double(canvas.width) / Double(canvas.height)
    let full = width / height > aspect ? (height * aspect, height) : (width, width / aspect)
    let (w, h) = (full.0 / max(1, zoom), full.1 / max(1, zoom))
    let x = max(0, min(width - w, width * plan.centerX - w / 2))
    let y = max(0, min(height - h, height * plan.centerY - h / 2))
    return CropRect(x: x, y: y, width: w, height: h)
  }
}
