import Model
import Timing

/// Clips in the order in which they were filmed, and what the clock says of each.
struct FilmingOrder {
  struct Place {
    /// Index of the clip.
    var clip: Int
    /// Seconds since 1970 at which it began; nil where the files' times cannot be right.
    var began: Double?
    var ended: Double?
    var camera: String
  }

  /// All clips; one camera's clips keep their own order.
  let places: [Place]

  init(_ clips: [FootageClip]) {
    var cameras: [String: [Int]] = [:]
    for (index, clip) in clips.enumerated() {
      cameras[FilePath(clip.path).camera, default: []].append(index)
    }
    var places: [Place] = []
    for (camera, indices) in cameras {
      let ordered = Self.byClock(indices, clips)
      places += indices.map { index in
        guard ordered, let ended = clips[index].modified else {
          return Place(clip: index, began: nil, ended: nil, camera: camera)
        }
        let began = ended - clips[index].report.facts.duration.decimal
        return Place(clip: index, began: began, ended: ended, camera: camera)
      }
    }
    let keys = clips.map { NaturalOrder($0.path) }
    self.places = places.sorted { a, b in
      if let left = a.began, let right = b.began, left != right { return left < right }
      if (a.began == nil) != (b.began == nil) { return a.began != nil }
      return keys[a.clip] < keys[b.clip]
    }
  }

  /// Whether one camera's files have times in which no clip begins before the last has ended; a
  /// copy gives all its files nearly one time.
  private static func byClock(_ indices: [Int], _ clips: [FootageClip]) -> Bool {
    let times = indices.compactMap { index in
      clips[index].modified.map { (ended: $0, length: clips[index].report.facts.duration.decimal) }
    }.sorted { $0.ended < $1.ended }
    guard times.count == indices.count else { return false }
    return zip(times, times.dropFirst()).allSatisfy { $1.ended - $1.length >= $0.ended - 2 }
  }
}
