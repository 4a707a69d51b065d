import Model
import Timing

/// One way to fill a place of the cut: a take at a speed, or a photo.
struct PictureOption {
  enum Source {
    case take(Take)
    case photo(Photo)
  }

  let source: Source
  /// What it was filmed for, as far as any script of the product says.
  let shot: Shot?
  /// Equal for everything that shows the same recording.
  let recording: Int
  let speed: Rational
  /// Whether its shot is better shown at another speed, which this option does not have.
  let missesSpeed: Bool
  /// Frames of the source that may be shown, counted at the draft's rate.
  let frames: Range<Int>
  /// Frames from one window to the next.
  let step: Int
  /// Size and angle; empty where they are not known.
  let setup: String
  /// Somebody speaks into the camera.
  let talks: Bool
  /// Fine enough to be set closer.
  let canClose: Bool
  let showsProduct: Bool
  /// An operator has marked another take of its shot, or it is far below the best.
  let standing: Double
  /// 0…1, another for each body of a product's drafts.
  let variety: Double
  /// How many takes its shot has.
  let siblings: Int

  var take: Take? {
    if case .take(let take) = source { return take }
    return nil
  }

  var photo: Photo? {
    if case .photo(let photo) = source { return photo }
    return nil
  }

  /// How good it is as a whole, 0…1.
  var score: Double {
    switch source {
    case .take(let take): take.score
    case .photo(let photo): photo.score
    }
  }

  var shotID: String? { take?.shot }

  /// Frames of the source that so many frames of the draft show.
  func sourceFrames(_ length: Int) -> Int {
    speed == 1 ? length : Int((Rational(Int64(length)) * speed).ceiling)
  }

  /// A stretch that would fill a place.
  struct Window {
    let frames: Range<Int>
    /// 0…1.
    let quality: Double
  }

  /// Every window of a length, the best first.
  func windows(lasting length: Int, rate: FrameRate) -> [Window] {
    guard let take else { return [Window(frames: 0..<length, quality: score)] }
    let reach = sourceFrames(length)
    guard reach > 0, frames.count >= reach else { return [] }
    var starts = Array(
      stride(from: frames.lowerBound, through: frames.upperBound - reach, by: step))
    let last = frames.upperBound - reach
    if starts.last != last { starts.append(last) }
    if let best = take.best {
      let frame = Int((best.start.seconds * rate.framesPerSecond).ceiling)
      if frames.lowerBound <= frame, frame <= last, !starts.contains(frame) { starts.append(frame) }
    }
    let curve = WindowQuality(take, rate: rate)
    return starts.map { Window(frames: $0..<$0 + reach, quality: curve.score($0..<$0 + reach)) }
      .sorted {
        ($0.quality, $1.frames.lowerBound) > ($1.quality, $0.frames.lowerBound)
      }
  }
}

/// What the search asks of an option again and again, in plain numbers.
struct OptionFacts {
  let isTake: Bool
  let recording: Int
  /// Equal for equal shots, and for equal size and angle; 0 where they are not known.
  let shot: Int
  let setup: Int
  let talks: Bool
  let showsProduct: Bool

  static func of(_ options: [PictureOption]) -> [OptionFacts] {
    var numbers: [String: Int] = ["": 0]
    func number(_ text: String) -> Int {
      if let known = numbers[text] { return known }
      numbers[text] = numbers.count
      return numbers.count - 1
    }
    return options.map {
      OptionFacts(
        isTake: $0.take != nil, recording: $0.recording,
        shot: number($0.shotID.map { "shot " + $0 } ?? ""), setup: number($0.setup),
        talks: $0.talks, showsProduct: $0.showsProduct)
    }
  }
}

/// How good a stretch of a take is.
struct WindowQuality {
  private let scores: [Double]
  /// Frames between two scores.
  private let step: Double
  private let first: Double

  init(_ take: Take, rate: FrameRate) {
    let pace = rate.framesPerSecond.double
    scores = take.quality.scores.isEmpty ? [take.score] : take.quality.scores
    step = max(1e-3, take.quality.step.decimal * pace)
    first = take.start.decimal * pace
  }

  /// Its mean, less what its worst moment spoils; 0…1.
  func score(_ frames: Range<Int>) -> Double {
    let last = Double(scores.count - 1)
    func place(_ frame: Int, _ rule: FloatingPointRoundingRule) -> Int {
      Int(min(last + 1, max(0, ((Double(frame) - first) / step).rounded(rule))))
    }
    let from = min(place(frames.lowerBound, .down), scores.count - 1)
    let slice = scores[from..<max(from + 1, min(scores.count, place(frames.upperBound, .up)))]
    let mean = slice.reduce(0, +) / Double(slice.count)
    return min(1, max(0, mean * 0.7 + (slice.min() ?? 0) * 0.3))
  }
}
