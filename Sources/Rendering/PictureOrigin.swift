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
    case board(Model.Canvas, oversize: Double)
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
    case .board(let canvas, let oversize):
      [identity, "board", "\(canvas.width)x\(canvas.height)", "\(oversize)"]
    }
  }

  var isStill: Bool { kind != .clip }

  static func == (a: PictureOrigin, b: PictureOrigin) -> Bool { a.ingredient == b.ingredient }

  func hash(into hasher: inout Hasher) { hasher.combine(ingredient) }
}

/// A shot's pictures: where they come from and how they fill the canvas.
struct ShotPicture: Sendable {
  let origin: PictureOrigin
  /// Source time of the shot's first picture.
  let start: Time
  let framing: Framing
  /// Pictures of the whole shot; a move is spread over them.
  let count: Int
  /// Source seconds a second.
  var speed: Rational = 1
  /// What its transitions do to its first pictures and its last.
  var edges: [ShotEdge] = []

  /// Source time of one of its pictures.
  func time(of picture: Int, _ rate: FrameRate) -> Time {
    start + Time(frames: picture, at: rate) * speed
  }
}
