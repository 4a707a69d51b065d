public import Timing

/// Reads one source once for any number of lanes, each with its own stretch, pace and canvas.
///
/// Pictures reach the lanes in order of source time. Each lane gets, bit for bit, what a
/// `PictureReader` of its stretch alone gives. Not Sendable: a feed stays on one thread.
public final class PictureFeed {
  private let source: PictureSource
  private let lanes: [PictureLane]
  private let clocks: [LaneClock]
  private let isStill: Bool
  private var nexts: [Int]
  private var framers: [Framing: Framer] = [:]
  private var report: FeedReport

  /// - Parameters:
  ///   - path: The source.
  ///   - isStill: Whether only the first picture is wanted, held for all lanes.
  ///   - lanes: What is made of it; they may overlap, follow each other or start anywhere.
  ///   - threads: Threads of the decoder.
  /// - Throws: `MediaError` `.io`, `.empty`, `.notMedia`, `.truncated`, `.noPicture`,
  ///   `.unsupportedCodec`; `.invalid` for a lane that makes no sense.
  public init(path: String, isStill: Bool, lanes: [PictureLane], threads: Int = 1) throws {
    clocks = try lanes.map { lane in
      let start = max(0, try Clock.nanoseconds(lane.start))
      return try LaneClock(start: start, count: lane.count, rate: lane.rate, speed: lane.speed)
    }
    for lane in lanes where framers[lane.framing] == nil {
      framers[lane.framing] = try Framer(lane.framing)
    }
    source = try PictureSource(path: path, threads: threads)
    self.lanes = lanes
    self.isStill = isStill || source.isStill
    nexts = lanes.map { _ in 0 }
    report = FeedReport(lanes: lanes.map { _ in FeedReport.Lane() })
  }

  /// Decodes and hands out every picture of every lane; to be called once.
  ///
  /// - Parameter isStopped: Asked before each picture.
  /// - Throws: `MediaError.noPicture` when the source gives none, `.cancelled` when stopped,
  ///   `.io` when memory is out.
  public func run(isStopped: () -> Bool = { false }) throws -> FeedReport {
    let seen = (source.decoded, source.damaged)
    for stretch in stretches() {
      try run(stretch, isStopped)
    }
    report.decodedPictures = source.decoded - seen.0
    report.damagedPackets = source.damaged - seen.1
    report.seeks = source.seeks
    return report
  }

  /// Lanes that are fed without a jump between them.
  private struct Stretch {
    var lanes: [Int]
    var start: Nanoseconds
    var end: Nanoseconds
  }

  /// Divides the lanes where a jump to a key frame saves decoding.
  private func stretches() -> [Stretch] {
    let order = lanes.indices.filter { lanes[$0].count > 0 }.sorted {
      (clocks[$0].start, $0) < (clocks[$1].start, $1)
    }
    var found: [Stretch] = []
    for lane in order {
      let (start, end) = isStill ? (0, 0) : (clocks[lane].start, clocks[lane].last ?? 0)
      if let last = found.last, !source.pays(toJumpFrom: last.end, to: start) {
        found[found.count - 1].lanes.append(lane)
        found[found.count - 1].end = max(last.end, end)
      } else {
        found.append(Stretch(lanes: [lane], start: start, end: end))
      }
    }
    return found
  }

  private func run(_ stretch: Stretch, _ isStopped: () -> Bool) throws {
    var active = stretch.lanes
    let cursor = try PictureCursor(
      source, from: stretch.start, through: stretch.end, isStill: isStill
    ) { [clocks] range in
      active.contains { clocks[$0].falls(in: range, from: self.nexts[$0]) }
    }
    defer { source.isWanted = nil }
    while let (lane, target) = next(active) {
      guard !isStopped() else {
        throw MediaError(.cancelled, "reading was stopped", path: source.path)
      }
      try cursor.advance(to: target)
      if try !cursor.covers(target) { report.lanes[lane].shortfall += lanes[lane].rate.frame }
      do {
        try hand(cursor.current, to: lane)
        nexts[lane] += 1
        report.lanes[lane].pictures += 1
      } catch {
        report.lanes[lane].error = error
        nexts[lane] = lanes[lane].count
      }
      if nexts[lane] >= lanes[lane].count {
        active.removeAll { $0 == lane }
        source.through = active.compactMap { clocks[$0].last }.max().map { cursor.limit($0) }
        leave(lanes[lane].framing)
      }
    }
  }

  /// The lane whose next picture comes first in the source.
  private func next(_ active: [Int]) -> (lane: Int, target: Nanoseconds)? {
    active.map { ($0, isStill ? 0 : clocks[$0].time(nexts[$0])) }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }
  }

  private func hand(_ shown: TimedFrame, to index: Int) throws {
    let lane = lanes[index]
    guard let framer = framers[lane.framing] else { return }
    let place = nexts[index]
    let frame = try framer.picture(
      of: shown, source.orientation(of: shown.frame), lane.moment(at: place))
    try lane.take(Picture(frame, time: Time(frames: place, at: lane.rate)))
  }

  /// Lets go of filters and pictures that no lane needs any more.
  private func leave(_ framing: Framing) {
    let isNeeded = lanes.indices.contains {
      lanes[$0].framing == framing && nexts[$0] < lanes[$0].count
    }
    if !isNeeded { framers[framing] = nil }
  }
}
