public import Timing

/// A finished video's sidecar: what is posted, what it shows, how it held.
public struct Draft: Artefact {
  public static let schema = "post/1"

  public var id: String
  public var sku: String
  public var platform: String
  public var script: String
  public var hook: String
  /// File name beside the sidecar.
  public var file: String
  public var sha256: String
  public var bytes: Int
  public var width: Int
  public var height: Int
  public var rate: FrameRate
  public var duration: Time
  public var title: String
  public var caption: String
  public var hashtags: [String]
  /// File name of the cover beside the sidecar.
  public var cover: String
  /// All covers to choose from beside the sidecar, in order; nil where there is one.
  public var covers: [String]?
  public var coverText: String
  public var cta: String
  public var link: String?
  public var aiLabels: [String]
  public var music: [MusicCredit]
  public var titles: [PlacedTitle]
  public var shots: [DraftShot]
  public var checks: [Check]
  /// Seconds a stage took; nothing depends on them.
  public var timings: [String: Double]
  /// Everything that can change the video's bytes.
  public var pictureFingerprint: String
  /// What it shows and says alone, whichever way it is drawn: an approved draft whose content has
  /// not changed is kept. Nil in drafts made before there was one.
  public var contentFingerprint: String?

  public init(
    id: String, sku: String, platform: String, script: String, hook: String, file: String,
    sha256: String, bytes: Int, width: Int, height: Int, rate: FrameRate, duration: Time,
    post: Post, cover: String, link: String?, aiLabels: [String], music: [MusicCredit],
    titles: [PlacedTitle], shots: [DraftShot], checks: [Check], timings: [String: Double],
    pictureFingerprint: String, contentFingerprint: String? = nil, covers: [String]? = nil
  ) {
    self.id = id
    self.sku = sku
    self.platform = platform
    self.script = script
    self.hook = hook
    self.file = file
    self.sha256 = sha256
    self.bytes = bytes
    self.width = width
    self.height = height
    self.rate = rate
    self.duration = duration
    title = post.title
    caption = post.caption
    hashtags = post.hashtags
    self.cover = cover
    self.covers = covers
    coverText = post.coverText
    cta = post.cta
    self.link = link
    self.aiLabels = aiLabels
    self.music = music
    self.titles = titles
    self.shots = shots
    self.checks = checks
    self.timings = timings
    self.pictureFingerprint = pictureFingerprint
    self.contentFingerprint = contentFingerprint
  }
}

public struct MusicCredit: Sendable, Codable, Hashable {
  public var title: String
  public var licence: String

  public init(title: String, licence: String) {
    self.title = title
    self.licence = licence
  }
}

/// Words on the picture, where they stand.
public struct PlacedTitle: Sendable, Codable, Hashable {
  public var text: String
  public var start: Time
  public var end: Time
  /// Left, top, width, height in pixels of the canvas.
  public var box: [Int]
  public var fontPx: Int
  /// `title`, `caption`, `sticker`, `end_card`, `label`.
  public var kind: String

  public init(text: String, start: Time, end: Time, box: [Int], fontPx: Int, kind: String) {
    self.text = text
    self.start = start
    self.end = end
    self.box = box
    self.fontPx = fontPx
    self.kind = kind
  }
}

public struct DraftShot: Sendable, Codable, Hashable {
  public var shot: String
  public var take: String?
  public var file: String
  /// Seconds in the source.
  public var sourceIn: Time
  public var sourceOut: Time
  /// Seconds in the draft.
  public var start: Time
  public var end: Time

  enum CodingKeys: String, CodingKey {
    case shot, take, file
    case sourceIn = "in"
    case sourceOut = "out"
    case start, end
  }

  public init(
    shot: String, take: String?, file: String, sourceIn: Time, sourceOut: Time, start: Time,
    end: Time
  ) {
    self.shot = shot
    self.take = take
    self.file = file
    self.sourceIn = sourceIn
    self.sourceOut = sourceOut
    self.start = start
    self.end = end
  }
}
