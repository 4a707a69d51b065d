extension CutPolicy {
  /// How long pictures stand, and when what is said is shown; seconds.
  public struct Rhythm: Sendable, Codable, Hashable {
    /// The middle length of a picture.
    public var median: Double
    /// How far lengths spread about it: the deviation of their logarithms.
    public var spread: Double
    /// The same for the hook, and its longest picture.
    public var hookMedian: Double
    public var hookSpread: Double
    public var hookMax: Double
    /// A picture of somebody who speaks stands so long before it is cut closer.
    public var talkMax: Double
    /// Pictures are no longer than this, whatever is missing.
    public var hardMax: Double
    /// What is said is shown within so much of its words.
    public var agreeWithin: Double
    /// The product is in the picture by then.
    public var productBy: Double
    /// Set-ups in which somebody speaks into the camera.
    public var talkingRigs: [String]
    /// Parts of a shot's id that say that the product is not in it, unless one that says it is.
    public var withoutProduct: [String]
    public var withProduct: [String]

    public init(
      median: Double = 2.17, spread: Double = 0.48, hookMedian: Double = 1.3,
      hookSpread: Double = 0.33, hookMax: Double = 2, talkMax: Double = 5, hardMax: Double = 6,
      agreeWithin: Double = 2, productBy: Double = 3,
      talkingRigs: [String] = ["talking-head", "taste"],
      withoutProduct: [String] = ["pain", "before"], withProduct: [String] = ["after"]
    ) {
      self.median = median
      self.spread = spread
      self.hookMedian = hookMedian
      self.hookSpread = hookSpread
      self.hookMax = hookMax
      self.talkMax = talkMax
      self.hardMax = hardMax
      self.agreeWithin = agreeWithin
      self.productBy = productBy
      self.talkingRigs = talkingRigs
      self.withoutProduct = withoutProduct
      self.withProduct = withProduct
    }
  }

  /// What a cut pays for what is not as it should be; the cut with the lowest sum is made.
  public struct Costs: Sendable, Codable, Hashable {
    /// Another shot of the product in place of the one that the words ask for, and a photo.
    public var other: Double
    public var photo: Double
    /// A shot that another beat of the same video asks for.
    public var elsewhere: Double
    /// The first shot that was filmed for a beat and is not shown there; half of it for others.
    public var unshown: Double
    /// A take that is not marked where another of its shot is.
    public var unmarked: Double
    /// All by which a take is worse than the best of its shot, which is unmarked too, 0…1.
    public var worse: Double
    /// Each point of quality that a window lacks, 0…1.
    public var quality: Double
    /// A length, by how rare it is among measured ads.
    public var length: Double
    /// A length away from what its shot was planned with.
    public var plan: Double
    /// Each second beyond the limit between words and their picture.
    public var late: Double
    /// The same set-up on both sides of a cut.
    public var jump: Double
    /// The same size and angle on both sides of a cut.
    public var alike: Double
    /// A photo that was shown already.
    public var photoAgain: Double
    /// A stretch of a take that was shown already; paid where nothing else is left.
    public var again: Double
    /// What drafts of one product share beyond need.
    public var variety: Double
    /// Each second without the product after it should be there.
    public var product: Double
    /// A cut that misses the beat.
    public var beat: Double
    /// Normal speed where the shot wants another and its source allows it.
    public var speed: Double

    public init(
      other: Double = 1.1, photo: Double = 1.3, elsewhere: Double = 0.7, unshown: Double = 5,
      unmarked: Double = 2, worse: Double = 6, quality: Double = 1, length: Double = 1,
      plan: Double = 0.25, late: Double = 2, jump: Double = 20, alike: Double = 0.3, photoAgain: Double = 6,
      again: Double = 60, variety: Double = 0.2, product: Double = 1.5, beat: Double = 0.8,
      speed: Double = 0.5
    ) {
      self.other = other
      self.photo = photo
      self.elsewhere = elsewhere
      self.unshown = unshown
      self.unmarked = unmarked
      self.worse = worse
      self.quality = quality
      self.length = length
      self.plan = plan
      self.late = late
      self.jump = jump
      self.alike = alike
      self.photoAgain = photoAgain
      self.again = again
      self.variety = variety
      self.product = product
      self.beat = beat
      self.speed = speed
    }
  }

  /// How cuts follow the music; seconds.
  public struct Music: Sendable, Codable, Hashable {
    /// How far a cut is moved to a beat under a voice.
    public var reach: Double
    /// The same where nobody speaks.
    public var reachFree: Double
    /// How much farther off than a beat a bar's first may lie and still be taken for a new thought.
    public var downbeatReach: Double
    /// Tracks whose beat is less plain than this are not followed, 0…1.
    public var confidence: Double
    /// The body begins with the first bar of the track from here on.
    public var anchor: Double

    public init(
      reach: Double = 0.12, reachFree: Double = 0.38, downbeatReach: Double = 0.12,
      confidence: Double = 0.2, anchor: Double = 4
    ) {
      self.reach = reach
      self.reachFree = reachFree
      self.downbeatReach = downbeatReach
      self.confidence = confidence
      self.anchor = anchor
    }
  }
}
