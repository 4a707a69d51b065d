public import Timing

/// One draft's cut for one platform: pictures end to end from zero, layers over them, sound below.
public struct Timeline: Sendable, Hashable, Codable {
  /// The draft's id; also the file's name.
  public var id: String
  public var script: String
  public var sku: String
  public var platform: String
  public var canvas: Canvas
  public var rate: FrameRate
  public var shots: [TimelineShot]
  public var layers: [Layer]
  public var sound: SoundPlan
  public var cover: CoverPlan
  /// Shots of the script that nothing could be found for.
  public var missing: [String]

  public init(
    id: String, script: String, sku: String, platform: String, canvas: Canvas, rate: FrameRate,
    shots: [TimelineShot], layers: [Layer], sound: SoundPlan, cover: CoverPlan,
    missing: [String] = []
  ) {
    self.id = id
    self.script = script
    self.sku = sku
    self.platform = platform
    self.canvas = canvas
    self.rate = rate
    self.shots = shots
    self.layers = layers
    self.sound = sound
    self.cover = cover
    self.missing = missing
  }

  /// Where the last picture ends.
  public var duration: Time { shots.last?.range.end ?? .zero }
}

/// Width and height in pixels, both even.
public struct Canvas: Sendable, Hashable, Codable {
  public var width: Int
  public var height: Int

  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// A stretch of picture from one source.
public struct TimelineShot: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Codable { case take, photo, card }

  /// Shot id of the script, or `card` for a drawn card.
  public var shot: String
  /// Take id; nil for photos and cards.
  public var take: String?
  public var kind: Kind
  /// Relative to the workspace; empty for a card.
  public var file: String
  /// Seconds in the source; for a photo from zero.
  public var source: TimeRange
  /// Seconds on the timeline, on the frame grid, end to end.
  public var range: TimeRange
  /// Which beat it shows.
  public var beat: Int
  public var framing: FramingPlan
  /// What is done to its colours; nil for nothing beyond BT.709.
  public var color: ColorPlan?
  /// Whether the clip's own sound is heard (crunch, tear, pour).
  public var keepsSound: Bool
  /// Why this take and this window.
  public var reason: String

  public init(
    shot: String, take: String?, kind: Kind, file: String, source: TimeRange, range: TimeRange,
    beat: Int, framing: FramingPlan, color: ColorPlan? = nil, keepsSound: Bool = false,
    reason: String
  ) {
    self.shot = shot
    self.take = take
    self.kind = kind
    self.file = file
    self.source = source
    self.range = range
    self.beat = beat
    self.framing = framing
    self.color = color
    self.keepsSound = keepsSound
    self.reason = reason
  }
}

/// Something drawn over the picture for a while.
public struct Layer: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Codable {
    /// 标题: the hook's or a point's big words.
    case title
    /// 字幕.
    case caption
    /// 价格贴.
    case sticker
    /// 片尾: a full card with product, name and one instruction.
    case endCard = "end_card"
    /// 标识: small print such as 广告 or an AI label.
    case label
  }

  public var kind: Kind
  public var text: String
  /// The sticker's parts, or nil.
  public var offer: Offer?
  public var range: TimeRange
  /// Words that must not be broken across lines.
  public var keep: [String]
  /// Words in the accent colour.
  public var accents: [String]
  /// A picture on the layer (the end card's product), relative to the workspace.
  public var image: String?
  /// The end card's second line.
  public var detail: String?

  public init(
    kind: Kind, text: String, offer: Offer? = nil, range: TimeRange, keep: [String] = [],
    accents: [String] = [], image: String? = nil, detail: String? = nil
  ) {
    self.kind = kind
    self.text = text
    self.offer = offer
    self.range = range
    self.keep = keep
    self.accents = accents
    self.image = image
    self.detail = detail
  }
}

/// What is heard: voice over clip sound over music.
public struct SoundPlan: Sendable, Hashable, Codable {
  public var voices: [SoundCue]
  public var clips: [SoundCue]
  public var music: MusicTrack?
  /// Where in the track the music starts, in seconds.
  public var musicOffset: Time

  public init(
    voices: [SoundCue] = [], clips: [SoundCue] = [], music: MusicTrack? = nil,
    musicOffset: Time = .zero
  ) {
    self.voices = voices
    self.clips = clips
    self.music = music
    self.musicOffset = musicOffset
  }

  public var isSilent: Bool { voices.isEmpty && clips.isEmpty && music == nil }
}

/// A stretch of a sound file at a place on the timeline.
public struct SoundCue: Sendable, Hashable, Codable {
  public var file: String
  /// Seconds in the file.
  public var source: TimeRange
  /// Seconds on the timeline.
  public var at: Time

  public init(file: String, source: TimeRange, at: Time) {
    self.file = file
    self.source = source
    self.at = at
  }

  public var range: TimeRange { TimeRange(start: at, duration: source.duration) }
}

/// The picture and the words of a cover.
public struct CoverPlan: Sendable, Hashable, Codable {
  /// Seconds on the timeline of the frame to use.
  public var at: Time
  public var text: String
  public var accents: [String]

  public init(at: Time, text: String, accents: [String] = []) {
    self.at = at
    self.text = text
    self.accents = accents
  }
}
