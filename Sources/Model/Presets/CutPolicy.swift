/// How shots are cut to length and words are laid over them. Seconds and characters.
public struct CutPolicy: Sendable, Codable, Hashable {
  /// A picture shorter than this is not cut.
  public var shotMin: Double
  /// A picture longer than this is broken by a punch-in or another picture.
  public var shotMax: Double
  /// Scale at the end of a slow push on photos and locked details.
  public var push: Double
  /// Scale of a punch-in.
  public var punchIn: Double
  /// A take below this share of the shot's best is shown only where there is no photo.
  public var takeShare: Double
  /// Length of the end card.
  public var endCard: Double
  /// Silence before a beat's voice and after it.
  public var voiceLead: Double
  public var voiceTail: Double
  /// Shortest caption event.
  public var captionMin: Double
  /// Characters of one caption event, in Chinese and in English.
  public var captionCharactersZh: Int
  public var captionCharactersEn: Int
  /// Aspect ratios this far apart (as a factor) are not cropped but set before a blurred copy:
  /// clips, and photos, whose product is to stay whole.
  public var containClipsBeyond: Double
  public var containPhotosBeyond: Double
  public var framing: FramingPolicy
  public var rhythm: Rhythm
  public var costs: Costs
  public var music: Music
  public var retiming: Retiming
  public var closer: Closer
  public var transitions: Transitions

  public init(
    shotMin: Double, shotMax: Double, push: Double, punchIn: Double, takeShare: Double,
    endCard: Double,
    voiceLead: Double, voiceTail: Double, captionMin: Double, captionCharactersZh: Int,
    captionCharactersEn: Int, containClipsBeyond: Double, containPhotosBeyond: Double,
    framing: FramingPolicy = FramingPolicy(),
    rhythm: Rhythm = Rhythm(), costs: Costs = Costs(), music: Music = Music(),
    retiming: Retiming = Retiming(), closer: Closer = Closer(),
    transitions: Transitions = Transitions()
  ) {
    self.shotMin = shotMin
    self.shotMax = shotMax
    self.push = push
    self.punchIn = punchIn
    self.takeShare = takeShare
    self.endCard = endCard
    self.voiceLead = voiceLead
    self.voiceTail = voiceTail
    self.captionMin = captionMin
    self.captionCharactersZh = captionCharactersZh
    self.captionCharactersEn = captionCharactersEn
    self.containClipsBeyond = containClipsBeyond
    self.containPhotosBeyond = containPhotosBeyond
    self.framing = framing
    self.rhythm = rhythm
    self.costs = costs
    self.music = music
    self.retiming = retiming
    self.closer = closer
    self.transitions = transitions
  }
}
