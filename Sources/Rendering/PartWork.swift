import Media
import Model
import Timing

/// Something to encode, known by its recipe's key.
enum PartWork: Sendable {
  case picture(PictureWork)
  case sound(SoundWork)
}

/// A part that is made from pictures of one shot.
struct PictureWork: Sendable {
  enum Product: Sendable {
    case span(SpanWork)
    /// The hero picture with the cover's words.
    case cover(CoverMaker)
  }

  var key: String
  let picture: ShotPicture
  /// The first picture within its shot.
  let offset: Int
  /// Number of pictures that show; what a layer hides to the end of a span is not decoded.
  let count: Int
  let rate: FrameRate
  var product: Product

  /// Which stretch of its source it shows.
  var stretch: TimeRange {
    let start = picture.origin.isStill ? .zero : picture.time(of: offset, rate)
    return TimeRange(start: start, duration: Time(frames: count, at: rate) * picture.speed)
  }
}

/// Layers and encoder of a stretch of one shot.
struct SpanWork: Sendable {
  /// Pictures of the span on the timeline.
  let frames: Range<Int>
  let layers: [PlacedLayer]
  let encoding: VideoEncoding
  /// What transitions do to its pictures, which are counted from the shot's first.
  var edges: [ShotEdge] = []
  /// Its first picture within its shot.
  var offset = 0
  /// What the decoder's buffer holds when it begins, in twentieths; nil for the encoder's own guess.
  var twentieths: Int?
}

/// A draft's whole sound.
struct SoundWork: Sendable {
  let key: String
  let plan: SoundPlan
  let duration: Time
  let maker: SoundMaker
}
