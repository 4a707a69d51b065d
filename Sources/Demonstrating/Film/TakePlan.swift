import Model
import Timing

/// One clip to be filmed, with all that is to go right and wrong in it.
struct TakePlan: Sendable {
  var shot: ListedShot
  /// From 1.
  var take: Int
  var rank: DemoTruth.Rank
  var fault: DemoTruth.Fault
  var slate: DemoTruth.Slate
  var slateReadable = true
  var mark: String?
  var camera: Camera
  var rotation = 0
  var sound = true
  var damage: DemoTruth.Damage?
  /// Relative to the footage folder.
  var file = ""
  /// Minutes after the first clip.
  var minute = 0.0

  /// What the clips of one camera have in common.
  struct Camera: Sendable, Hashable {
    var folder: String
    var prefix: String
    var digits: Int
    var first: Int
    var ending: String
    /// Upright.
    var width: Int
    var height: Int
    var rate: FrameRate

    static let phone = Camera(
      folder: "phone", prefix: "IMG_", digits: 4, first: 123, ending: "MP4", width: 720,
      height: 1280, rate: FrameRate(30))
    static let gimbal = Camera(
      folder: "gimbal", prefix: "DJI_", digits: 4, first: 42, ending: "mp4", width: 720,
      height: 1280, rate: FrameRate(25))
    static let slow = Camera(
      folder: "gimbal", prefix: "DJI_", digits: 4, first: 42, ending: "mp4", width: 720,
      height: 1280, rate: FrameRate(60))
    static let wide = Camera(
      folder: "camera", prefix: "C", digits: 4, first: 7, ending: "MP4", width: 1280, height: 720,
      rate: FrameRate(Rational(30000, 1001)) ?? FrameRate(30))

    /// The same camera with another shorter side, in pixels, even.
    func filming(shorterSide: Int) -> Camera {
      let side = max(64, shorterSide / 2 * 2)
      let longer = side * 16 / 9 / 2 * 2
      var camera = self
      (camera.width, camera.height) = width < height ? (side, longer) : (longer, side)
      return camera
    }
  }

  /// Seconds of the slate at the head, of the scene, and of what is held up at the end.
  var head: Double {
    var random = SeededGenerator(seed: UInt64(take), shot.id + "head")
    return slate == .head ? random.number(in: 1.0...1.4) : 0
  }
  /// In which a card is lowered or raised.
  static let lowering = 0.35
  var tail: Double { (slate == .tail ? 1.2 : 0) + (mark == nil ? 0 : 0.9) }

  var scene: Double {
    let wanted = shot.duration.decimal
    return min(max((wanted.isFinite ? wanted : 2) * 1.25 + 0.6, 2.2), 3.5)
  }

  var seconds: Double {
    head + scene + tail + (slate == .head ? Self.lowering : 0) + (tail > 0 ? Self.lowering : 0)
  }
  /// When the slate has left the picture, and when the first card at the end comes in.
  var sceneStart: Double { slate == .head ? head + Self.lowering : 0 }
  var sceneEnd: Double { sceneStart + scene }
}
