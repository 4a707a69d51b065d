import Foundation
import Media
import Model
import Pixels
import Timing

/// Opens one shot of a timeline as canvas pictures.
struct ShotReader {
  let canvas: Model.Canvas
  let rate: FrameRate
  /// A folder for boards drawn from photos; emptied by whoever made it.
  let scratch: URL
  let resolve: @Sendable (String) throws -> URL

  /// - Throws: `MediaError` when the source cannot be read, `DrawingError` for a board.
  func open(_ shot: TimelineShot) throws -> PictureReader {
    let path = try resolve(shot.file).path
    let facts = try Probe.facts(of: path)
    guard shot.kind == .photo, shot.framing.fit == .contain else {
      return try PictureReader(
        path: path, range: shot.source, framing: framing(shot, facts), rate: rate,
        isStill: shot.kind == .photo)
    }
    let zoom = max(shot.framing.zoomFrom, shot.framing.zoomTo)
    let board = try PhotoBoard(canvas: canvas, oversize: zoom).bitmap(of: path)
    let file = scratch.appendingPathComponent("board-\(UUID().uuidString).png")
    try StillWriter.write(board, to: file.path)
    return try PictureReader(
      path: file.path, range: shot.source,
      framing: Framing(
        width: canvas.width, height: canvas.height, fit: .fill,
        move: move(shot.framing, Double(board.width), Double(board.height))),
      rate: rate, isStill: true)
  }

  private func framing(_ shot: TimelineShot, _ facts: MediaFacts) -> Framing {
    let plan = shot.framing
    guard plan.fit == .fill, let video = facts.video else {
      return Framing(
        width: canvas.width, height: canvas.height, fit: .contain(background: .blurred))
    }
    let (width, height) = (Double(video.displayWidth), Double(video.displayHeight))
    guard plan.zoomFrom != plan.zoomTo else {
      return Framing(
        width: canvas.width, height: canvas.height,
        crop: crop(plan, plan.zoomFrom, width, height), fit: .fill)
    }
    return Framing(
      width: canvas.width, height: canvas.height, fit: .fill, move: move(plan, width, height))
  }

  private func move(_ plan: FramingPlan, _ width: Double, _ height: Double) -> CropMove {
    CropMove(
      from: crop(plan, plan.zoomFrom, width, height), to: crop(plan, plan.zoomTo, width, height))
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
