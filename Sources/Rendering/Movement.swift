import Model
import Timing

/// How a layer comes or goes: whole figures alone, so that every machine moves it alike.
struct Movement: Hashable, Sendable {
  enum Kind: String, Sendable {
    case none, pop, fade, wipe, slide
  }

  let kind: Kind
  /// Pictures at 30 a second.
  let frames: Int
  /// Where a slide comes from, or goes to, in pixels from the place; even.
  var dx = 0
  var dy = 0
  /// Largest scale of a pop in thousandths.
  var scale = 1000

  static let none = Movement(kind: .none, frames: 0)

  /// Pictures until the layer stands still, at a rate.
  func length(at rate: FrameRate) -> Int {
    let length = Time(frames: frames, at: FrameRate(30)).frames(at: rate)
    switch kind {
    case .none: return 0
    case .pop: return length > 1 ? length : 0
    case .fade: return max(1, length)
    case .wipe, .slide: return length
    }
  }

  /// Its figures, for a recipe.
  var text: String { "\(kind.rawValue) \(dx) \(dy) \(scale)" }
}

extension Movement {
  /// - Parameter distance: Pixels of a slide.
  init(_ entrance: Style.Animation.Entrance, _ motion: Style.Motion, distance: Int) {
    switch entrance {
    case .none, .typewriter: self = .none
    case .pop:
      self.init(
        kind: .pop, frames: motion.popFrames, scale: Int((motion.popScale * 1000).rounded()))
    case .fade: self.init(kind: .fade, frames: motion.fadeFrames)
    case .wipe: self.init(kind: .wipe, frames: motion.wipeFrames)
    case .slideUp: self.init(kind: .slide, frames: motion.slideFrames, dy: distance)
    case .slideDown: self.init(kind: .slide, frames: motion.slideFrames, dy: -distance)
    case .slideRight: self.init(kind: .slide, frames: motion.slideFrames, dx: -distance)
    case .slideLeft: self.init(kind: .slide, frames: motion.slideFrames, dx: distance)
    }
  }

  /// - Parameter distance: Pixels of a slide.
  init(_ departure: Style.Animation.Departure, _ motion: Style.Motion, distance: Int) {
    let frames = motion.leaveFrames
    switch departure {
    case .none: self = .none
    case .fade: self.init(kind: .fade, frames: frames)
    case .wipe: self.init(kind: .wipe, frames: frames)
    case .slideUp: self.init(kind: .slide, frames: frames, dy: -distance)
    case .slideDown: self.init(kind: .slide, frames: frames, dy: distance)
    case .slideRight: self.init(kind: .slide, frames: frames, dx: distance)
    case .slideLeft: self.init(kind: .slide, frames: frames, dx: -distance)
    }
  }

  /// The movement as far as it leaves a box within another: words never move out of the safe box.
  ///
  /// - Parameters:
  ///   - box: Left, top, width, height in pixels.
  ///   - bounds: The same of the box around it.
  func kept(_ box: [Int], inside bounds: SafeBox) -> Movement {
    guard box.count == 4, box[2] > 0, box[3] > 0 else { return self }
    let left = max(0, box[0] - bounds.left)
    let top = max(0, box[1] - bounds.top)
    let right = max(0, bounds.left + bounds.width - box[0] - box[2])
    let bottom = max(0, bounds.top + bounds.height - box[1] - box[3])
    var movement = self
    movement.dx = min(right, max(-left, dx)) & ~1
    movement.dy = min(bottom, max(-top, dy)) & ~1
    let room = min(
      min(left, right) * 2000 / box[2], min(top, bottom) * 2000 / box[3])
    movement.scale = min(scale, 1000 + room)
    return movement
  }
}
