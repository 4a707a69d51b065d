public import Foundation

extension SelectionPolicy {
  /// What a shown video brings, where the catalogue and past results do not say.
  public struct Traffic: Sendable, Codable, Hashable {
    /// Share of those who see a video that click.
    public var clickRate: Double
    /// Share of those who click that order.
    public var conversionRate: Double
    /// Share of the price that must stay after advertising.
    public var targetProfit: Double
    /// ISO 4217 → what 1000 showings cost in the market; elsewhere the headroom is unknown.
    public var marketCpm: [String: Decimal]
    /// Category → share of paid orders sent back, where the catalogue names none.
    public var returnRates: [String: Double]

    public init(
      clickRate: Double = 0.03, conversionRate: Double = 0.04, targetProfit: Double = 0,
      marketCpm: [String: Decimal] = [:], returnRates: [String: Double] = [:]
    ) {
      self.clickRate = clickRate
      self.conversionRate = conversionRate
      self.targetProfit = targetProfit
      self.marketCpm = marketCpm
      self.returnRates = returnRates
    }
  }

  /// Gates that a shop switches on for itself.
  public struct Requirements: Sendable, Codable, Hashable {
    /// Whether a product whose sample is said not to be at hand is left out.
    public var sample: Bool
    /// Category → attributes of which the catalogue must have one: 生产许可证, 备案号.
    public var licences: [String: [String]]
    /// Part of the price ladder → gross margin, share of the price, at least.
    public var margins: [String: Double]

    public init(
      sample: Bool = false, licences: [String: [String]] = [:], margins: [String: Double] = [:]
    ) {
      self.sample = sample
      self.licences = licences
      self.margins = margins
    }
  }

  /// How far a figure is trusted.
  public struct Evidence: Sendable, Codable, Hashable {
    /// Products of a category at which its own ranking and the shop's weigh alike.
    public var shelf: Double
    /// Clicks that the category's conversion is worth against a product's own.
    public var clicks: Double
    /// Past videos that the category's results are worth against a product's own.
    public var videos: Double

    public init(shelf: Double = 8, clicks: Double = 200, videos: Double = 5) {
      self.shelf = shelf
      self.clicks = clicks
      self.videos = videos
    }
  }

  /// What makes a product worth filming: shares of 100 and how much of each is enough.
  public struct Content: Sendable, Codable, Hashable {
    /// Part → share of 100: `demonstrable`, `contrast`, `sensory`, `hooks`, `assets`, `impulse`,
    /// `coordinates`.
    public var shares: [String: Double]
    /// Part → how much earns its whole share.
    public var enough: [String: Double]
    /// Words of a product that a before and after can be filmed of.
    public var contrastWords: [String]
    /// Words of a product that sounds, tastes or feels.
    public var sensoryWords: [String]

    /// The parts, in the order in which they are said.
    public static let parts = [
      "demonstrable", "contrast", "sensory", "hooks", "assets", "impulse", "coordinates",
    ]

    public init(
      shares: [String: Double] = [
        "demonstrable": 30, "hooks": 20, "assets": 25, "impulse": 20, "coordinates": 5,
      ],
      enough: [String: Double] = [:], contrastWords: [String] = [], sensoryWords: [String] = []
    ) {
      self.shares = shares
      self.enough = enough
      self.contrastWords = contrastWords
      self.sensoryWords = sensoryWords
    }
  }

  /// Months in which a product with one of the words is wanted.
  public struct Season: Sendable, Codable, Hashable {
    public var name: String
    /// 1 is January.
    public var months: [Int]
    public var words: [String]

    public init(name: String, months: [Int], words: [String]) {
      self.name = name
      self.months = months
      self.words = words
    }
  }

  /// What a range must hold together.
  public struct Quotas: Sendable, Codable, Hashable {
    /// Products of one supplier at most.
    public var perSupplier: Int
    /// New products at least.
    public var new: Int
    /// Days since the launch within which a product is new.
    public var newDays: Int
    /// Share of common words and attributes above which two are one product to a viewer.
    public var nearDuplicate: Double
    /// Part of the price ladder → its share of the places.
    public var ladder: [String: Share]
    /// Whether places stay empty rather than go beyond a part's largest share.
    public var strict: Bool

    public init(
      perSupplier: Int = 100_000, new: Int = 0, newDays: Int = 60, nearDuplicate: Double = 0.8,
      ladder: [String: Share] = [:], strict: Bool = false
    ) {
      self.perSupplier = perSupplier
      self.new = new
      self.newDays = newDays
      self.nearDuplicate = nearDuplicate
      self.ladder = ladder
      self.strict = strict
    }
  }

  /// A range of shares, 0…1.
  public struct Share: Sendable, Codable, Hashable {
    public var least: Double
    public var most: Double

    public init(least: Double = 0, most: Double = 1) {
      self.least = least
      self.most = most
    }
  }

  /// What filming a product takes.
  public struct Shoot: Sendable, Codable, Hashable {
    /// Minutes of filming there are; nil when they do not limit.
    public var budget: Double?
    /// Minutes to change over to a product.
    public var setup: Double
    /// Minutes a shot.
    public var perShot: Double
    /// Shots a product.
    public var shots: Double
    /// Category → minutes a shot and shots a product.
    public var categories: [String: Pace]

    /// Minutes a shot, and shots a product.
    public struct Pace: Sendable, Codable, Hashable {
      public var perShot: Double
      public var shots: Double

      public init(perShot: Double, shots: Double) {
        self.perShot = perShot
        self.shots = shots
      }
    }

    public init(
      budget: Double? = nil, setup: Double = 3, perShot: Double = 3, shots: Double = 8,
      categories: [String: Pace] = [:]
    ) {
      self.budget = budget
      self.setup = setup
      self.perShot = perShot
      self.shots = shots
      self.categories = categories
    }

    /// Minutes that a product of a category takes.
    public func minutes(for category: String) -> Double {
      let pace = categories[category] ?? Pace(perShot: perShot, shots: shots)
      return setup + pace.perShot * pace.shots
    }
  }
}
