/// How hard the encoder works.
public struct Quality: Sendable, Codable, Hashable {
  public var id: String
  /// FFmpeg's name, for example `libx264`.
  public var encoder: String
  /// Named options, for example `crf` and `preset`.
  public var options: [String: String]
  /// Length of a closed group of pictures in seconds.
  public var gop: Double
  public var soundEncoder: String
  public var music: Music

  /// Levels of the mix in decibels.
  public struct Music: Sendable, Codable, Hashable {
    /// Music under speech, against the voice.
    public var underVoice: Double
    /// Music under the clip's own sound.
    public var underClip: Double
    /// Seconds to go down before a voice and to come back after it.
    public var attack: Double
    public var release: Double
    /// Seconds at the video's ends.
    public var fadeIn: Double
    public var fadeOut: Double

    public init(
      underVoice: Double, underClip: Double, attack: Double, release: Double, fadeIn: Double,
      fadeOut: Double
    ) {
      self.underVoice = underVoice
      self.underClip = underClip
      self.attack = attack
      self.release = release
      self.fadeIn = fadeIn
      self.fadeOut = fadeOut
    }
  }

  public init(
    id: String, encoder: String, options: [String: String], gop: Double, soundEncoder: String,
    music: Music
  ) {
    self.id = id
    self.encoder = encoder
    self.options = options
    self.gop = gop
    self.soundEncoder = soundEncoder
    self.music = music
  }
}
