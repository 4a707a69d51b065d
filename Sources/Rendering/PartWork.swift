import Media
import Model
import Timing

/// Something to encode, known by its recipe's key.
enum PartWork: Sendable {
  case span(SpanWork)
  case cover(CoverWork)
  case sound(SoundWork)

  var key: String {
    switch self {
    case .span(let work): work.key
    case .cover(let work): work.key
    case .sound(let work): work.key
    }
  }
}

/// A stretch of one shot with the layers that stand on it.
struct SpanWork: Sendable {
  var key: String
  let picture: ShotPicture
  /// Pictures of the span on the timeline.
  let frames: Range<Int>
  /// The span's first picture within its shot.
  let offset: Int
  let layers: [PlacedLayer]
  let motion: Style.Motion
  let encoding: VideoEncoding
  /// What the decoder's buffer holds when it begins, in twentieths; nil for the encoder's own guess.
  var twentieths: Int?
}

/// The hero picture with the cover's words.
struct CoverWork: Sendable {
  let key: String
  let picture: ShotPicture
  let rate: FrameRate
  /// The hero picture within its shot.
  let offset: Int
  let maker: CoverMaker
}

/// A draft's whole sound.
struct SoundWork: Sendable {
  let key: String
  let plan: SoundPlan
  let duration: Time
  let maker: SoundMaker
}
