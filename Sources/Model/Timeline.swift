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
  /// Whether a program speaks.
  public var synthetic: Bool

  public init(file: String, source: TimeRange, at: Time, synthetic: Bool = false) {
    self.synthetic = synthetic
    self.file = file
    self.source = source
    self.at = at
  }

  public var range: TimeRange { TimeRange(start: at, duration: source.duration) }
}
