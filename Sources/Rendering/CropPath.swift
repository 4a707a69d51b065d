import Media
import Model

/// The keys of a crop's way, and the places between them, which lie on straight lines.
struct CropPath: Sendable {
  private let keys: [CropKey]

  init(_ keys: [CropKey]) {
    self.keys = keys.filter { [$0.at, $0.x, $0.y, $0.zoom].allSatisfy(\.isFinite) }
      .sorted { $0.at < $1.at }
  }

  /// The crop of each picture of a shot; none where there are no keys.
  func points(count: Int) -> [Framing.Point] {
    guard !keys.isEmpty, count > 0 else { return [] }
    var next = 0
    return (0..<count).map { index in
      let share = count > 1 ? Double(index) / Double(count - 1) : 0
      while next < keys.count, keys[next].at <= share { next += 1 }
      let (before, after) = (keys[max(0, next - 1)], keys[min(next, keys.count - 1)])
      let span = after.at - before.at
      return point(before, after, span > 0 ? min(1, max(0, (share - before.at) / span)) : 0)
    }
  }

  /// To a hundred-thousandth of the source, so that ways that are equal are written alike.
  private func point(_ a: CropKey, _ b: CropKey, _ share: Double) -> Framing.Point {
    func mix(_ from: Double, _ to: Double) -> Double {
      ((from + (to - from) * share) * 1e5).rounded() / 1e5
    }
    return Framing.Point(x: mix(a.x, b.x), y: mix(a.y, b.y), zoom: mix(a.zoom, b.zoom))
  }
}

extension ShotPicture {
  /// The framing of a stretch of the shot, its way told from the stretch's first picture on.
  func framing(_ offset: Int, _ count: Int) -> Framing {
    let path = way.points(count: self.count)
    guard !path.isEmpty else { return framing }
    let first = min(max(0, offset), path.count - 1)
    let points = Array(path[first..<min(path.count, first + max(1, count))])
    var framing = self.framing
    framing.focus = nil
    if let still = points.first, points.allSatisfy({ $0 == still }) {
      framing.focus = Framing.Focus(
        x: still.x, y: still.y, zoomFrom: still.zoom, zoomTo: still.zoom)
    } else {
      framing.track = points
    }
    return framing
  }

  /// A stretch of the shot by itself: what it shows does not depend on what is around it.
  func stretch(_ offset: Int, _ count: Int) -> ShotPicture {
    var part = self
    part.framing = framing(offset, count)
    return part
  }
}
