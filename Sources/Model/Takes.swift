public import Timing

/// Everything the footage, photo, voice and music folders hold, filed.
public struct Takes: Artefact {
  public static let schema = "takes/1"

  public var takes: [Take]
  public var orphans: [NamedFile]
  public var broken: [NamedFile]
  public var missing: [MissingShot]
  public var photos: [Photo]
  public var voices: [VoiceFile]
  public var music: [MusicTrack]

  public init(
    takes: [Take] = [], orphans: [NamedFile] = [], broken: [NamedFile] = [],
    missing: [MissingShot] = [], photos: [Photo] = [], voices: [VoiceFile] = [],
    music: [MusicTrack] = []
  ) {
    self.takes = takes
    self.orphans = orphans
    self.broken = broken
    self.missing = missing
    self.photos = photos
    self.voices = voices
    self.music = music
  }
}

/// A stretch of a clip that shows one shot of one product.
public struct Take: Sendable, Codable, Hashable {
  public enum Status: String, Sendable, Codable { case ok, ng, keep, unmarked }
  public enum Filing: String, Sendable, Codable {
    case slate
    case tailSlate = "tail-slate"
    case name, log, inherited
  }

  public var id: String
  /// Relative to the workspace.
  public var file: String
  public var sku: String
  /// Shot id; nil when only the product is known.
  public var shot: String?
  /// From 1, in the order of filming.
  public var take: Int
  public var status: Status
  /// Seconds in the file; slate and wobble are outside.
  public var start: Time
  public var end: Time
  public var filedBy: Filing
  /// 0…1: how good its best stretch is for what the shot wants; higher is better.
  public var score: Double
  /// Why, in figures and words.
  public var reasons: [String]
  /// The same in Chinese, line by line; nil in files written before there were any.
  public var reasonsZh: [String]?
  public var facts: TakeFacts
  /// How good each moment is, from `start` on.
  public var quality: QualityCurve
  /// The stretch that serves the shot best, as long as the shot where the take allows.
  public var best: TakeWindow?
  /// Id of the take that stands for this one: both are one recording, encoded twice.
  public var duplicate: String?
  /// Where its subject stands; nil where that was not measured.
  public var subjects: SubjectTrack?
  /// Red, green and blue of the slate's grey patch, 0…255; nil where none was seen.
  public var gray: [Double]?
  /// The picture's own colours at its upper and lower edge, `#rrggbb`; nil where not measured.
  public var edges: [String]?

  enum CodingKeys: String, CodingKey {
    case id, file, sku, shot, take, status
    case start = "in"
    case end = "out"
    case filedBy, score, reasons, reasonsZh, facts, quality, best, duplicate, subjects, gray
    case edges
  }

  public init(
    id: String, file: String, sku: String, shot: String?, take: Int, status: Status, start: Time,
    end: Time, filedBy: Filing, score: Double, reasons: [String], facts: TakeFacts,
    quality: QualityCurve, reasonsZh: [String]? = nil, best: TakeWindow? = nil,
    duplicate: String? = nil, subjects: SubjectTrack? = nil, gray: [Double]? = nil,
    edges: [String]? = nil
  ) {
    self.id = id
    self.file = file
    self.sku = sku
    self.shot = shot
    self.take = take
    self.status = status
    self.start = start
    self.end = end
    self.filedBy = filedBy
    self.score = score
    self.reasons = reasons
    self.facts = facts
    self.quality = quality
    self.reasonsZh = reasonsZh
    self.best = best
    self.duplicate = duplicate
    self.subjects = subjects
    self.gray = gray
    self.edges = edges
  }

  public var range: TimeRange { TimeRange(from: start, to: end) }

  /// Why it has its score, in a reader's language.
  public func reasons(in locale: CopyLocale) -> [String] {
    locale == .zh ? reasonsZh ?? reasons : reasons
  }
}

/// A stretch of a take, in seconds of its file.
public struct TakeWindow: Sendable, Codable, Hashable {
  public var start: Time
  public var end: Time

  enum CodingKeys: String, CodingKey {
    case start = "in"
    case end = "out"
  }

  public init(start: Time, end: Time) {
    self.start = start
    self.end = end
  }
}

public struct TakeFacts: Sendable, Codable, Hashable {
  /// Upright, square pixels.
  public var width: Int
  public var height: Int
  public var rate: FrameRate?
  /// Clockwise degrees that make the picture upright.
  public var rotation: Int
  /// `hlg`, `pq`, or nil for a standard picture.
  public var hdr: String?
  /// Whether the file has sound.
  public var audio: Bool
  /// Of the whole file.
  public var duration: Time

  public init(
    width: Int, height: Int, rate: FrameRate?, rotation: Int, hdr: String?, audio: Bool,
    duration: Time
  ) {
    self.width = width
    self.height = height
    self.rate = rate
    self.rotation = rotation
    self.hdr = hdr
    self.audio = audio
    self.duration = duration
  }
}

/// Scores at an even pace.
public struct QualityCurve: Sendable, Codable, Hashable {
  /// Seconds between two scores.
  public var step: Time
  /// 0…1 each; the first belongs to the take's `in`.
  public var scores: [Double]

  public init(step: Time, scores: [Double]) {
    self.step = step
    self.scores = scores
  }
}

/// A file with the reason it stands in a list.
public struct NamedFile: Sendable, Codable, Hashable {
  public var file: String
  public var reason: String
  /// The same in Chinese.
  public var reasonZh: String?
  /// The file whose content it repeats.
  public var copyOf: String?

  public init(file: String, reason: String, reasonZh: String? = nil, copyOf: String? = nil) {
    self.file = file
    self.reason = reason
    self.reasonZh = reasonZh
    self.copyOf = copyOf
  }

  /// Why, in a reader's language.
  public func reason(in locale: CopyLocale) -> String {
    locale == .zh ? reasonZh ?? reason : reason
  }
}

public struct MissingShot: Sendable, Codable, Hashable {
  public var sku: String
  public var shot: String
  public var must: Bool

  public init(sku: String, shot: String, must: Bool) {
    self.sku = sku
    self.shot = shot
    self.must = must
  }
}

public struct Photo: Sendable, Codable, Hashable {
  public var sku: String
  /// Relative to the workspace.
  public var file: String
  /// Upright, in pixels.
  public var width: Int
  public var height: Int
  public var alpha: Bool
  /// 0…1; higher is sharper and better lit.
  public var score: Double
  /// Where the product stands in it; nil where that is not clear.
  public var subject: ShareBox?
  /// The photo's own colours at its upper and lower edge, `#rrggbb`; nil where not measured.
  public var edges: [String]?

  public init(
    sku: String, file: String, width: Int, height: Int, alpha: Bool, score: Double,
    subject: ShareBox? = nil, edges: [String]? = nil
  ) {
    self.sku = sku
    self.file = file
    self.width = width
    self.height = height
    self.alpha = alpha
    self.score = score
    self.subject = subject
    self.edges = edges
  }
}

/// Recorded voice-over for a beat (`hook`, `point-1`) or, with a nil beat, for a whole script.
public struct VoiceFile: Sendable, Codable, Hashable {
  public var sku: String
  public var beat: String?
  public var file: String
  public var duration: Time
  /// The script whose words it speaks, when its name says so; nil for any of the product's.
  public var script: String?
  /// Whether a program speaks.
  public var synthetic: Bool

  public init(
    sku: String, beat: String?, file: String, duration: Time, script: String? = nil,
    synthetic: Bool = false
  ) {
    self.sku = sku
    self.beat = beat
    self.file = file
    self.duration = duration
    self.script = script
    self.synthetic = synthetic
  }
}

/// A piece of music that may be used, by its licence.
public struct MusicTrack: Sendable, Codable, Hashable {
  public var file: String
  public var title: String
  public var licence: String
  public var duration: Time
  /// Nil where no beat was heard, and in a timeline.
  public var rhythm: MusicRhythm?

  public init(
    file: String, title: String, licence: String, duration: Time, rhythm: MusicRhythm? = nil
  ) {
    self.file = file
    self.title = title
    self.licence = licence
    self.duration = duration
    self.rhythm = rhythm
  }
}
