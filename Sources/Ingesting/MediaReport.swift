public import Model
public import Timing

/// What looking at one file has found; kept by content, so that no file is looked at twice.
public enum MediaReport: Sendable, Codable, Hashable {
  case clip(ClipReport)
  case still(StillReport)
  case sound(SoundReport)
}

/// A clip's facts, the slates shown in it, and how good its moments are.
public struct ClipReport: Sendable, Codable, Hashable {
  public var facts: TakeFacts
  /// End of what could be decoded, in seconds; before `facts.duration` in a file that is cut off.
  public var readable: Time
  /// By start.
  public var slates: [SlateSpan]
  /// Seconds between two samples.
  public var step: Time
  /// One a step from the start of the file.
  public var samples: [QualitySample]
  /// About one a second.
  public var faces: [FaceSample]
  /// The picture's print, one a second from the start of the file.
  public var prints: [UInt64]
  /// Nil where there is no sound, or none that can be read.
  public var sound: SoundCurve?
  /// Nil where no picture could be measured.
  public var subjects: SubjectReport?

  public init(
    facts: TakeFacts, readable: Time, slates: [SlateSpan], step: Time, samples: [QualitySample],
    faces: [FaceSample] = [], prints: [UInt64] = [], sound: SoundCurve? = nil,
    subjects: SubjectReport? = nil
  ) {
    self.facts = facts
    self.readable = readable
    self.slates = slates
    self.step = step
    self.samples = samples
    self.faces = faces
    self.prints = prints
    self.sound = sound
    self.subjects = subjects
  }

  /// Whether noticeably less could be decoded than the container promises.
  public var isCutOff: Bool {
    let lost = facts.duration.decimal - readable.decimal
    return lost > max(1, facts.duration.decimal * 0.02)
  }
}

/// A stretch in which one slate or mark card stood in the picture.
public struct SlateSpan: Sendable, Codable, Hashable {
  /// The payload's text; empty where something like a slate was seen and could not be read.
  public var payload: String
  /// First and last sighting, in seconds.
  public var start: Time
  public var end: Time
  public var upsideDown: Bool
  /// Samples in which it was read.
  public var reads: Int

  public init(payload: String, start: Time, end: Time, upsideDown: Bool, reads: Int) {
    self.payload = payload
    self.start = start
    self.end = end
    self.upsideDown = upsideDown
    self.reads = reads
  }
}

/// What was measured in one sampled picture; weights are applied later.
public struct QualitySample: Sendable, Codable, Hashable {
  /// Edge strength over contrast, about 0…1.
  public var sharpness: Double
  /// Share of pixels that are black or white, 0…1.
  public var clipped: Double
  /// Mean luma, 0…255.
  public var mean: Double
  /// Movement of the whole picture since the sample before, in pixels at 480 pixels' longer side.
  public var moveX: Double
  public var moveY: Double
  /// Share of the picture that changes beside that movement, 0…1: hands, a demonstration.
  public var moving: Double
  /// True where its movement is not measured but likely, from what is around it; else nil.
  public var isGuess: Bool?

  public init(
    sharpness: Double, clipped: Double, mean: Double, moveX: Double = 0, moveY: Double = 0,
    moving: Double = 0
  ) {
    self.sharpness = sharpness
    self.clipped = clipped
    self.mean = mean
    self.moveX = moveX
    self.moveY = moveY
    self.moving = moving
  }

  /// Pixels a sample.
  var speed: Double { (moveX * moveX + moveY * moveY).squareRoot() }
}

/// A photo's facts.
public struct StillReport: Sendable, Codable, Hashable {
  /// Upright, in pixels.
  public var width: Int
  public var height: Int
  /// Whether any of it is transparent.
  public var alpha: Bool
  public var sample: QualitySample
  /// Where the product stands; nil where that is not clear.
  public var subject: ShareBox?
  /// The photo's own colours at its upper and lower edge, `#rrggbb`; nil where it is transparent.
  public var edges: [String]?
  /// The product's colours; nil where they are not told from the ground's.
  public var colors: ColorProfile?

  public init(
    width: Int, height: Int, alpha: Bool, sample: QualitySample, subject: ShareBox? = nil,
    edges: [String]? = nil, colors: ColorProfile? = nil
  ) {
    self.width = width
    self.height = height
    self.alpha = alpha
    self.sample = sample
    self.subject = subject
    self.edges = edges
    self.colors = colors
  }
}

/// A sound file's facts.
public struct SoundReport: Sendable, Codable, Hashable {
  public var duration: Time
  /// Of music; nil where no beat is heard.
  public var rhythm: MusicRhythm?

  public init(duration: Time, rhythm: MusicRhythm? = nil) {
    self.duration = duration
    self.rhythm = rhythm
  }
}
