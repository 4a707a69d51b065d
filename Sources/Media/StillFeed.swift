public import Pixels
import Timing

/// Feeds lanes from one picture in memory that stands still.
public enum StillFeed {
  /// Hands every lane its pictures, lane after lane; an error that a lane throws ends it alone.
  ///
  /// - Parameters:
  ///   - bitmap: The source; what is transparent comes out black.
  ///   - isStopped: Asked before each picture.
  /// - Throws: `MediaError` `.invalid` for a picture or framing that makes no sense, `.cancelled`
  ///   when stopped.
  public static func run(
    _ bitmap: Bitmap, lanes: [PictureLane], isStopped: () -> Bool = { false }
  ) throws -> FeedReport {
    let shown = try timed(bitmap)
    return try run(lanes, isStopped) { _ in shown }
  }

  /// Hands every lane pictures that are drawn one by one, lane after lane; an error that a lane or
  /// the drawing throws ends that lane alone.
  ///
  /// - Parameters:
  ///   - drawing: The source at a share of a lane's way, 0…1; it may lend the same picture again.
  ///   - isStopped: Asked before each picture.
  /// - Throws: `MediaError` `.invalid` for a framing that makes no sense, `.cancelled` when stopped.
  public static func run(
    drawing: (Double) throws -> Bitmap, lanes: [PictureLane], isStopped: () -> Bool = { false }
  ) throws -> FeedReport {
    try run(lanes, isStopped) { try timed(drawing($0.progress)) }
  }

  private static func timed(_ bitmap: Bitmap) throws -> TimedFrame {
    TimedFrame(
      frame: try Picture.from(bitmap).frame, time: 0, duration: 0, base: Rational(1, 25).ffmpeg)
  }

  private static func run(
    _ lanes: [PictureLane], _ isStopped: () -> Bool, _ shown: (Moment) throws -> TimedFrame
  ) throws -> FeedReport {
    var report = FeedReport(lanes: lanes.map { _ in FeedReport.Lane() })
    for (index, lane) in lanes.enumerated() {
      let framer = try Framer(lane.framing)
      do {
        for place in 0..<max(0, lane.count) {
          guard !isStopped() else { throw MediaError(.cancelled, "reading was stopped") }
          let moment = lane.moment(at: place)
          let frame = try framer.picture(of: shown(moment), .upright, moment)
          try lane.take(Picture(frame, time: Time(frames: place, at: lane.rate)))
          report.lanes[index].pictures += 1
        }
      } catch let error as MediaError where error.code == .cancelled {
        throw error
      } catch {
        report.lanes[index].error = error
      }
    }
    return report
  }
}

extension PictureLane {
  /// Where a picture of the lane is on its way.
  func moment(at place: Int) -> Moment {
    let progress = total > 1 ? Double(firstIndex + place) / Double(total - 1) : 0
    return Moment(progress: min(1, max(0, progress)), index: place)
  }
}
