import Drawing
import Foundation
import Media
import Model
import Timing

/// What a shot's pictures are taken from.
struct PictureOrigin: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case clip
    case photo
    /// A photo set whole on a board of this canvas, drawn larger by a factor for a push.
    case board(Model.Canvas, oversize: Double, ground: GroundPlan)
    /// A photo without ground of its own that moves before one, drawn picture by picture.
    case cutout(Model.Canvas, CutoutPlan)
  }

  /// Relative to the workspace; for messages and for opening, never part of a key.
  let file: String
  /// The file's content.
  let identity: String
  let kind: Kind

  /// What of it can change a picture.
  var ingredient: [String] {
    switch kind {
    case .clip: [identity, "clip"]
    case .photo: [identity, "photo"]
    case .board(let canvas, let oversize, let ground):
      [identity, "board", "\(canvas.width)x\(canvas.height)", "\(oversize)"] + ground.ingredient
    case .cutout(let canvas, let plan):
      [identity, "cutout", "\(canvas.width)x\(canvas.height)"] + plan.ingredient
    }
  }

  var isStill: Bool { kind != .clip }

  /// Whether it is drawn anew for each picture, by how much of the shot has gone by.
  var isDrawn: Bool {
    if case .cutout = kind { return true }
    return false
  }

  static func == (a: PictureOrigin, b: PictureOrigin) -> Bool { a.ingredient == b.ingredient }

  func hash(into hasher: inout Hasher) { hasher.combine(ingredient) }
}

extension GroundPlan {
  /// What of it can change a picture; nothing for a blurred one.
  var ingredient: [String] { kind == .blurred ? [] : ["\(kind)", top ?? "", bottom ?? ""] }
}

/// A shot's pictures: where they come from and how they fill the canvas.
struct ShotPicture: Sendable {
  let origin: PictureOrigin
  /// Source time of the shot's first picture.
  let start: Time
  var framing: Framing
  /// Pictures of the whole shot; a move is spread over them.
  let count: Int
  /// Where the crop goes; nothing where the framing says all.
  var way = CropPath([])
  /// Source seconds a second.
  var speed: Rational = 1
  /// What its transitions do to its first pictures and its last.
  var edges: [ShotEdge] = []

  /// Source time of one of its pictures.
  func time(of picture: Int, _ rate: FrameRate) -> Time {
    start + Time(frames: picture, at: rate) * speed
  }
}
