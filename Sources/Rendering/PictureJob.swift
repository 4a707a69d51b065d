import Foundation
import Media
import Model
import Timing

/// Parts whose pictures come from one stretch of one source: decoded once for all of them.
struct PictureJob: Sendable {
  let origin: PictureOrigin
  private(set) var works: [PartWork]

  /// Seconds between two stretches of a source that it does not pay to decode through.
  private static let gap = Time(decimal: 1)
  /// Encoders that run abreast on one decode, which bounds a worker's memory.
  private static let abreast = 8

  /// Groups parts by source and place, in the order in which they are first wanted.
  static func jobs(for works: [PartWork]) -> [PictureJob] {
    var order: [PictureOrigin] = []
    var byOrigin: [PictureOrigin: [PartWork]] = [:]
    for work in works {
      guard let origin = work.picture?.origin else { continue }
      if byOrigin[origin] == nil { order.append(origin) }
      byOrigin[origin, default: []].append(work)
    }
    return order.flatMap { origin in
      clusters(byOrigin[origin] ?? []).map { PictureJob(origin: origin, works: $0) }
    }
  }

  /// Splits at gaps, and where more lie over each other than run abreast.
  private static func clusters(_ works: [PartWork]) -> [[PartWork]] {
    var open: [(end: Time, works: [PartWork])] = []
    for work in works.sorted(by: { $0.stretch.start < $1.stretch.start }) {
      let stretch = work.stretch
      let place = open.firstIndex { cluster in
        let overlapping = cluster.works.filter { $0.stretch.end > stretch.start }.count
        return stretch.start <= cluster.end + gap && overlapping < abreast
      }
      if let place {
        open[place].end = max(open[place].end, stretch.end)
        open[place].works.append(work)
      } else {
        open.append((stretch.end, [work]))
      }
    }
    return open.map(\.works)
  }

  /// Pictures to encode, as a measure of how long it takes.
  var cost: Int {
    works.reduce(0) { sum, work in
      if case .span(let span) = work { return sum + span.frames.count }
      return sum + 1
    }
  }
}

extension PartWork {
  var picture: ShotPicture? {
    switch self {
    case .span(let work): work.picture
    case .cover(let work): work.picture
    case .sound: nil
    }
  }

  /// Which part of its source it shows.
  var stretch: TimeRange {
    switch self {
    case .span(let work):
      stretch(work.picture, work.offset, work.frames.count, work.encoding.rate)
    case .cover(let work): stretch(work.picture, work.offset, 1, work.rate)
    case .sound: TimeRange(start: .zero, duration: .zero)
    }
  }

  private func stretch(_ picture: ShotPicture, _ offset: Int, _ count: Int, _ rate: FrameRate)
    -> TimeRange
  {
    let start = picture.origin.isStill ? .zero : picture.start + Time(frames: offset, at: rate)
    return TimeRange(start: start, duration: Time(frames: count, at: rate))
  }
}
