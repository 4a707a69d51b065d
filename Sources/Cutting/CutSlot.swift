import Model
import Timing

/// One beat as the search sees it: where it may be cut, and what may be shown.
struct CutSlot {
  /// A shot that the words of the beat ask for.
  struct Wanted {
    let id: String
    /// The frame at which its words begin.
    let said: Int
    /// Frames that its script gives it.
    let planned: Int
    /// Whether there is a take of it.
    let isThere: Bool
  }

  /// An option in this beat.
  struct Choice {
    let option: Int
    /// Place in `wanted`; nil for what stands in.
    let wanted: Int?
    let speed: Rational
    /// How good it is as a whole, 0…1.
    let score: Double
    /// What it costs wherever in the beat it stands.
    let parts: [CutCost]
    /// Their sum.
    let cost: Double
  }

  let beat: Int
  let isHook: Bool
  let frames: Range<Int>
  /// From where on a card hides the picture.
  let hiddenFrom: Int
  let wanted: [Wanted]
  let choices: [Choice]
  /// Frames at which a picture may begin or end, the beat's own ends included.
  let positions: [Int]

  /// How many of the wanted shots there is time for.
  func room(_ shortest: Int) -> Int { max(1, frames.count / max(1, shortest)) }
}

/// A named part of what a cut costs.
struct CutCost {
  enum Part: String, CaseIterable {
    case other, standing, quality, length, plan, late, unshown, jump, alike, again, variety
    case product, beat, speed
  }

  let part: Part
  let value: Double

  init(_ part: Part, _ value: Double) {
    self.part = part
    self.value = value
  }
}
