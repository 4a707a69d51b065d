/// How hard the encoder works.
public struct Quality: Sendable, Codable, Hashable {
  public var id: String
  /// The encoder in use by FFmpeg's name, for example `libx264`; a key of `encoders`.
  public var encoder: String
  /// Settings of each encoder that may be chosen, by FFmpeg's name.
  public var encoders: [String: Encoder]
  /// Length of a closed group of pictures in seconds.
  public var gop: Double
  public var span: Span
  /// Platforms of one canvas share a box, and with it their pictures, where it keeps at least this
  /// share of each one's own width and height; 0 to 1.
  public var commonBox: Double
  public var soundEncoder: String
  public var mix: Mix

  /// Settings of one encoder.
  public struct Encoder: Sendable, Codable, Hashable {
    /// Options by the encoder's own names, for example `crf` and `preset`.
    public var options: [String: String]
    /// Threads of one encoder; several encoders run side by side.
    public var threads: Int
    /// What it is for, for a person.
    public var note: String

    public init(options: [String: String], threads: Int = 1, note: String = "") {
      self.options = options
      self.threads = threads
      self.note = note
    }
  }

  /// Lengths of the parts that are encoded apart and joined, in seconds.
  public struct Span: Sendable, Codable, Hashable {
    /// A layer's change makes a new span only where both sides stay at least so long.
    public var shortest: Double
    /// No span is longer.
    public var longest: Double

    public init(shortest: Double = 1, longest: Double = 4) {
      self.shortest = shortest
      self.longest = longest
    }
  }

  /// Levels of the mix in decibels.
  public struct Mix: Sendable, Codable, Hashable {
    /// Music under speech, against the voice.
    public var underVoice: Double
    /// Music under the clip's own sound.
    public var underClip: Double
    /// Music between sentences, where a voice is heard at all, against the voice.
    public var inGaps: Double
    /// Seconds in which a track that begins again is faded into itself.
    public var crossfade: Double
    /// Hertz below which a voice is cut; 0 for none.
    public var voiceHighPass: Double
    /// Seconds to go down before a voice and to come back after it.
    public var attack: Double
    public var release: Double
    /// Seconds at the video's ends.
    public var fadeIn: Double
    public var fadeOut: Double

    public init(
      underVoice: Double, underClip: Double, inGaps: Double, voiceHighPass: Double,
      crossfade: Double,
      attack: Double, release: Double, fadeIn: Double, fadeOut: Double
    ) {
      self.inGaps = inGaps
      self.voiceHighPass = voiceHighPass
      self.crossfade = crossfade
      self.underVoice = underVoice
      self.underClip = underClip
      self.attack = attack
      self.release = release
      self.fadeIn = fadeIn
      self.fadeOut = fadeOut
    }
  }

  public init(
    id: String, encoder: String, encoders: [String: Encoder], gop: Double, span: Span = Span(),
    commonBox: Double = 0.8, soundEncoder: String, mix: Mix
  ) {
    self.id = id
    self.encoder = encoder
    self.encoders = encoders
    self.gop = gop
    self.span = span
    self.commonBox = commonBox
    self.soundEncoder = soundEncoder
    self.mix = mix
  }

  /// A quality of one encoder.
  public init(
    id: String, encoder: String, options: [String: String], threads: Int = 1, gop: Double,
    span: Span = Span(), commonBox: Double = 0.8, soundEncoder: String, mix: Mix
  ) {
    self.init(
      id: id, encoder: encoder, encoders: [encoder: Encoder(options: options, threads: threads)],
      gop: gop, span: span, commonBox: commonBox, soundEncoder: soundEncoder, mix: mix)
  }

  /// Options of the encoder in use.
  public var options: [String: String] { encoders[encoder]?.options ?? [:] }

  /// Threads of the encoder in use.
  public var threads: Int { encoders[encoder]?.threads ?? 1 }

  /// This quality with one encoder and nothing of the others, so that a fingerprint of it tells only
  /// what can change a draft; nil for an encoder that it has no settings for.
  public func choosing(_ name: String? = nil) -> Quality? {
    let name = name ?? encoder
    guard var chosen = encoders[name] else { return nil }
    chosen.note = ""
    var copy = self
    copy.encoder = name
    copy.encoders = [name: chosen]
    return copy
  }
}
