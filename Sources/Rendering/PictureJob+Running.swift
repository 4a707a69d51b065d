import Foundation
import Media
import Model
import Timing

extension PictureJob {
  /// Opens the source once and makes every part of the job.
  ///
  /// - Parameters:
  ///   - offer: Finds an idle worker to encode a lane; false when there is none.
  ///   - done: Called once for each part, as soon as it is made or has failed, from any thread.
  func run(
    files: SourceFiles, isStopped: () -> Bool, offer: @escaping (LanePump) -> Bool,
    done: @escaping @Sendable (_ key: String, Result<[UInt8], RenderError>) -> Void
  ) {
    let pumps = works.map { work in pump(work) { done(work.key, .success($0)) } }
    let lanes = zip(works, pumps).map { work, pump in lane(work, pump, offer) }
    do {
      let report = try feed(lanes, files, isStopped)
      for (index, work) in works.enumerated() {
        do {
          if try pumps[index].finish() { continue }
          throw report.lanes[index].error
            ?? MediaError(.noPicture, "its pictures end too early", path: origin.file)
        } catch {
          done(work.key, .failure(named(error, work)))
        }
      }
    } catch {
      for (index, work) in works.enumerated() where !pumps[index].abandon() {
        done(work.key, .failure(named(error, work)))
      }
    }
  }

  /// What becomes of a part's pictures.
  private func pump(_ work: PictureWork, _ made: @escaping ([UInt8]) -> Void) -> LanePump {
    switch work.product {
    case .span(let span):
      let maker = SpanMaker(span, shown: work.count)
      return LanePump { picture in
        guard let stream = try maker.take(picture) else { return false }
        made(stream.serialized())
        return true
      }
    case .cover(let maker):
      let pick = CoverPick(maker, count: work.count)
      return LanePump { picture in
        guard let cover = try pick.take(picture) else { return false }
        made(cover)
        return true
      }
    }
  }

  private func lane(
    _ work: PictureWork, _ pump: LanePump, _ offer: @escaping (LanePump) -> Bool
  ) -> PictureLane {
    PictureLane(
      start: work.stretch.start, count: work.count, rate: work.rate, speed: work.picture.speed,
      framing: work.picture.framing, firstIndex: work.offset, total: work.picture.count
    ) { try pump.take($0, offer: offer) }
  }

  private func feed(_ lanes: [PictureLane], _ files: SourceFiles, _ isStopped: () -> Bool) throws
    -> FeedReport
  {
    let path = try files.resolve(origin.file).path
    switch origin.kind {
    case .clip, .photo:
      return try PictureFeed(path: path, isStill: origin.isStill, lanes: lanes)
        .run(isStopped: isStopped)
    case .board(let canvas, let oversize, let ground):
      let board = PhotoBoard(canvas: canvas, oversize: oversize, ground: ground)
      return try StillFeed.run(try board.bitmap(of: path), lanes: lanes, isStopped: isStopped)
    case .cutout(let canvas, let plan):
      let board = try CutoutBoard(canvas: canvas, plan: plan, photo: path)
      return try StillFeed.run(drawing: board.picture(at:), lanes: lanes, isStopped: isStopped)
    }
  }

  private func named(_ error: any Error, _ work: PictureWork) -> RenderError {
    if let error = error as? RenderError { return error }
    return RenderError(
      code: .source, message: "'\(origin.file)' at \(work.stretch.start): \(error)",
      path: origin.file)
  }
}
