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
    let picture = try Picture.from(bitmap)
    let shown = TimedFrame(
      frame: picture.frame, time: 0, duration: 0, base: Rational(1, 25).ffmpeg)
    var report = FeedReport(lanes: lanes.map { _ in FeedReport.Lane() })
    for (index, lane) in lanes.enumerated() {
      let framer = try Framer(lane.framing)
      do {
        for place in 0..<max(0, lane.count) {
          guard !isStopped() else { throw MediaError(.cancelled, "reading was stopped") }
          let frame = try framer.picture(of: shown, .upright, lane.progress(at: place))
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
  /// How far on its move a picture of the lane is, 0 to 1.
  func progress(at place: Int) -> Double {
    total > 1 ? min(1, max(0, Double(firstIndex + place) / Double(total - 1))) : 0
  }
}
