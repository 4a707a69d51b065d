import Foundation
import Media
import Model
import Timing

extension PictureJob {
  /// Opens the source once and makes every part of the job.
  ///
  /// - Parameter done: Called once for each part, as soon as it is made or has failed.
  func run(
    files: SourceFiles, isStopped: () -> Bool,
    done: @escaping (_ key: String, Result<[UInt8], RenderError>) -> Void
  ) {
    var open = Set(works.map(\.key))
    func finish(_ key: String, _ result: Result<[UInt8], RenderError>) {
      if open.remove(key) != nil { done(key, result) }
    }
    do {
      let lanes = works.compactMap { work in lane(work) { finish(work.key, .success($0)) } }
      let report = try feed(lanes, files, isStopped)
      for (work, lane) in zip(works, report.lanes) {
        if let error = lane.error { finish(work.key, .failure(named(error, work))) }
      }
      let cause = isStopped() ? "interrupted" : "its pictures end before the range does"
      for work in works where open.contains(work.key) {
        finish(work.key, .failure(RenderError(code: .cancelled, message: cause)))
      }
    } catch {
      for work in works { finish(work.key, .failure(named(error, work))) }
    }
  }

  private func feed(_ lanes: [PictureLane], _ files: SourceFiles, _ isStopped: () -> Bool) throws
    -> FeedReport
  {
    let path = try files.resolve(origin.file).path
    guard case .board(let canvas, let oversize) = origin.kind else {
      return try PictureFeed(path: path, isStill: origin.isStill, lanes: lanes)
        .run(isStopped: isStopped)
    }
    let board = try PhotoBoard(canvas: canvas, oversize: oversize).bitmap(of: path)
    return try StillFeed.run(board, lanes: lanes, isStopped: isStopped)
  }

  private func lane(_ work: PartWork, _ made: @escaping ([UInt8]) -> Void) -> PictureLane? {
    switch work {
    case .sound: return nil
    case .span(let span):
      let maker = SpanMaker(span)
      return lane(span.picture, span.offset, span.frames.count, span.encoding.rate, work) {
        if let stream = try maker.take($0) { made(stream.serialized()) }
      }
    case .cover(let cover):
      return lane(cover.picture, cover.offset, 1, cover.rate, work) {
        made(try cover.maker.make(from: $0))
      }
    }
  }

  private func lane(
    _ picture: ShotPicture, _ offset: Int, _ count: Int, _ rate: FrameRate, _ work: PartWork,
    _ take: @escaping (Picture) throws -> Void
  ) -> PictureLane {
    PictureLane(
      start: work.stretch.start, count: count, rate: rate, framing: picture.framing,
      firstIndex: offset, total: picture.count, take: take)
  }

  private func named(_ error: any Error, _ work: PartWork) -> RenderError {
    if let error = error as? RenderError { return error }
    return RenderError(
      code: .source, message: "'\(origin.file)' at \(work.stretch.start): \(error)",
      path: origin.file)
  }
}
