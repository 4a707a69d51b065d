import Foundation
import Media
import Model
import Timing

/// Parts whose pictures come from one stretch of one source: decoded once for all of them.
struct PictureJob: Sendable {
  let origin: PictureOrigin
  let works: [PictureWork]

  /// Seconds between two stretches of a source that it does not pay to decode through.
  private static let gap = Time(decimal: 1)
  /// Encoders that run abreast on one decode, which bounds a worker's memory.
  private static let abreast = 8

  /// Groups parts by source and place, in the order in which they are first wanted.
  static func jobs(for works: [PictureWork]) -> [PictureJob] {
    var order: [PictureOrigin] = []
    var byOrigin: [PictureOrigin: [PictureWork]] = [:]
    for work in works {
      let origin = work.picture.origin
      if byOrigin[origin] == nil { order.append(origin) }
      byOrigin[origin, default: []].append(work)
    }
    return order.flatMap { origin in
      clusters(byOrigin[origin] ?? []).map { PictureJob(origin: origin, works: $0) }
    }
  }

  /// Splits at gaps, and where more lie over each other than run abreast.
  private static func clusters(_ works: [PictureWork]) -> [[PictureWork]] {
    var open: [(end: Time, works: [PictureWork])] = []
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
  var cost: Int { works.reduce(0) { $0 + $1.count } }
}
