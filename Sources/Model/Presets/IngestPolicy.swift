/// How raw files are searched for slates, filed, trimmed and judged.
public struct IngestPolicy: Sendable, Codable, Hashable {
  public var name: String
  public var slates: Slates
  public var filing: Filing
  public var trim: Trim
  public var quality: Quality
  public var choice: Choice
  public var names: Names

  /// Where and how finely a clip is searched for slates; seconds and pixels.
  public struct Slates: Sendable, Codable, Hashable {
    /// Between two samples of a clip, each of which is searched and measured.
    public var step: Double
    /// Longer side of a searched picture, in pixels.
    public var longSide: Int
    /// Length of the clip's start in which a picture without a slate is searched again, larger.
    public var head: Double
    /// Length of the clip's end that is treated likewise.
    public var tail: Double
    /// Longer side of those pictures; 0 searches none again.
    public var endLongSide: Int
    /// Two sightings of one slate that are no farther apart are one showing.
    public var mergeGap: Double

    public init(
      step: Double = 0.25, longSide: Int = 960, head: Double = 6, tail: Double = 4,
      endLongSide: Int = 1920, mergeGap: Double = 2
    ) {
      self.step = step
      self.longSide = longSide
      self.head = head
      self.tail = tail
      self.endLongSide = endLongSide
      self.mergeGap = mergeGap
    }
  }

  /// Who owns what; seconds, except `inheritMinutes`.
  public struct Filing: Sendable, Codable, Hashable {
    /// A clip without a slate follows its camera's last slate for so long; 0 for never.
    public var inheritMinutes: Double
    /// An upright slate with no more than this behind it is a tail slate.
    public var tailWithin: Double
    /// A nameless stretch beside a slate that is no longer than this is dropped in silence.
    public var scrap: Double
    /// What follows an OK or NG card for longer than this is a take of its own.
    public var markSplit: Double
    /// A take is at least so long.
    public var minimum: Double

    public init(
      inheritMinutes: Double = 10, tailWithin: Double = 1.5, scrap: Double = 3,
      markSplit: Double = 3, minimum: Double = 0.5
    ) {
      self.inheritMinutes = inheritMinutes
      self.tailWithin = tailWithin
      self.scrap = scrap
      self.markSplit = markSplit
      self.minimum = minimum
    }
  }

  /// What is cut off at a take's ends, in seconds.
  public struct Trim: Sendable, Codable, Hashable {
    /// Behind the last moment at which a card may have stood, and before the first.
    public var afterSlate: Double
    public var beforeSlate: Double
    /// Unsteady pictures at the start are dropped up to so long.
    public var settle: Double
    /// Unsteady pictures at the end are dropped up to so long.
    public var wobble: Double
    /// Movement above this counts as unsteady, in pixels a sample at 480 pixels' longer side.
    public var motion: Double
    /// A clap, or the hand that gives the sign, is looked for so far from the start.
    public var clapWithin: Double
    /// What is dropped behind it.
    public var afterClap: Double
    /// Pictures below this share of the usual sharpness are still hunting for focus, 0…1.
    public var focus: Double

    public init(
      afterSlate: Double = 0.4, beforeSlate: Double = 0.3, settle: Double = 1.5,
      wobble: Double = 1, motion: Double = 8, clapWithin: Double = 3, afterClap: Double = 0.4,
      focus: Double = 0.6
    ) {
      self.afterSlate = afterSlate
      self.beforeSlate = beforeSlate
      self.settle = settle
      self.wobble = wobble
      self.motion = motion
      self.clapWithin = clapWithin
      self.afterClap = afterClap
      self.focus = focus
    }
  }

  /// How pictures are measured, and what counts as good.
  public struct Quality: Sendable, Codable, Hashable {
    /// Longer side of a measured picture, in pixels, at most.
    public var longSide: Int
    /// Seconds whose mean is the score of a take that belongs to no shot with a length.
    public var window: Double
    /// Shares of the score where nothing is known of the shot; their sum is taken as the whole.
    public var sharpness: Double
    public var exposure: Double
    public var steadiness: Double
    /// The measured sharpness that counts half.
    public var sharpnessHalf: Double
    /// Luma below and above which a pixel is clipped.
    public var dark: Int
    public var bright: Int
    /// Share of clipped pixels from which the exposure is bad.
    public var clipped: Double
    /// Mean luma of a well exposed picture.
    public var meanFrom: Double
    public var meanTo: Double
    /// Jitter that counts half, in pixels a sample at 480 pixels' longer side.
    public var jitter: Double
    /// What the last take of a shot gains when no take is marked.
    public var lastTake: Double

    public init(
      longSide: Int = 480, window: Double = 2, sharpness: Double = 0.45, exposure: Double = 0.2,
      steadiness: Double = 0.35, sharpnessHalf: Double = 0.1, dark: Int = 16, bright: Int = 240,
      clipped: Double = 0.08, meanFrom: Double = 90, meanTo: Double = 170, jitter: Double = 1.5,
      lastTake: Double = 0.03
    ) {
      self.longSide = longSide
      self.window = window
      self.sharpness = sharpness
      self.exposure = exposure
      self.steadiness = steadiness
      self.sharpnessHalf = sharpnessHalf
      self.dark = dark
      self.bright = bright
      self.clipped = clipped
      self.meanFrom = meanFrom
      self.meanTo = meanTo
      self.jitter = jitter
      self.lastTake = lastTake
    }
  }

  public init(
    name: String = "default", slates: Slates = Slates(), filing: Filing = Filing(),
    trim: Trim = Trim(), quality: Quality = Quality(), choice: Choice = Choice(),
    names: Names = Names()
  ) {
    self.name = name
    self.slates = slates
    self.filing = filing
    self.trim = trim
    self.quality = quality
    self.choice = choice
    self.names = names
  }
}
