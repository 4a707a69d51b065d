import Media
import Model
import Timing

/// What a transition does to the pictures on one side of its cut; each side needs only its own
/// source.
struct ShotEdge: Hashable, Sendable {
  let kind: ShotTransition.Kind
  /// Pictures of the shot that it changes, counted from the shot's first.
  let frames: Range<Int>
  /// Whether it leads into the shot, and not out of it.
  let isEntry: Bool

  /// The edges of a shot of so many pictures; never more than half of it each.
  static func edges(
    of shot: TimelineShot, before next: TimelineShot?, count: Int, rate: FrameRate
  ) -> [ShotEdge] {
    func half(_ transition: ShotTransition?) -> Int {
      guard let transition, transition.length > .zero, transition.length < Time(Rational(60)) else {
        return 0
      }
      return min(count / 2, (transition.length * Rational(1, 2)).frames(at: rate))
    }
    let (entry, exit) = (half(shot.transition), half(next?.transition))
    return [
      shot.transition.map { ShotEdge(kind: $0.kind, frames: 0..<entry, isEntry: true) },
      next?.transition.map {
        ShotEdge(kind: $0.kind, frames: count - exit..<count, isEntry: false)
      },
    ].compactMap(\.self).filter { !$0.frames.isEmpty }
  }

  /// How far from plain a picture of the shot is: 1 at the cut, 0 where it does not reach.
  func strength(at frame: Int) -> Double {
    guard frames.contains(frame) else { return 0 }
    let place =
      isEntry ? frames.upperBound - frame : frame - frames.lowerBound + 1
    return Double(place) / Double(frames.count)
  }

  /// What of it a span shows, for a recipe; nil where none.
  func ingredient(on span: Range<Int>) -> String? {
    guard frames.overlaps(span) else { return nil }
    let first = frames.lowerBound - span.lowerBound
    return "\(kind.rawValue) \(isEntry ? "in" : "out") \(first) \(frames.count)"
  }

  /// The changed picture, or the same where it does not reach.
  ///
  /// - Throws: `MediaError.io` when memory is out.
  func applied(to picture: Picture, at frame: Int) throws -> Picture {
    let strength = strength(at: frame)
    guard strength > 0 else { return picture }
    let copy = try picture.writableCopy()
    switch kind {
    case .flash: PictureFlash(strength: strength).apply(to: copy)
    case .whip: PictureWhip(strength: strength, isEntry: isEntry).apply(to: copy)
    }
    return copy
  }
}
